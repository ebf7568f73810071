import { LOSSES, type LossId } from '../../src/losses/registry.ts';
import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import type { DataModel } from '../../src/problems/problem.ts';
import type { AxisMap, Box } from './lineGeometry.ts';

/**
 * How samples are drawn: two classes by two features (`plane`) or by one, with the height that the model predicts
 * (`threshold`); a number by one feature (`regression`).
 */
export type FigureKind = 'plane' | 'threshold' | 'regression';

/** What is drawn of samples, in their own units. */
export interface Figure {
  readonly kind: FigureKind;
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  /** In a figure of a threshold: probabilities of the positive class, not scores. */
  readonly isProbability: boolean;
  /** The lines on which the score is ±1 mean something: the loss is a hinge. */
  readonly hasMargins: boolean;
}

export interface FigureAxis {
  readonly name: string;
  readonly range: readonly [number, number];
}

/** Room beside the outermost samples, as a part of their range. */
const BESIDE = 0.07;
/** Above and below probabilities, and scores of −1 and 1. */
const PROBABILITIES = [-0.2, 1.2] as const;
const SCORES = [-2.4, 2.4] as const;

/** Losses of a score that is read as a logarithm of odds. */
const OF_ODDS: readonly LossId[] = ['sigmoid-cross-entropy', 'softmax-cross-entropy', 'focal'];
const HINGES: readonly LossId[] = ['hinge', 'squared-hinge', 'multiclass-hinge', 'svm'];

/** Chooses the figure for a data set and its model. */
export function figureOf(data: DataModel): Figure {
  const { classes, features, response, loss } = data;
  const { prediction } = LOSSES[loss];
  const isProbability =
    prediction === 'probability' || prediction === 'distribution' || OF_ODDS.includes(loss);
  const hasMargins = HINGES.includes(loss);
  const shared = { isProbability, hasMargins };
  const first = { name: features[0], range: rangeOf(data.inputs, 2, 0, false) };
  if (classes && features.length === 2)
    return {
      kind: 'plane',
      // Every line goes through the origin: it is in sight.
      x: { ...first, range: rangeOf(data.inputs, 2, 0, true) },
      y: { name: features[1], range: rangeOf(data.inputs, 2, 1, true) },
      ...shared,
    };
  if (classes)
    return {
      kind: 'threshold',
      x: first,
      y: isProbability
        ? { name: say.probability(classes[1]), range: PROBABILITIES }
        : { name: say.score, range: SCORES },
      ...shared,
    };
  return {
    kind: 'regression',
    x: first,
    y: { name: response ?? '', range: rangeOf(data.targets, 1, 0, false) },
    ...shared,
  };
}

/** The range of each so-manieth number, with some room beside it. */
function rangeOf(
  values: Float64Array,
  stride: number,
  offset: number,
  withZero: boolean,
): readonly [number, number] {
  let [low, high] = withZero ? [0, 0] : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = offset; i < values.length; i += stride) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  const room = high > low ? BESIDE * (high - low) : 1;
  return [low - room, high + room];
}

/** A figure in pixels. */
export interface Layout {
  readonly box: Box;
  readonly x: AxisMap;
  readonly y: AxisMap;
}

export function layoutOf({ x, y }: Pick<Figure, 'x' | 'y'>, box: Box): Layout {
  const across = (box.right - box.left) / (x.range[1] - x.range[0]);
  const up = (box.top - box.bottom) / (y.range[1] - y.range[0]);
  return {
    box,
    x: { offset: box.left - across * x.range[0], scale: across },
    y: { offset: box.bottom - up * y.range[0], scale: up },
  };
}

export function toPixel({ offset, scale }: AxisMap, value: number): number {
  return offset + scale * value;
}

/** Jitter of samples about the height of their class, as a part of the axis. */
const JITTER = 0.1;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The height at which a sample stands in a figure of a threshold: its class, and a little beside it. */
export function heightOf({ isProbability, y }: Figure, target: number, sample: number): number {
  const middle = isProbability ? (target > 0 ? 1 : 0) : target;
  const spread = JITTER * (y.range[1] - y.range[0]);
  return middle + spread * (((sample * GOLDEN) % 1) - 0.5);
}

/** At most so many samples are drawn. */
export const MOST_DRAWN = 2500;

/**
 * The samples that are drawn: all of them, or so many that are spread evenly over their numbers, by multiples of the
 * golden ratio. No order in the set, and no alternation of classes, comes through.
 */
export function drawnSamples(count: number): Uint32Array {
  if (count <= MOST_DRAWN) return Uint32Array.from({ length: count }, (_, i) => i);
  return Uint32Array.from({ length: MOST_DRAWN }, (_, k) => Math.floor((((k + 1) * GOLDEN) % 1) * count));
}
