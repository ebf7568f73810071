import { fieldsFromWords, listFromText, listWord, numberOrText, splitWord, wordOf } from './linkText.ts';
import type { View } from './scene.ts';

/** What one looked at, in words: one for each part that is there. The losses have a field of their own. */
export function viewToWords(view: View): string[] {
  const { focus, playhead, window, theme, unfolded, chart = {}, speed, loop, cloud, reading, data } = view;
  const { x, y } = window ?? {};
  const { quantity, scale, against, range } = chart;
  return [
    ...(playhead === undefined ? [] : [wordOf('t', playhead)]),
    ...(focus === undefined ? [] : [wordOf('f', focus)]),
    ...(x && y ? [listWord('w', [...x, ...y])] : []),
    ...(theme === undefined ? [] : [wordOf('th', theme)]),
    ...(unfolded === undefined ? [] : [wordOf('u', Number(unfolded))]),
    ...(quantity === undefined ? [] : [wordOf('c', quantity)]),
    ...(scale === undefined ? [] : [wordOf('cs', scale)]),
    ...(against === undefined ? [] : [wordOf('ca', against)]),
    ...(range ? [listWord('cr', range)] : []),
    ...(speed === undefined ? [] : [wordOf('sp', speed)]),
    ...(loop === undefined ? [] : [wordOf('lo', Number(loop))]),
    ...(cloud === undefined ? [] : [wordOf('cl', cloud)]),
    ...(reading === undefined ? [] : readingToWords(reading)),
    ...(data === undefined ? [] : [wordOf('dp', data)]),
  ];
}

/** `rd` says that a step is read; what is not said of it stays open. */
function readingToWords({ numbers, form, curvature }: NonNullable<View['reading']>): string[] {
  return [
    wordOf('rd', numbers ?? ''),
    ...(form === undefined ? [] : [wordOf('rf', form)]),
    ...(curvature === undefined ? [] : [wordOf('rc', Number(curvature))]),
  ];
}

/**
 * The words of a view read back, to be validated.
 * @param lost is told each piece that is not understood
 */
export function viewFromText(text: string, lost: (piece: string) => void): object {
  const window = (value: string) => {
    const [x0, x1, y0, y1] = listFromText(value);
    return { x: [x0, x1], y: [y0, y1] };
  };
  const word = (value: string) => value;
  const words = text.split(',');
  const keyed = (keys: readonly string[]) =>
    words.filter((part) => keys.includes(splitWord(part)?.[0] ?? ''));
  const chart = keyed(['c', 'cs', 'ca', 'cr']);
  const reading = keyed(['rd', 'rf', 'rc']);
  return {
    ...fieldsFromWords(
      words.filter((part) => !chart.includes(part) && !reading.includes(part)),
      {
        t: ['playhead', numberOrText],
        f: ['focus', numberOrText],
        w: ['window', window],
        th: ['theme', word],
        u: ['unfolded', flagFromText],
        sp: ['speed', numberOrText],
        lo: ['loop', flagFromText],
        cl: ['cloud', numberOrText],
        dp: ['data', word],
      },
      lost,
    ),
    ...(chart.length === 0
      ? {}
      : {
          chart: fieldsFromWords(
            chart,
            {
              c: ['quantity', word],
              cs: ['scale', word],
              ca: ['against', word],
              cr: ['range', (value) => listFromText(value)],
            },
            lost,
          ),
        }),
    ...(reading.length === 0
      ? {}
      : {
          reading: fieldsFromWords(
            reading,
            {
              rd: ['numbers', (value) => (value === '' ? undefined : value)],
              rf: ['form', word],
              rc: ['curvature', flagFromText],
            },
            lost,
          ),
        }),
  };
}

/** 0 and 1; anything else stays what it is, to be refused. */
export function flagFromText(text: string): unknown {
  return text === '0' ? false : text === '1' || text;
}
