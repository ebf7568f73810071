import { defaultsOf } from '../../specs/defaults.ts';
import type { AnyValues } from '../../specs/spec.ts';
import type { TopicId } from './registry.ts';
import type { LossTopic } from './topic.ts';

type Topics = Readonly<Record<TopicId, LossTopic>>;

/** The ids of the pages of the room of losses: a text such as a link may name one before the pages are loaded. */
export const TOPIC_IDS = [
  'curves',
  'softmax',
  'coin',
  'divergence',
  'likelihood',
  'backpropagation',
] as const satisfies readonly TopicId[];

/** What is set on a page of which nothing is known. */
const NOTHING: AnyValues = {};

let topics: Topics | null = null;
let defaults: Readonly<Partial<Record<TopicId, AnyValues>>> = {};

/** What can be set on each page; null until that is loaded. */
export function lossTopics(): Topics | null {
  return topics;
}

/** What is set on a page that was left alone, one object for each page; nothing until it is loaded. */
export function defaultsOfTopic(id: TopicId): AnyValues {
  return defaults[id] ?? NOTHING;
}

/** Hands in what was loaded. */
export function provideLossTopics(loaded: Topics): void {
  topics = loaded;
  defaults = Object.fromEntries(TOPIC_IDS.map((id) => [id, defaultsOf(loaded[id].values)]));
}

/** Whether a text, such as a link, may name a page. */
export function namesLossTopic(text: string): boolean {
  return TOPIC_IDS.some((id) => text.includes(id));
}
