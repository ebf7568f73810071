import { expect, test } from 'vitest';
import type { DataModel } from '../../src/problems/problem.ts';
import { drawnSamples, figureOf, heightOf, layoutOf, MOST_DRAWN, toPixel } from './figure.ts';
import { onTheirSide, rootMeanSquareResidual } from './fit.ts';

const CLASSES: DataModel = {
  count: 4,
  inputs: Float64Array.of(1, 2, -1, 1, 2, -3, -2, -1),
  targets: Float64Array.of(1, -1, -1, 1),
  model: 'weights',
  features: ['width', 'length'],
  response: null,
  classes: ['A', 'B'],
  loss: 'squared-error',
  lossParameters: {},
  penalty: 0,
  separable: false,
  sampleGradients: () => undefined,
};
const NUMBERS: DataModel = {
  ...CLASSES,
  inputs: Float64Array.of(0, 1, 1, 1, 2, 1, 4, 1),
  targets: Float64Array.of(1, 2, 5, 8),
  model: 'weight-and-bias',
  features: ['x'],
  response: 'y',
  classes: null,
};

test('a sample is on the side of its class where its score has its sign, and on the line on neither', () => {
  // Scores of (1, 0): 1, −1, 2, −2.
  expect(onTheirSide(CLASSES, [1, 0])).toBe(2);
  expect(onTheirSide(CLASSES, [0, 0])).toBe(0);
  expect(onTheirSide(CLASSES, [Number.NaN, 0])).toBe(0);
});

test('the residual is the root mean square', () => {
  // 2x + 1 predicts 1, 3, 5, 9.
  expect(rootMeanSquareResidual(NUMBERS, [2, 1])).toBeCloseTo(Math.sqrt(2 / 4), 14);
});

test('lines through the origin have it in sight; others have the samples', () => {
  const plane = figureOf(CLASSES);
  expect(plane.kind).toBe('plane');
  const far = { ...CLASSES, inputs: Float64Array.of(5, 7, 6, 8, 5.5, 9, 7, 7.5) };
  expect(figureOf(far).x.range[0]).toBeLessThan(0);
  expect(figureOf(far).y.range[0]).toBeLessThan(0);
  const { kind, x, y } = figureOf(NUMBERS);
  expect([kind, x.range, y.range]).toEqual(['regression', [-0.28, 4.28], [0.51, 8.49]]);
});

test('one feature of two classes has their probability beside it, or their score', () => {
  const one: DataModel = { ...CLASSES, model: 'weight-and-bias', features: ['width'] };
  const score = figureOf(one);
  expect([score.kind, score.isProbability]).toEqual(['threshold', false]);
  for (let i = 0; i < 40; i++) {
    expect(Math.abs(heightOf(score, -1, i) + 1)).toBeLessThan(0.3);
    expect(
      Math.abs(heightOf({ ...score, isProbability: true, y: { name: 'p', range: [0, 1] } }, 1, i) - 1),
    ).toBeLessThan(0.06);
  }
});

test('the figure’s corners are the box’s', () => {
  const box = { left: 40, top: 10, right: 340, bottom: 190 };
  const layout = layoutOf(figureOf(NUMBERS), box);
  expect(toPixel(layout.x, -0.28)).toBeCloseTo(40, 9);
  expect(toPixel(layout.x, 4.28)).toBeCloseTo(340, 9);
  expect(toPixel(layout.y, 0.51)).toBeCloseTo(190, 9);
  expect(toPixel(layout.y, 8.49)).toBeCloseTo(10, 9);
});

test('of many samples a fair part is drawn: each once, as many from each tenth, and of classes that alternate', () => {
  expect([...drawnSamples(5)]).toEqual([0, 1, 2, 3, 4]);
  const drawn = drawnSamples(100_000);
  expect(new Set(drawn).size).toBe(MOST_DRAWN);
  for (let tenth = 0; tenth < 10; tenth++) {
    const there = drawn.filter((i) => Math.floor(i / 10_000) === tenth).length;
    expect(Math.abs(there - MOST_DRAWN / 10)).toBeLessThan(3);
  }
  const even = drawn.filter((i) => i % 2 === 0).length;
  expect(Math.abs(even - MOST_DRAWN / 2)).toBeLessThan(3 * Math.sqrt(MOST_DRAWN / 4));
});
