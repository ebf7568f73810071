import { describe, expect, test } from 'vitest';
import { evaluateTex } from '../../equations/evaluateTex.ts';
import { shownTex } from '../../reading/holdToDigits.ts';
import { AXES, type AxisId } from './axes.ts';
import { curveOf, type CurveSettings } from './curve.ts';
import { lossesOn } from './formulas.ts';
import { readCurve, type CurveReading } from './readCurve.ts';

const SETTINGS: readonly CurveSettings[] = [
  { isPositive: true, gamma: 2, precision: 1.5 },
  { isPositive: false, gamma: 0.75, precision: 0.3 },
  { isPositive: true, gamma: 0, precision: 8 },
];
const EVERY = (Object.keys(AXES) as AxisId[]).flatMap((axis) =>
  lossesOn(axis).flatMap((id) => SETTINGS.map((settings) => ({ axis, id, settings }))),
);

/** Places inside an axis that are no corner of any loss. */
function placesOn(axis: AxisId): number[] {
  const [from, to] = AXES[axis].domain;
  return [0.013, 0.17, 0.31, 0.486, 0.629, 0.84, 0.972].map((part) =>
    Number((from + part * (to - from)).toFixed(3)),
  );
}

/** What a reader with a calculator finds of a line. */
function computed({ right }: CurveReading): number {
  const value = right ? evaluateTex(shownTex(right), { names: {}, functions: {} }) : Number.NaN;
  return typeof value === 'number' ? value : Number.NaN;
}

describe.each(EVERY)('$id over the $axis, $settings', ({ axis, id, settings }) => {
  const curve = curveOf(axis, id, settings);

  test('has the slope that central differences have', () => {
    const h = 1e-6;
    for (const x of placesOn(axis)) {
      const measured = (curve.valueAt(x + h) - curve.valueAt(x - h)) / (2 * h);
      expect(curve.slopeAt(x)).toBeCloseTo(measured, 6);
    }
  });

  test('is read with numbers that come to what is printed', () => {
    for (const x of placesOn(axis))
      for (const line of readCurve(curve, x)) {
        if (line.right === null) continue;
        const [left] = line.left.slots;
        const decimals = left.mantissa.split('.')[1]?.length ?? 0;
        const half = 0.5 * 10 ** ((left.exponent ?? 0) - decimals) * (1 + 1e-8);
        const isRight = Math.abs(computed(line) - left.value) <= half;
        expect(isRight, `${shownTex(line.right)} ${line.relation} ${left.mantissa}`).toBe(
          line.relation === '=',
        );
      }
  });

  test('says of its value and slope what it draws, in three digits', () => {
    for (const x of placesOn(axis)) {
      const printed = readCurve(curve, x)
        .slice(-2)
        .map(({ left }) => left.slots[0].value);
      for (const [i, exact] of [curve.valueAt(x), curve.slopeAt(x)].entries())
        expect(Math.abs(printed[i] - exact)).toBeLessThanOrEqual(0.005 * Math.abs(exact));
    }
  });
});

const settings = SETTINGS[0];
const texts = (axis: AxisId, id: Parameters<typeof curveOf>[1], x: number, given = settings) =>
  readCurve(curveOf(axis, id, given), x).map(
    ({ right, relation, left, when }) =>
      `${right ? `${shownTex(right)} ` : ''}${relation} ${shownTex(left)}${when ? ` | ${shownTex(when)}` : ''}`,
  );

test('the hinge of a margin of 0.4 is 1 − 0.4, and its slope −1 because 0.4 < 1', () => {
  expect(texts('margin', 'hinge', 0.4)).toEqual([String.raw`\max(0, 1 - 0.4) = 0.600`, '= -1 | 0.4 {} < 1']);
});

test('at its corner the hinge takes 0', () => {
  expect(texts('margin', 'hinge', 1)).toEqual([String.raw`\max(0, 1 - 1) = 0`, String.raw`= 0 | 1 {} \ge 1`]);
});

test('a negative class has its sign in the formula of a score', () => {
  const [value, slope] = texts('score', 'hinge', -1.5, { ...settings, isPositive: false });
  expect(value).toBe(String.raw`\max(0, 1 - (-1) \cdot (-1.5)) = 0`);
  expect(slope).toBe(String.raw`= 0 | -1 \cdot (-1.5) {} = 1.5 {} \ge 1`);
});

test('cross-entropy of a probability of 0 for what is true is infinite, and so is its slope', () => {
  const [value, slope] = texts('probability', 'binary-cross-entropy', 0);
  expect(value).toMatch(/= \\infty$/);
  expect(slope).toMatch(/= -\\infty$/);
});

test('cross-entropy of a sure and right guess is 0, its slope −1', () => {
  const curve = curveOf('probability', 'binary-cross-entropy', settings);
  expect([curve.valueAt(1), curve.slopeAt(1)]).toEqual([0, -1]);
  expect(readCurve(curve, 1).map(({ relation, left }) => [relation, left.slots[0].value])).toEqual([
    ['=', 0],
    ['=', -1],
  ]);
});

test('a slope that is the residual itself says it once, with all its digits', () => {
  expect(texts('residual', 'squared-error', -1.234)[1]).toBe('= -1.234');
  expect(texts('residual', 'absolute-error', 0)[1]).toBe('= 0 | 0 {} = 0');
});

test('zero-one has no slope at its jump', () => {
  const curve = curveOf('margin', 'zero-one', settings);
  expect([curve.valueAt(-1e-9), curve.valueAt(0), curve.slopeAt(0)]).toEqual([1, 0, Number.NaN]);
  expect(curve.slopeAt(0.5)).toBe(0);
});
