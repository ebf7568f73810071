import { provideDataProblems, type Works } from './loading.ts';

/** What the page tells its workers as soon as it knows: where the module lies that problems over data need. */
export interface DataNotice {
  readonly type: 'data';
  readonly url: string;
}

function isNotice(message: { readonly type: string }): message is DataNotice {
  return message.type === 'data';
}

/**
 * Hands a worker's messages on, in their order. After a notice they wait until the module is there.
 * @param load imports the module at a URL
 * @param onFailure it did not come; what waited is handed on all the same
 */
export function afterLoading<M extends { readonly type: string }>(
  load: (url: string) => Promise<{ readonly WORKS: Works }>,
  receive: (message: M) => void,
  onFailure: (error: unknown) => void,
): (message: M | DataNotice) => void {
  let waiting: M[] | null = null;
  const goOn = () => {
    const held = waiting ?? [];
    waiting = null;
    for (const message of held) receive(message);
  };
  return (message) => {
    if (isNotice(message)) {
      waiting = [];
      void load(message.url)
        .then(({ WORKS }) => provideDataProblems(WORKS), onFailure)
        .then(goOn, onFailure);
    } else if (waiting) waiting.push(message);
    else receive(message);
  };
}
