import { linkMessages as say } from '../messages/scene.ts';
import { lossTopics } from '../losses/topics/loading.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import type { Specs } from '../specs/spec.ts';
import { memberFromText, memberToText, SHORT_IDS, type Family } from './linkMember.ts';
import { END, fieldsOf, readingsOf, SHOWN } from './linkRepair.ts';
import {
  fieldsFromWords,
  nameFromText,
  nameToText,
  numberFromText,
  numberOrText,
  numberToText,
  splitWord,
  valuesFromWords,
  valuesToWords,
  wordOf,
} from './linkText.ts';
import { flagFromText, viewFromText, viewToWords } from './linkView.ts';
import { readScene, type ReadScene } from './readScene.ts';
import type { LossesView, Run, Scene } from './scene.ts';

/**
 * Links. A scene as the fragment of an address, with full values:
 *
 *     v=1&p=rosenbrock,a1,b100,scale1,rot0&s=-1.5,2&n=300&d=seed7,noise0,batch1
 *       &r=adam.05,f.9,s.999,e1e-8,ep0,b1*c.1!l5,a.5;3,n:Mine&view=t120,f0&end
 *
 * Fields are separated by `&`. A run is its optimizer, then its schedules (`*`), its modifiers (`!`) and how it
 * looks (`;`, its slot first). Words are separated by `,`; a word is a spec's key with its value. Keys, ids and
 * the order of options are frozen (src/fixtures/linkKeys.json): they stand in people's links.
 */
const VERSION = 1;

const FAMILIES = {
  optimizer: { members: OPTIMIZERS, short: {} },
  schedule: { members: SCHEDULES, short: SHORT_IDS.schedules },
  modifier: { members: MODIFIERS, short: SHORT_IDS.modifiers },
} as const satisfies Record<string, Family>;

/** The room of losses: its pages as members, what is set on them as their values. There are none until they are loaded. */
const topicFamily = (): Family => ({
  members: Object.fromEntries(
    Object.entries(lossTopics() ?? {}).map(([id, { values }]) => [id, { hyperparameters: values }]),
  ),
  short: {},
});

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
    `n=${numberToText(steps)}`,
    `d=${wordOf('seed', sampling.seed)},${wordOf('noise', sampling.noise)},${wordOf('batch', batch)}${sampling.order === 'epochs' ? `,${wordOf('order', sampling.order)}` : ''}`,
    ...runs.map((run) => `r=${runToText(run)}`),
    ...(viewWords.length === 0 ? [] : [`view=${viewWords.join(',')}`]),
    ...(view.losses ? [`l=${lossesToText(view.losses)}`] : []),
    END,
  ].join('&');
}

function runToText({ optimizer, schedule, modifiers, name, slot, hidden }: Run): string {
  return [
    memberToText(FAMILIES.optimizer, optimizer),
    ...schedule.map((choice) => `*${memberToText(FAMILIES.schedule, choice)}`),
    ...modifiers.map((choice) => `!${memberToText(FAMILIES.modifier, choice)}`),
    `;${slot}`,
    ...(hidden ? [`,${wordOf('h', 1)}`] : []),
    ...(name === null ? [] : [`,${wordOf('n', nameToText(name))}`]),
  ].join('');
}

function lossesToText({ topic, values }: LossesView): string {
  // A page that has not come yet was left alone: its id alone says so.
  return lossTopics() ? memberToText(topicFamily(), { id: topic, hyperparameters: values }) : topic;
}

function lossesFromText(text: string, lost: Lost): unknown {
  const { id, hyperparameters } = memberFromText(topicFamily(), text, lost);
  return { topic: id, values: hyperparameters };
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
  let text = '';
  for (const reading of readingsOf(fragment)) {
    const scene = sceneFromJson(reading);
    if (scene) return withNotices(scene, []);
    text = reading;
  }
  const notices: string[] = [];
  const fields = fieldsOf(text, notices);
  if (!fields.some(([key]) => key === 'p' || key === 'r'))
    return { scene: null, notices: [...notices, say.notALink] };
  const lost = (piece: string) => {
    if (piece !== '') notices.push(say.notUnderstood(piece.slice(0, SHOWN)));
  };
  const json: Record<string, unknown> = { version: VERSION };
  const runs: unknown[] = [];
  const view: { losses?: unknown } = {};
  for (const [key, value] of fields) {
    if (key === 'v') {
      if ((numberFromText(value) ?? VERSION) > VERSION) notices.push(say.laterVersion);
    } else if (key === 'p') json.problem = problemFromText(value, lost);
    else if (key === 's') json.start = value.split(',').map(numberOrText);
    else if (key === 'n') json.steps = numberOrText(value);
    else if (key === 'd') json.sampling = samplingFromText(value, lost);
    else if (key === 'r') runs.push(runFromText(value, lost));
    else if (key === 'view') json.view = { ...viewFromText(value, lost), ...view };
    else if (key === 'l') {
      view.losses = lossesFromText(value, lost);
      json.view = { ...(json.view as object), ...view };
    } else lost(value === '' ? key : `${key}=${value}`);
  }
  return withNotices(readScene({ ...json, runs }), notices);
}

function withNotices({ scene, issues }: ReadScene, notices: readonly string[]): ReadLink {
  const dropped = issues.map(({ path, message, brief = message }) => say.dropped(path, brief));
  return { scene, notices: [...notices, ...dropped] };
}

function sceneFromJson(text: string): ReadScene | null {
  if (!text.startsWith('{')) return null;
  try {
    return readScene(JSON.parse(text));
  } catch {
    return null;
  }
}

type Lost = (piece: string) => void;

function problemFromText(text: string, lost: Lost): unknown {
  const [id, ...words] = text.split(',');
  // An unknown problem's words have no meaning; its id is what the reader reports.
  if (!Object.hasOwn(PROBLEMS, id)) return { id };
  const specs: Specs = PROBLEMS[id as keyof typeof PROBLEMS].parameters;
  const isOwn = (word: string) => ['scale', 'rot'].includes(splitWord(word)?.[0] ?? '');
  return {
    id,
    params: valuesFromWords(
      specs,
      words.filter((word) => !isOwn(word)),
      lost,
    ),
    ...fieldsFromWords(
      words.filter(isOwn),
      { scale: ['scale', numberOrText], rot: ['rotation', numberOrText] },
      lost,
    ),
  };
}

function samplingFromText(text: string, lost: Lost): unknown {
  return fieldsFromWords(
    text.split(','),
    {
      seed: ['seed', numberOrText],
      noise: ['noise', numberOrText],
      batch: ['batchSize', numberOrText],
      order: ['order', (text) => text],
    },
    lost,
  );
}

function runFromText(text: string, lost: Lost): unknown {
  const [optimizer, ...parts] = text.split(/(?=[*!;])/);
  const run: { schedule: unknown[]; modifiers: unknown[]; [field: string]: unknown } = {
    optimizer: memberFromText(FAMILIES.optimizer, optimizer, lost),
    schedule: [],
    modifiers: [],
  };
  for (const part of parts) {
    const rest = part.slice(1);
    if (part.startsWith('*')) run.schedule.push(memberFromText(FAMILIES.schedule, rest, lost));
    else if (part.startsWith('!')) run.modifiers.push(memberFromText(FAMILIES.modifier, rest, lost));
    else Object.assign(run, looksFromText(rest, lost));
  }
  return run;
}

function looksFromText(text: string, lost: Lost): Record<string, unknown> {
  const [head, ...words] = text.split(',');
  const slot = numberFromText(head);
  return {
    ...(slot === null ? {} : { slot }),
    ...fieldsFromWords(
      slot === null ? [head, ...words] : words,
      { h: ['hidden', flagFromText], n: ['name', nameFromText] },
      lost,
    ),
  };
}
