import { levelText } from '../../src/ground/levelText.ts';
import type { NumberSpec } from '../../src/specs/spec.ts';

/** A mark below the track: where it stands, 0 … 1, and what it says. */
export interface Mark {
  readonly position: number;
  readonly text: string;
}

/** The line that a slider's thumb moves on: positions 0 … 1 against values. */
export interface SliderScale {
  readonly low: number;
  readonly high: number;
  readonly marks: readonly Mark[];
  /** A value beyond an end is at that end. */
  position(value: number): number;
  /** The value at a position, rounded to what a hand can tell apart. */
  value(position: number): number;
  /** The next round value up (1) or down (−1), by a key's step or a page's; never further beyond an end. */
  next(value: number, direction: 1 | -1, by: 'step' | 'page'): number;
}

/** A line in the coordinate in which a slider's values lie evenly. */
interface Line {
  readonly low: number;
  readonly high: number;
  readonly marks: readonly number[];
  /** Even along the track. */
  readonly along: (value: number) => number;
  /** Inverse of `along`, rounded. */
  readonly at: (coordinate: number) => number;
  next(value: number, direction: 1 | -1, by: 'step' | 'page'): number;
}

type Ranged = Pick<
  NumberSpec,
  'scale' | 'slider' | 'marks' | 'min' | 'above' | 'max' | 'below' | 'integer' | 'default'
>;

/** Round mantissas, about a twentieth of a decade apart. */
const ROUND = [1, 1.1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9];
/** The part of the track between 0 and the least power of ten, where 0 is the default of a logarithmic scale. */
const ZERO_GAP = 0.14;
/** Where a decay rate may come as near to 1 as it likes, its slider ends here. */
const LAST_DECAY = 0.999;
const MOST_MARKS = 5;
/** Digits that float64 gets right after a product or a difference of decimal numbers. */
const DIGITS = 12;

/** The scale of a number's slider, from its spec alone. */
export function sliderScale(spec: Ranged): SliderScale {
  const line = LINES[spec.scale](spec);
  const { low, high, along, at } = line;
  const gap = spec.scale === 'log' && spec.default === 0 ? ZERO_GAP : 0;
  const from = along(low);
  const length = along(high) - from;
  const whole = (value: number) => (spec.integer ? Math.round(value) : value);
  const least = gap > 0 ? 0 : low;
  const position = (value: number) => {
    if (gap > 0 && value === 0) return 0;
    const part = value <= low ? 0 : value >= high ? 1 : (along(value) - from) / length;
    return gap + (1 - gap) * part;
  };
  return {
    low: least,
    high,
    marks: (gap > 0 ? [0, ...line.marks] : line.marks).map((value) => ({
      position: position(value),
      text: levelText(value),
    })),
    position,
    value(place) {
      if (gap > 0 && place < gap / 2) return 0;
      const part = Math.min(1, Math.max(0, (place - gap) / (1 - gap)));
      if (part === 0) return low;
      return part === 1 ? high : Math.min(high, Math.max(low, whole(at(from + part * length))));
    },
    next(value, direction, by) {
      if (direction > 0) {
        if (value >= high) return value;
        if (value < low) return low;
        const up = line.next(value, 1, by);
        return Math.min(high, spec.integer ? Math.max(value + 1, Math.round(up)) : up);
      }
      if (value <= least) return value;
      if (value <= low) return least;
      const down = line.next(value, -1, by);
      return Math.max(low, spec.integer ? Math.min(value - 1, Math.round(down)) : down);
    },
  };
}

const LINES: Readonly<Record<NumberSpec['scale'], (spec: Ranged) => Line>> = {
  linear(spec) {
    const [low, high] = spec.slider ?? linearEnds(spec);
    const range = high - low;
    const fine = spec.integer ? 1 : 10 ** Math.floor(Math.log10(range / 100));
    const least = spec.integer ? 1 : 0;
    const steps = {
      step: Math.max(least, roundStep(range / 50)),
      page: Math.max(least, roundStep(range / 10)),
    };
    return {
      low,
      high,
      marks: spec.marks ?? linearMarks(low, high),
      along: (value) => value,
      at: (x) => decimal(Math.round(x / fine) * fine),
      next(value, direction, by) {
        const step = steps[by];
        const count = value / step;
        return decimal((direction > 0 ? Math.floor(count + 1e-9) + 1 : Math.ceil(count - 1e-9) - 1) * step);
      },
    };
  },
  log(spec) {
    const [low, high] = spec.slider ?? [spec.min ?? spec.above ?? 1e-4, spec.max ?? spec.below ?? 1];
    return {
      low,
      high,
      marks: logMarks(low, high),
      along: Math.log10,
      at: (x) => Number((10 ** x).toPrecision(2)),
      next: (value, direction, by) =>
        by === 'page' ? decimal(value * 10 ** direction) : nextRound(value, direction),
    };
  },
  oneMinusLog(spec) {
    const [low, high] = spec.slider ?? [spec.min ?? 0, Math.min(spec.max ?? LAST_DECAY, LAST_DECAY)];
    return {
      low,
      high,
      marks: logMarks(decimal(1 - high), decimal(1 - low))
        .map((rest) => decimal(1 - rest))
        .toReversed(),
      along: (value) => -Math.log10(1 - value),
      at: (x) => decimal(1 - Number((10 ** -x).toPrecision(2))),
      next(value, direction, by) {
        const rest = decimal(1 - value);
        return decimal(
          1 - (by === 'page' ? rest / 10 ** direction : nextRound(rest, direction > 0 ? -1 : 1)),
        );
      },
    };
  },
};

/** An end that does not belong to the range is kept clear of by a hundredth of it. */
function linearEnds({ min, above, max, below }: Ranged): readonly [number, number] {
  const low = min ?? above ?? 0;
  const high = max ?? below ?? low + 1;
  const clear = (high - low) / 100;
  return [
    min === undefined && above !== undefined ? low + clear : low,
    max === undefined && below !== undefined ? high - clear : high,
  ];
}

/** The number as a person would write it, without the last bits of a float64. */
function decimal(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** The greatest of 1, 2, 5 times a power of ten that is not above `most`. */
function roundStep(most: number): number {
  const power = Math.floor(Math.log10(most));
  const mantissa = most / 10 ** power;
  return Number(`${mantissa >= 5 - 1e-9 ? 5 : mantissa >= 2 - 1e-9 ? 2 : 1}e${power}`);
}

/** Three to five round values. */
function linearMarks(low: number, high: number): number[] {
  for (let part = 10; ; part /= 1.2) {
    const step = roundStep((high - low) / part);
    const first = Math.ceil(low / step - 1e-9);
    const count = Math.floor(high / step + 1e-9) - first + 1;
    if (count <= 5) return Array.from({ length: count }, (_, i) => decimal((first + i) * step));
  }
}

/** Powers of ten, every so-manieth where there are many, with their threefolds where there are few. */
function logMarks(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const stride = Math.ceil((last - first + 1) / MOST_MARKS);
  const powers = Array.from(
    { length: Math.floor((last - first) / stride) + 1 },
    (_, i) => first + i * stride,
  );
  const tens = powers.map((power) => Number(`1e${power}`));
  if (tens.length > 2) return tens;
  return [first - 1, ...powers]
    .flatMap((power) => [Number(`1e${power}`), Number(`3e${power}`)])
    .filter((value) => value >= low && value <= high);
}

function nextRound(value: number, direction: 1 | -1): number {
  const power = Math.floor(Math.log10(value));
  const around = [power - 1, power, power + 1].flatMap((p) => ROUND.map((r) => Number(`${r}e${p}`)));
  return (
    (direction > 0
      ? around.find((round) => round > value * (1 + 1e-9))
      : around.findLast((round) => round < value * (1 - 1e-9))) ?? value
  );
}
