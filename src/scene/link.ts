import { linkMessages as say } from '../messages/scene.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import type { Specs } from '../specs/spec.ts';
import {
  nameFromText,
  nameToText,
  numberFromText,
  numberToText,
  splitWord,
  valuesFromWords,
  valuesToWords,
  wordOf,
} from './linkText.ts';
import { readScene } from './readScene.ts';
import type { Choice, Run, Scene, View } from './scene.ts';

/**
 * Links. A scene as the fragment of an address, with full values:
 *
 *     v=1&p=rosenbrock,a1,b100,scale1,rot0&s=-1.5,2&n=300&d=seed7,noise0,batch1
 *       &r=adam,lr.05,f.9,s.999,e1e-8,ep:outside,b1;*cosine,fl.1;!lookahead,k5,a.5;as,slot3,name:Mine&end
 *
 * Fields are separated by `&`, a run's optimizer, schedules (`*`), modifiers (`!`) and appearance (`as`) by `;`,
 * words by `,`. A word is a spec's key with its value. Keys and ids are frozen: they stand in people's links.
 * `end` closes a link, so that one which was cut off is noticed.
 */
const VERSION = 1;
const END = 'end';

/** Longest piece of a broken link that a notice repeats. */
const SHOWN = 40;

/** The fragment (without `#`) that reopens a scene. */
export function sceneToLink(scene: Scene): string {
  const { problem, start, steps, sampling, runs, view } = scene;
  const problemWords = valuesToWords(PROBLEMS[problem.id].parameters, problem.params);
  const batch = sampling.batchSize;
  const viewWords = viewToWords(view);
  return [
    `v=${VERSION}`,
    `p=${[problem.id, ...problemWords, wordOf('scale', problem.scale), wordOf('rot', problem.rotation)].join(',')}`,
    `s=${start.map(numberToText).join(',')}`,
    `n=${steps}`,
    `d=${wordOf('seed', sampling.seed)},${wordOf('noise', sampling.noise)},${wordOf('batch', batch)}`,
    ...runs.map((run) => `r=${runToText(run)}`),
    ...(viewWords.length === 0 ? [] : [`view=${viewWords.join(',')}`]),
    END,
  ].join('&');
}

function choiceToText(choice: Choice<string>, specs: Specs, mark = ''): string {
  return [mark + choice.id, ...valuesToWords(specs, choice.hyperparameters)].join(',');
}

function runToText({ optimizer, schedule, modifiers, name, slot, hidden }: Run): string {
  return [
    choiceToText(optimizer, OPTIMIZERS[optimizer.id].hyperparameters),
    ...schedule.map((choice) => choiceToText(choice, SCHEDULES[choice.id].hyperparameters, '*')),
    ...modifiers.map((choice) => choiceToText(choice, MODIFIERS[choice.id].hyperparameters, '!')),
    [
      'as',
      wordOf('slot', slot),
      ...(hidden ? [wordOf('hide', 1)] : []),
      ...(name === null ? [] : [wordOf('name', nameToText(name))]),
    ].join(','),
  ].join(';');
}

function viewToWords({ focus, playhead, window, theme }: View): string[] {
  const { x, y } = window ?? {};
  return [
    ...(playhead === undefined ? [] : [wordOf('t', playhead)]),
    ...(focus === undefined ? [] : [wordOf('f', focus)]),
    ...(x && y ? [wordOf('w', [...x, ...y].map(numberToText).join('_'))] : []),
    ...(theme === undefined ? [] : [wordOf('th', theme)]),
  ];
}

/** A scene read from a link, and sentences on what of it could not be read. */
export interface ReadLink {
  /** Null if the text holds nothing of a scene. */
  readonly scene: Scene | null;
  readonly notices: readonly string[];
}

/**
 * Reads a fragment (with or without `#`). It opens what it can: cut off, percent-encoded once or more, with
 * `&amp;` for `&`, from a later version, or as a scene's JSON.
 */
export function sceneFromLink(fragment: string): ReadLink {
  const text = decoded(fragment.replace(/^#/, '')).trim();
  if (text.startsWith('{')) return fromJson(text);
  const notices: string[] = [];
  const fields = fieldsOf(text, notices);
  if (!fields.some(([key]) => key === 'p' || key === 'r'))
    return { scene: null, notices: [...notices, say.notALink] };
  const lost = (piece: string) => notices.push(say.notUnderstood(piece.slice(0, SHOWN)));
  const json: Record<string, unknown> = { version: VERSION };
  const runs: unknown[] = [];
  for (const [key, value] of fields) {
    if (key === 'v') {
      if ((numberFromText(value) ?? VERSION) > VERSION) notices.push(say.laterVersion);
    } else if (key === 'p') json.problem = problemFromText(value, lost);
    else if (key === 's') json.start = value.split(',').map((word) => numberFromText(word) ?? word);
    else if (key === 'n') json.steps = numberFromText(value) ?? value;
    else if (key === 'd') json.sampling = samplingFromText(value, lost);
    else if (key === 'r') runs.push(runFromText(value, lost));
    else if (key === 'view') json.view = viewFromText(value, lost);
    else lost(value === '' ? key : `${key}=${value}`);
  }
  const { scene, issues } = readScene({ ...json, runs });
  return { scene, notices: [...notices, ...issues.map(({ path, message }) => say.dropped(path, message))] };
}

/** Undoes percent-encoding and HTML escapes, as often as they were applied, and leaves a broken `%` as it is. */
function decoded(text: string): string {
  let current = text;
  for (let round = 0; round < 5; round++) {
    const next = current.replaceAll('&amp;', '&').replaceAll(/(%[0-9a-f]{2})+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    });
    if (next === current) break;
    current = next;
  }
  return current;
}

function fieldsOf(text: string, notices: string[]): (readonly [key: string, value: string])[] {
  let whole = text;
  if (text.split('&').at(-1) !== END && /[=&]/.test(text)) {
    // The last word may have lost letters and still look like a word: it goes.
    const kept = Math.max(text.lastIndexOf('&'), text.lastIndexOf(';'), text.lastIndexOf(','), 0);
    whole = text.slice(0, kept);
    notices.push(say.cutOff(text.slice(kept + 1).slice(0, SHOWN)));
  }
  return whole
    .split('&')
    .filter((field) => field !== '' && field !== END)
    .map((field) => {
      const equals = field.indexOf('=');
      return equals < 0 ? [field, ''] : [field.slice(0, equals), field.slice(equals + 1)];
    });
}

type Lost = (piece: string) => void;

function problemFromText(text: string, lost: Lost): unknown {
  const [id, ...words] = text.split(',');
  const specs: Specs = Object.hasOwn(PROBLEMS, id) ? PROBLEMS[id as keyof typeof PROBLEMS].parameters : {};
  const own = (key: string) => words.find((word) => splitWord(word)?.[0] === key);
  const scale = own('scale');
  const rotation = own('rot');
  const rest = words.filter((word) => word !== scale && word !== rotation);
  return {
    id,
    params: valuesFromWords(specs, rest, lost),
    ...(scale ? { scale: wordNumber(scale) } : {}),
    ...(rotation ? { rotation: wordNumber(rotation) } : {}),
  };
}

function wordNumber(word: string): unknown {
  const text = splitWord(word)?.[1] ?? word;
  return numberFromText(text) ?? text;
}

/** The JSON of words with fixed keys: `fields` gives each key its name and the meaning of its text. */
function fromWords(
  words: readonly string[],
  fields: Readonly<Record<string, readonly [name: string, read: (text: string) => unknown]>>,
  lost: Lost,
): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const word of words) {
    const split = splitWord(word);
    if (split && Object.hasOwn(fields, split[0])) {
      const [name, read] = fields[split[0]];
      json[name] = read(split[1]);
    } else lost(word);
  }
  return json;
}

const number = (text: string): unknown => numberFromText(text) ?? text;

function samplingFromText(text: string, lost: Lost): unknown {
  return fromWords(
    text.split(','),
    { seed: ['seed', number], noise: ['noise', number], batch: ['batchSize', number] },
    lost,
  );
}

function viewFromText(text: string, lost: Lost): unknown {
  const window = (value: string) => {
    const [x0, x1, y0, y1] = value.split('_').map(number);
    return { x: [x0, x1], y: [y0, y1] };
  };
  return fromWords(
    text.split(','),
    {
      t: ['playhead', number],
      f: ['focus', number],
      w: ['window', window],
      th: ['theme', (theme) => theme],
    },
    lost,
  );
}

function runFromText(text: string, lost: Lost): unknown {
  const [optimizer, ...parts] = text.split(';');
  const run: { schedule: unknown[]; modifiers: unknown[]; [field: string]: unknown } = {
    optimizer: choiceFromText(optimizer, OPTIMIZERS, lost),
    schedule: [],
    modifiers: [],
  };
  for (const part of parts) {
    if (part.startsWith('*')) run.schedule.push(choiceFromText(part.slice(1), SCHEDULES, lost));
    else if (part.startsWith('!')) run.modifiers.push(choiceFromText(part.slice(1), MODIFIERS, lost));
    else if (part === 'as' || part.startsWith('as,'))
      Object.assign(
        run,
        fromWords(
          part.split(',').slice(1),
          { slot: ['slot', number], hide: ['hidden', (flag) => flag === '1'], name: ['name', nameFromText] },
          lost,
        ),
      );
    else lost(part);
  }
  return run;
}

function choiceFromText(
  text: string,
  registry: Readonly<Record<string, { readonly hyperparameters: Specs }>>,
  lost: Lost,
): unknown {
  const [id, ...words] = text.split(',');
  // An unknown member's words have no meaning; its id is what the reader reports.
  if (!Object.hasOwn(registry, id)) return { id };
  return { id, hyperparameters: valuesFromWords(registry[id].hyperparameters, words, lost) };
}

function fromJson(text: string): ReadLink {
  try {
    const { scene, issues } = readScene(JSON.parse(text));
    return { scene, notices: issues.map(({ path, message }) => say.dropped(path, message)) };
  } catch {
    return { scene: null, notices: [say.notALink] };
  }
}
