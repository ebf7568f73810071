import { describe, expect, test } from 'vitest';
import '../problems/data/atOnce.ts';
import './atOnce.ts';
import { defaultsOf } from '../specs/defaults.ts';
import { createProblem } from '../problems/createProblem.ts';
import { PROBLEMS, type ProblemId } from '../problems/registry.ts';
import { lineGround, surveyGround } from './paintGround.ts';
import { stepsOf } from './steps.ts';

const make = (id: ProblemId, changes: object, scale = 1) =>
  createProblem({
    id,
    params: { ...defaultsOf(PROBLEMS[id].parameters), loss: 'zero-one', ...changes },
    scale,
    rotation: 0,
  });

describe('the zero-one loss by directions', () => {
  test.each([
    ['two weights', make('iris', {})],
    ['a weight and a bias', make('iris', { model: 'weight-and-bias', scaling: 'raw' })],
    ['flipped labels and a penalty', make('flipped-blobs', { penalty: 0.3, count: 333 })],
    ['a bias without a penalty of its own', make('blobs', { penalty: 2, model: 'weight-and-bias' })],
    ['a scale', make('iris', { negative: 'setosa' }, 2.5)],
  ])('is what counting gives: with %s', (_, problem) => {
    const quick = stepsOf(problem)!;
    const [slow, fast] = [new Float64Array(1), new Float64Array(1)];
    for (let i = 0; i < 4000; i++) {
      // No ray goes through these directions, to rounding.
      const angle = 2.3 + i * 2.399963;
      const theta = Float64Array.of((1 + (i % 7)) * Math.cos(angle), (1 + (i % 7)) * Math.sin(angle));
      problem.valueInto(theta, slow);
      quick.valueInto(theta, fast);
      expect(Math.abs(fast[0] - slow[0])).toBeLessThanOrEqual(1e-13 * slow[0]);
    }
    problem.valueInto(new Float64Array(2), slow);
    quick.valueInto(new Float64Array(2), fast);
    expect(fast[0]).toBe(slow[0]);
    expect(quick.samples).toBe(0);
  });

  test('is that of this loss only', () => {
    expect(stepsOf(make('iris', { loss: 'hinge' }))).toBeNull();
    expect(stepsOf(createProblem({ id: 'bowl', params: {}, scale: 1, rotation: 0 }))).toBeNull();
  });
});

test('its ground is flat between straight borders, at each device pixel, and no isoline is drawn', () => {
  const problem = make('iris', {});
  const view = { window: { x: [-3, 3], y: [-2, 2] }, width: 300, height: 200, pixelRatio: 2 } as const;
  const ground = surveyGround(view, problem);
  const { columns, rows, indices } = ground.bands;
  expect([columns, rows]).toEqual([600, 400]);
  const f = new Float64Array(1);
  // All pixels of a band have losses between its two levels, beside the borders, too.
  for (let at = 0; at < indices.length; at += 7) {
    const x = -3 + (((at % columns) + 0.5) / columns) * 6;
    const y = 2 - ((Math.floor(at / columns) + 0.5) / rows) * 4;
    problem.valueInto(Float64Array.of(x, y), f);
    const above = f[0] - ground.levels.floor;
    const band = ground.levels.levels.filter(({ value }) => value <= above).length;
    expect(indices[at]).toBe(band);
  }
  expect(new Set(indices).size).toBeGreaterThan(5);
  expect(lineGround(ground).levels).toHaveLength(0);
});
