import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { curveShape } from './curve.ts';
import { computedRuns, seriesWith } from './exampleRuns.ts';
import { seriesOf, type Series } from './series.ts';
import { pixelsOf, valueAxis } from './valueAxis.ts';

const HEIGHT = 160;

const whole = (series: Series) => ({ from: 0, to: series.xs[series.rows - 1] });
const pixelsFor = (series: Series, floor: number | null = 0) =>
  pixelsOf(valueAxis([series], floor, 'auto', whole(series)), HEIGHT);

const shapeOf = (series: Series, width: number, span = whole(series), floor: number | null = 0) =>
  curveShape(series, pixelsFor(series, floor), span, { width, height: HEIGHT }, true);

const pointsOf = ({ line }: { readonly line: readonly number[] }) =>
  Array.from({ length: line.length / 2 }, (_, i) => ({ x: line[2 * i], y: line[2 * i + 1] }));

const columnsOf = (shape: ReturnType<typeof shapeOf>) =>
  shape.bands.map(({ from, tops }) => [from, from + tops.length - 1]);

/** Positive values of all sizes, evenly by decades. */
const positive = fc.integer({ min: -3000, max: 3000 }).map((power) => 10 ** (power / 10));

describe('a curve', () => {
  test('goes from edge to edge, a point a step, where there is room', () => {
    const points = pointsOf(shapeOf(seriesWith([90, 30, 10, 1]), 600));
    expect(points.map(({ x }) => x)).toEqual([0, 200, 400, 600]);
    const [a, b, c] = points.map(({ y }) => y);
    expect(b).toBeGreaterThan(a);
    // Equal factors are equal distances.
    expect(c - b).toBeCloseTo(b - a, 9);
  });

  test('keeps every spike where many steps share a pixel, up and down', () => {
    const flat = Array.from({ length: 20_000 }, () => 2);
    flat[0] = 5000;
    flat[7331] = 800;
    flat[12_345] = 0.003;
    const series = seriesWith(flat);
    const shape = shapeOf(series, 400);
    const toPixel = pixelsFor(series);
    const near = (step: number) =>
      pointsOf(shape).filter(({ x }) => Math.abs(x - (400 * step) / 20_000) <= 1);
    const has = (step: number) => near(step).some(({ y }) => Math.abs(y - toPixel(flat[step])) < 1e-9);
    expect([has(7331), has(12_345)]).toEqual([true, true]);
    expect(shape.line.length).toBeLessThan(2 * 5 * 402);
    expect(shape.bands).toEqual([]);
  });

  test('of many steps has in each column the least and the greatest value of its steps, and no more', () => {
    fc.assert(
      // Four steps share a pixel, exactly.
      fc.property(fc.array(positive, { minLength: 81, maxLength: 81 }), (values) => {
        const series = seriesWith(values);
        const toPixel = pixelsFor(series);
        const { line } = curveShape(series, toPixel, whole(series), { width: 20, height: HEIGHT }, false);
        for (let column = 0; column <= 20; column++) {
          const expected = values.slice(4 * column, 4 * column + 4).map(toPixel);
          const shown = pointsOf({ line })
            .filter(({ x }) => x === column)
            .map(({ y }) => y);
          expect(Math.min(...shown)).toBe(Math.min(...expected));
          expect(Math.max(...shown)).toBe(Math.max(...expected));
        }
      }),
      REPEATABLE,
    );
  });

  test('has a gap where there is no number', () => {
    const [a, gap, b] = pointsOf(shapeOf(seriesWith([4, Number.NaN, 1]), 300));
    expect([a.x, b.x]).toEqual([0, 300]);
    expect([gap.x, gap.y]).toEqual([Number.NaN, Number.NaN]);
  });

  test('leaves by the top where a value is infinite', () => {
    const points = pointsOf(shapeOf(seriesWith([4, 2, Infinity]), 300));
    expect(points[2].y).toBeLessThan(-100 * HEIGHT);
  });

  test('of a run without steps is its start', () => {
    expect(shapeOf(seriesWith([17]), 300).line).toHaveLength(2);
  });

  test('of a part goes through its edges: a point on each side leads in and out', () => {
    const series = seriesWith([90, 70, 50, 30, 10, 5, 1]);
    const points = pointsOf(shapeOf(series, 300, { from: 1.5, to: 4.5 }));
    expect(points.map(({ x }) => x)).toEqual([-50, 50, 150, 250, 350]);
  });

  test('that ended before a part is not in it', () => {
    expect(shapeOf(seriesWith([90, 30, 10]), 300, { from: 5, to: 9 }).line).toEqual([]);
  });
});

/** A value that halves and doubles in turn, about what is given. */
const zigzag = (length: number, middle: (i: number) => number) =>
  Array.from({ length }, (_, i) => middle(i) * (i % 2 === 0 ? 10 : 0.1));

describe('a band', () => {
  test('takes the place of a line that turns at every pixel, from the least to the greatest value', () => {
    const series = seriesWith([1e4, ...zigzag(800, () => 3)]);
    const toPixel = pixelsFor(series);
    const shape = shapeOf(series, 800);
    expect(columnsOf(shape)).toHaveLength(1);
    const [band] = shape.bands;
    expect(band.from).toBeLessThan(4);
    expect(band.tops.length).toBeGreaterThan(790);
    for (const top of band.tops.subarray(8)) expect(top).toBeCloseTo(toPixel(30), 9);
    for (const bottom of band.bottoms.subarray(8)) expect(bottom).toBeCloseTo(toPixel(0.3), 9);
    // Of logarithms the mean is in the middle.
    const middle = (toPixel(30) + toPixel(0.3)) / 2;
    for (const { y } of pointsOf(shape).slice(20, -20)) expect(Math.abs(y - middle)).toBeLessThan(1);
  });

  test.each([
    ['falls fast', 20_000, (i: number) => 1e6 * Math.exp(-i / 500) + 1e-6],
    ['rises fast', 20_000, (i: number) => 1e-6 * Math.exp(i / 800)],
    ['swings slowly', 20_000, (i: number) => 2 + Math.sin(i / 400)],
    ['trembles less than can be seen', 20_000, (i: number) => 1000 / (1 + i) + (i % 2) * 1e-4],
    ['swings at a rate that a line can show', 300, (i: number) => (i % 2 === 0 ? 10 : 0.1)],
  ])('is not drawn for a run that %s', (_, length, value) => {
    expect(shapeOf(seriesWith(Array.from({ length }, (__, i) => value(i))), 800).bands).toEqual([]);
  });

  test('covers the columns in which a run jitters, and a line the others', () => {
    const smooth = Array.from({ length: 4000 }, (_, i) => 100 * Math.exp(-i / 1500));
    const jittery = zigzag(4000, () => smooth[3999]);
    const shape = shapeOf(seriesWith([...smooth, ...jittery]), 800);
    expect(columnsOf(shape)).toHaveLength(1);
    const [[from, to]] = columnsOf(shape);
    expect(Math.abs(from - 400)).toBeLessThanOrEqual(2);
    expect(to).toBeGreaterThan(796);
    // The line reaches it, and goes on in its middle.
    expect(pointsOf(shape).some(({ x }) => x > 395 && x <= 400)).toBe(true);
  });

  test('is not drawn while a hand moves', () => {
    const series = seriesWith(zigzag(800, () => 3));
    const light = curveShape(series, pixelsFor(series), whole(series), { width: 800, height: HEIGHT }, false);
    expect(light.bands).toEqual([]);
    expect(light.line.length).toBe(1600);
  });

  test('moves and grows with what it shows', () => {
    const series = seriesWith(zigzag(2000, (i) => 1000 * Math.exp(-i / 500)));
    const { bands } = shapeOf(series, 800);
    const [{ tops, bottoms }] = bands;
    for (let i = 40; i < tops.length; i++) expect(tops[i]).toBeGreaterThanOrEqual(tops[i - 1]);
    expect(bottoms[100] - tops[100]).toBeGreaterThan(15);
  });
});

describe('a run recorded with a stride', () => {
  // At ηλ = 1.99 the steep coordinate changes its sign at every step, and with it nothing of the loss; the noise does.
  const [calm, noisy] = computedRuns({
    problem: { id: 'bowl' },
    start: [3, -2],
    steps: 100_000,
    sampling: { seed: 5, noise: 0.3 },
    runs: [
      { optimizer: { id: 'adagrad', hyperparameters: { learningRate: 1e-4 } } },
      { optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.05 } } },
    ],
  }).map((trajectory) => seriesOf(trajectory, { quantity: 'loss', against: 'steps' }, null));

  test('is drawn as a band where its losses jitter between the rows, whatever its rows say', () => {
    expect(noisy.stride).toBe(5);
    expect(columnsOf(shapeOf(noisy, 800))).toHaveLength(1);
    expect(shapeOf(calm, 800).bands).toEqual([]);
  });

  test.each([
    ['rises', (i: number) => 1e-3 * Math.exp(i / 40)],
    ['falls', (i: number) => 1e3 * Math.exp(-i / 40)],
  ])('is drawn as a line where it %s smoothly, though its losses range widely from row to row', (_, loss) => {
    // Rows twelve steps apart, each with the losses of the steps since the one before.
    const steps = Array.from({ length: 40 }, (__, i) => 12 * i);
    const since = steps.map((step) => [step === 0 ? 0 : step - 11, step].map(loss));
    const smooth: Series = {
      ...seriesWith(steps.map(loss)),
      xs: steps,
      steps: Uint32Array.from(steps),
      stride: 12,
      ranges: {
        least: { numbers: Float64Array.from(since, (losses) => Math.min(...losses)), stride: 1, offset: 0 },
        greatest: {
          numbers: Float64Array.from(since, (losses) => Math.max(...losses)),
          stride: 1,
          offset: 0,
        },
      },
    };
    expect(shapeOf(smooth, 60).bands).toEqual([]);
  });

  test('is drawn as a band, too, where its rows are far apart', () => {
    const span = { from: 40_000, to: 40_100 };
    const { bands } = shapeOf(noisy, 800, span);
    const covered = bands.reduce((sum, { tops }) => sum + tops.length, 0);
    expect(covered).toBeGreaterThan(500);
  });

  test('is never drawn as steady because its rows are: a swing of two steps under rows two steps apart', () => {
    const numbers = Float64Array.from({ length: 400 }, () => 3);
    const strided: Series = {
      ...seriesWith([...numbers]),
      xs: Uint32Array.from(numbers, (_, i) => 2 * i),
      stride: 2,
      ranges: {
        least: { numbers: numbers.map(() => 3), stride: 1, offset: 0 },
        greatest: { numbers: numbers.map(() => 90), stride: 1, offset: 0 },
      },
    };
    const { bands } = shapeOf(strided, 800);
    expect(bands).toHaveLength(1);
    expect(bands[0].tops[300]).toBeCloseTo(pixelsFor(strided)(90), 9);
    expect(bands[0].bottoms[300]).toBeCloseTo(pixelsFor(strided)(3), 9);
  });
});
