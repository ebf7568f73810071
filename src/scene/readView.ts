import { sceneMessages as say } from '../messages/scene.ts';
import { lossTopics, TOPIC_IDS } from '../losses/topics/loading.ts';
import type { LossTopic } from '../losses/topics/topic.ts';
import type { AnyValues } from '../specs/spec.ts';
import { readEntries, readFields, readFlag, readMember, readNumber, report, type Place } from './reading.ts';
import { readFittingValues } from './readValues.ts';
import {
  CHART_AXES,
  CHART_QUANTITIES,
  CHART_SCALES,
  DATA_PARTS,
  DIVERGED_ABOVE,
  FASTEST,
  MAX_CLOUD,
  MAX_STEPS,
  READING_FORMS,
  READING_NUMBERS,
  SLOWEST,
  THEMES,
  type View,
} from './scene.ts';

/** Least width of a window, beside its edges. */
const NARROWEST = 1e-9;

/**
 * What one looked at; every part may be missing.
 * @param kept which of the runs written are in the scene: the focus stays on its run when one before it is not
 */
export function readView(place: Place, kept: readonly boolean[]): View {
  const known = [
    'focus',
    'playhead',
    'window',
    'theme',
    'unfolded',
    'chart',
    'speed',
    'loop',
    'cloud',
    'reading',
    'data',
    'losses',
  ] as const;
  const fields = place.value === undefined ? null : readFields(place, known);
  if (!fields) return {};
  const written = readNumber(fields.focus, { min: 0, below: kept.length, integer: true }, undefined);
  const focus =
    written !== undefined && kept[written] ? kept.slice(0, written).filter(Boolean).length : undefined;
  const playhead = readNumber(fields.playhead, { min: 0, max: MAX_STEPS, integer: true }, undefined);
  const theme = readMember(fields.theme, THEMES, undefined);
  const window = readWindow(fields.window);
  const chart = readChart(fields.chart);
  const unfolded = readFlag(fields.unfolded, undefined);
  const speed = readNumber(fields.speed, { min: SLOWEST, max: FASTEST }, undefined);
  const loop = readFlag(fields.loop, undefined);
  const cloud = readNumber(fields.cloud, { min: 0, max: MAX_CLOUD, integer: true }, undefined);
  const reading = readReading(fields.reading);
  const data = readMember(fields.data, DATA_PARTS, undefined);
  const losses = readLosses(fields.losses);
  return {
    ...(focus === undefined ? {} : { focus }),
    ...(playhead === undefined ? {} : { playhead }),
    ...(window === undefined ? {} : { window }),
    ...(theme === undefined ? {} : { theme }),
    ...(unfolded === undefined ? {} : { unfolded }),
    ...(chart === undefined ? {} : { chart }),
    ...(speed === undefined ? {} : { speed }),
    ...(loop === undefined ? {} : { loop }),
    ...(cloud === undefined ? {} : { cloud }),
    ...(reading === undefined ? {} : { reading }),
    ...(data === undefined ? {} : { data }),
    ...(losses === undefined ? {} : { losses }),
  };
}

function readLosses(place: Place): View['losses'] {
  const fields = place.value === undefined ? null : readFields(place, ['topic', 'values']);
  if (!fields) return undefined;
  const topic = readMember(fields.topic, TOPIC_IDS, undefined);
  if (!topic) return undefined;
  const topics = lossTopics();
  if (!topics) {
    report(place, say.lossesNotLoaded);
    return undefined;
  }
  const page: LossTopic = topics[topic];
  const refuse = (values: AnyValues) => page.refuse?.(values) ?? null;
  return { topic, values: readFittingValues(fields.values, page.values, refuse) };
}

function readReading(place: Place): View['reading'] {
  const fields = place.value === undefined ? null : readFields(place, ['numbers', 'form', 'curvature']);
  if (!fields) return undefined;
  const numbers = readMember(fields.numbers, READING_NUMBERS, undefined);
  const form = readMember(fields.form, READING_FORMS, undefined);
  const curvature = readFlag(fields.curvature, undefined);
  return {
    ...(numbers === undefined ? {} : { numbers }),
    ...(form === undefined ? {} : { form }),
    ...(curvature === undefined ? {} : { curvature }),
  };
}

function readChart(place: Place): View['chart'] {
  const fields =
    place.value === undefined ? null : readFields(place, ['quantity', 'scale', 'against', 'range']);
  if (!fields) return undefined;
  const quantity = readMember(fields.quantity, CHART_QUANTITIES, undefined);
  const scale = readMember(fields.scale, CHART_SCALES, undefined);
  const against = readMember(fields.against, CHART_AXES, undefined);
  const range = fields.range.value === undefined ? null : readInterval(fields.range);
  return {
    ...(quantity === undefined ? {} : { quantity }),
    ...(scale === undefined ? {} : { scale }),
    ...(against === undefined ? {} : { against }),
    ...(range === null ? {} : { range }),
  };
}

function readWindow(place: Place): View['window'] {
  const fields = place.value === undefined ? null : readFields(place, ['x', 'y']);
  if (!fields) return undefined;
  const x = readInterval(fields.x);
  const y = readInterval(fields.y);
  return x && y ? { x, y } : undefined;
}

function readInterval(place: Place): readonly [number, number] | null {
  const entries = readEntries(place);
  if (!entries) return null;
  const [from, to] = entries.map((entry) =>
    readNumber(entry, { min: -DIVERGED_ABOVE, max: DIVERGED_ABOVE }, null),
  );
  if (from === null || to === null) return null;
  // Narrower than this, float64 has too few numbers left between the edges to draw with.
  const narrowest = NARROWEST * Math.max(1, Math.abs(from), Math.abs(to));
  if (entries.length === 2 && from < to && to - from >= narrowest) return [from, to];
  report(place, entries.length === 2 && from < to ? say.narrowWindow : say.emptyWindow);
  return null;
}
