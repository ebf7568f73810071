import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODIFIERS } from '../../src/modifiers/registry.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { outside } from '../../src/scene/reading.ts';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import type { NumberSpec, Specs } from '../../src/specs/spec.ts';
import { sliderScale } from './sliderScale.ts';

const FAMILIES: readonly (readonly [string, Specs])[] = [
  ...Object.entries(OPTIMIZERS).map(([id, { hyperparameters }]) => [id, hyperparameters] as const),
  ...Object.entries(MODIFIERS).map(([id, { hyperparameters }]) => [id, hyperparameters] as const),
  ...Object.entries(SCHEDULES).map(([id, { hyperparameters }]) => [id, hyperparameters] as const),
  ...Object.entries(PROBLEMS).map(([id, { parameters }]) => [id, parameters] as const),
];
const SPECS = FAMILIES.flatMap(([id, specs]) =>
  Object.entries(specs).flatMap(([name, spec]) => (spec.kind === 'number' ? [{ id, name, spec }] : [])),
);

const rate: NumberSpec = {
  kind: 'number',
  key: 'r',
  symbol: 'r',
  label: 'rate',
  default: 0.02,
  min: 0,
  scale: 'log',
  slider: [1e-4, 1],
};
const decay: NumberSpec = {
  kind: 'number',
  key: 'd',
  symbol: 'd',
  label: 'decay',
  default: 0.9,
  min: 0,
  below: 1,
  scale: 'oneMinusLog',
};
const tilt: NumberSpec = {
  kind: 'number',
  key: 't',
  symbol: 't',
  label: 'tilt',
  default: 1,
  min: -90,
  max: 90,
  scale: 'linear',
  slider: [-20, 60],
};
const count: NumberSpec = { ...tilt, default: 5, min: 0, max: 50, integer: true, slider: [0, 10] };

const texts = (spec: NumberSpec) => sliderScale(spec).marks.map(({ text }) => text);

describe.each(SPECS)('the slider of $name of $id', ({ spec }) => {
  const scale = sliderScale(spec);

  test('gives nothing that its spec would refuse, anywhere on the track', () => {
    for (let i = 0; i <= 400; i++) expect(outside(scale.value(i / 400), spec)).toBeNull();
  });

  test('goes from end to end without turning back, and tells where each value is', () => {
    expect(scale.value(0)).toBe(scale.low);
    expect(scale.value(1)).toBe(scale.high);
    let before = Number.NEGATIVE_INFINITY;
    for (let i = 0; i <= 400; i++) {
      const value = scale.value(i / 400);
      expect(value).toBeGreaterThanOrEqual(before);
      expect(scale.value(scale.position(value))).toBe(value);
      before = value;
    }
  });

  test('is walked by keys from its low end to its high one and back, within its spec', () => {
    for (const by of ['step', 'page'] as const) {
      const up = [scale.low];
      while ((up.at(-1) as number) < scale.high && up.length < 500)
        up.push(scale.next(up.at(-1) as number, 1, by));
      expect(up.at(-1)).toBe(scale.high);
      expect(up.length).toBeLessThan(by === 'step' ? 260 : 40);
      const down = [scale.high];
      while ((down.at(-1) as number) > scale.low && down.length < 500)
        down.push(scale.next(down.at(-1) as number, -1, by));
      expect(down.at(-1)).toBe(scale.low);
      for (const value of [...up, ...down]) expect(outside(value, spec)).toBeNull();
    }
  });

  test('has three to six marks in order, apart from one another', () => {
    const places = scale.marks.map(({ position }) => position);
    expect(places.length).toBeGreaterThanOrEqual(3);
    expect(places.length).toBeLessThanOrEqual(6);
    for (const [i, place] of places.entries()) if (i > 0) expect(place - places[i - 1]).toBeGreaterThan(0.12);
    expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
  });

  test('shows its default at a place of the track', () => {
    expect(scale.position(spec.default)).toBeGreaterThanOrEqual(0);
    expect(scale.position(spec.default)).toBeLessThanOrEqual(1);
  });
});

describe('a logarithmic scale', () => {
  test('gives each decade the same length', () => {
    const scale = sliderScale(rate);
    expect([1e-4, 1e-3, 1e-2, 0.1, 1].map((value) => scale.position(value))).toEqual(
      [0, 0.25, 0.5, 0.75, 1].map((place) => expect.closeTo(place, 12)),
    );
  });

  test('has a mark a decade, and every third one where decades are many', () => {
    expect(texts(rate)).toEqual(['10⁻⁴', '10⁻³', '0.01', '0.1', '1']);
    expect(texts({ ...rate, slider: [1e-12, 1e-2] })).toEqual(['10⁻¹²', '10⁻⁹', '10⁻⁶', '10⁻³']);
  });

  test('has threefolds, too, where decades are few', () => {
    expect(texts({ ...rate, slider: [0.05, 2] })).toEqual(['0.1', '0.3', '1']);
  });

  test('is read in two digits', () => {
    // 10^(−4 + 4·0.61) = 0.02754…
    expect(sliderScale(rate).value(0.61)).toBe(0.028);
  });

  test('goes by keys from round value to round value, and by pages from decade to decade', () => {
    const scale = sliderScale(rate);
    expect(scale.next(0.1, 1, 'step')).toBe(0.11);
    expect(scale.next(0.1, -1, 'step')).toBe(0.09);
    expect(scale.next(0.0237, 1, 'step')).toBe(0.025);
    expect(scale.next(0.0237, -1, 'step')).toBe(0.022);
    expect(scale.next(0.003, 1, 'page')).toBe(0.03);
    expect(scale.next(0.003, -1, 'page')).toBe(0.0003);
  });

  test('ends where its keys end, but leaves a typed value beyond an end alone', () => {
    const scale = sliderScale(rate);
    expect(scale.next(0.5, 1, 'page')).toBe(1);
    expect(scale.next(7, 1, 'step')).toBe(7);
    expect(scale.next(7, -1, 'step')).toBe(6);
    expect(scale.position(7)).toBe(1);
    expect(scale.next(2e-6, -1, 'step')).toBe(2e-6);
    expect(scale.position(2e-6)).toBe(0);
    expect(scale.position(0)).toBe(0);
  });

  test('has a place for 0 where that is the default, a gap before the least power of ten', () => {
    const scale = sliderScale({ ...rate, default: 0 });
    expect(texts({ ...rate, default: 0 })).toEqual(['0', '10⁻⁴', '10⁻³', '0.01', '0.1', '1']);
    expect(scale.position(0)).toBe(0);
    expect(scale.value(0.02)).toBe(0);
    expect(scale.value(0.1)).toBe(1e-4);
    expect(scale.next(0, 1, 'step')).toBe(1e-4);
    expect(scale.next(1e-4, -1, 'step')).toBe(0);
    expect(scale.next(0, -1, 'step')).toBe(0);
  });
});

describe('a scale of decades of 1 − value', () => {
  const scale = sliderScale(decay);

  test('gives 0.9, 0.99 and 0.999 thirds of the track', () => {
    expect([0, 0.9, 0.99, 0.999].map((value) => scale.position(value))).toEqual(
      [0, 1 / 3, 2 / 3, 1].map((place) => expect.closeTo(place, 9)),
    );
    expect(texts(decay)).toEqual(['0', '0.9', '0.99', '0.999']);
  });

  test('is read in two digits of 1 − value', () => {
    // 1 − 10^(−3·0.44) = 1 − 0.04786…
    expect(scale.value(0.44)).toBe(0.952);
  });

  test('goes by keys in steps that grow finer towards 1', () => {
    expect(scale.next(0.9, 1, 'step')).toBe(0.91);
    expect(scale.next(0.9, -1, 'step')).toBe(0.89);
    expect(scale.next(0.99, 1, 'step')).toBe(0.991);
    expect(scale.next(0.7, 1, 'page')).toBe(0.97);
    expect(scale.next(0.97, -1, 'page')).toBe(0.7);
  });

  test('shows a value nearer to 1 at its end', () => {
    expect(scale.position(0.99995)).toBe(1);
    expect(scale.next(0.99995, 1, 'step')).toBe(0.99995);
  });
});

describe('a linear scale', () => {
  test('is even, with three to five round marks', () => {
    expect(sliderScale(tilt).position(0)).toBe(0.25);
    expect(texts(tilt)).toEqual(['−20', '0', '20', '40', '60']);
    expect(texts({ ...tilt, slider: [-1.4, 1.4] })).toEqual(['−1', '−0.5', '0', '0.5', '1']);
  });

  test('keeps whole numbers whole, one a key', () => {
    const scale = sliderScale(count);
    expect(scale.value(0.437)).toBe(4);
    expect(scale.next(4, 1, 'step')).toBe(5);
    expect(scale.next(4, -1, 'step')).toBe(3);
  });

  test('keeps clear of an end that its range excludes', () => {
    const { slider: _, min: __, max: ___, ...open } = tilt;
    const scale = sliderScale({ ...open, above: -2, below: 3 });
    expect(scale.low).toBeGreaterThan(-2);
    expect(scale.high).toBeLessThan(3);
  });
});

test('what a slider says of a value is the value’s place, whatever is typed', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => {
      const place = sliderScale(rate).position(value);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(1);
    }),
    REPEATABLE,
  );
});
