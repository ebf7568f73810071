import { describe, expect, test } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { acrossAt, acrossRow, mapPlane, placeIn, startAt, stepUnder, upAt, upRow } from './mapPlane.ts';
import { createGeometry, extendGeometry } from './pathGeometry.ts';
import { fitDomain } from './viewport.ts';

const online = createProblem({ id: 'reddi', params: { variant: 'theorem' }, scale: 1, rotation: 0 });
const surface = createProblem(OPENING_SCENE.problem);

const run = {
  dimension: 1,
  rows: 3,
  steps: Uint32Array.of(0, 10, 20),
  points: Float64Array.of(0.5, -0.25, 1),
};

describe('a plane of time', () => {
  const plane = mapPlane(online.plane, 40);

  test('has the part of the steps to the right, and the parameter upward', () => {
    expect([0, 1, 2].map((row) => [acrossRow(plane, run, row), upRow(plane, run, row)])).toEqual([
      [0, 0.5],
      [0.25, -0.25],
      [0.5, 1],
    ]);
    expect(acrossAt(plane, [7], 12.5)).toBe(0.3125);
    expect(upAt(plane, [7])).toBe(7);
  });

  test('is the same as long as the number of steps is', () => {
    expect(mapPlane(online.plane, 40)).toBe(mapPlane(online.plane, 40));
    expect(mapPlane(online.plane, 41)).not.toBe(plane);
  });

  test('has a place for a run without steps: the left end', () => {
    expect(acrossAt(mapPlane(online.plane, 0), [0.5], 0)).toBe(0);
  });

  test('has the start at one end and what a run is to come to at the other', () => {
    expect(placeIn(online.plane, [0.5], 'start')).toEqual([0, 0.5]);
    expect(placeIn(online.plane, [-1], 'end')).toEqual([1, -1]);
  });

  test('keeps a start on its line, within the feasible set', () => {
    expect(startAt(online, [0.5], 0.7, -0.3)).toEqual([-0.3]);
    expect(startAt(online, [0.5], 0.7, -30)).toEqual([-1]);
    expect(startAt(online, [5], 0, 1.0001)).toEqual([1]);
  });

  test('has under each place a step of the run', () => {
    expect([-0.2, 0, 0.1249, 0.99, 7].map((u) => stepUnder(u, 40))).toEqual([0, 0, 5, 40, 40]);
  });

  test('draws a path with time to the right', () => {
    const geometry = createGeometry(run, fitDomain({ x: [0, 1], y: [-1, 1] }, 400, 100, 'time'), plane);
    extendGeometry(geometry);
    expect([...geometry.xs.subarray(0, 3)]).toEqual([0, 100, 200]);
    expect([...geometry.ys.subarray(0, 3)]).toEqual([25, 62.5, 0]);
  });
});

describe('a plane of parameters', () => {
  const plane = mapPlane(surface.plane, 40);

  test('has nothing to do with steps, and is the same whatever their number', () => {
    expect(mapPlane(surface.plane, 7)).toBe(plane);
    expect(acrossAt(plane, [3, -2], 12)).toBe(3);
    expect(placeIn(surface.plane, [3, -2], 'end')).toEqual([3, -2]);
  });

  test('takes a start anywhere', () => {
    expect(startAt(surface, [0, 0], 300, -0.25)).toEqual([300, -0.25]);
  });
});
