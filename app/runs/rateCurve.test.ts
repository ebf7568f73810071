import { describe, expect, test } from 'vitest';
import type { ScheduleId } from '../../src/schedules/registry.ts';
import { rateCurve, sampledRates, type RateCurve } from './rateCurve.ts';

function curve(rateAt: (t: number) => number, steps: number, ids: readonly ScheduleId[]): RateCurve {
  const drawn = rateCurve(sampledRates(rateAt, steps), steps, ids, 120, 60);
  if (!drawn) throw new Error('There is no curve.');
  return drawn;
}

const points = ({ path }: RateCurve) =>
  path
    .slice(1)
    .split('L')
    .map((point) => point.split(',').map(Number));

describe('a curve of learning rates', () => {
  test('goes from the greatest at the top to the least at the bottom, over the steps of the run', () => {
    const line = curve((t) => 0.5 - 0.1 * (t - 1), 4, ['linear']);
    expect([line.low, line.high, line.isLog]).toEqual([expect.closeTo(0.2, 12), 0.5, false]);
    expect(points(line)).toEqual([
      [30, 0],
      [60, 20],
      [90, 40],
      [120, 60],
    ]);
  });

  test('of a constant rate is a line in the middle', () => {
    expect(points(curve(() => 0.3, 3, ['constant'])).map(([, y]) => y)).toEqual([30, 30, 30]);
  });

  test('is logarithmic where factors take the rate far down, and a line there', () => {
    const line = curve((t) => 10 ** -t, 5, ['exponential', 'constant']);
    expect(line.isLog).toBe(true);
    expect(points(line).map(([, y]) => y)).toEqual([0, 15, 30, 45, 60]);
    expect(curve((t) => 10 ** -t, 5, ['exponential', 'cosine']).isLog).toBe(false);
    expect(curve((t) => 1 / t, 5, ['step']).isLog).toBe(false);
    expect(curve((t) => (t > 3 ? 0 : 1), 5, ['step']).isLog).toBe(false);
  });

  test('fills what swings faster than pixels can show, and looks at no more than a few thousand updates', () => {
    let asked = 0;
    const swing = (t: number) => {
      asked += 1;
      return t % 3 === 0 ? 1 : 2;
    };
    const drawn = points(curve(swing, 1_000_000, ['restarts']));
    expect(asked).toBeLessThan(5000);
    expect(drawn.length).toBeLessThan(300);
    for (const y of [0, 60]) expect(drawn.filter((point) => point[1] === y).length).toBeGreaterThan(100);
  });

  test('reaches the last update of a long run', () => {
    const { steps, count } = sampledRates((t) => t, 123_457);
    expect([steps[0], steps[count - 1]]).toEqual([1, 123_457]);
  });

  test('is none where no rate is known', () => {
    expect(rateCurve({ steps: [0], rates: [Number.NaN], count: 1 }, 5, [], 120, 60)).toBeNull();
    expect(
      rateCurve(
        sampledRates(() => 1, 0),
        0,
        [],
        120,
        60,
      ),
    ).toBeNull();
  });
});
