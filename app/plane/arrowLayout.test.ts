import { describe, expect, test } from 'vitest';
import { explain } from '../../src/engine/explain.ts';
import { taskWith } from '../../src/engine/recordedRun.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { pictureOf } from '../../src/reading/arrows.ts';
import { arrowAt, placeArrowLabels } from './arrowLabels.ts';
import { clip, layOutArrows, wayOf, type Pixel } from './arrowLayout.ts';
import { overlap } from './labelSolver.ts';
import { mapPlane } from './mapPlane.ts';
import { layOutShapes } from './shapeLayout.ts';
import { fitDomain, xToPixel, yToPixel } from './viewport.ts';

const BOWL = { problem: { id: 'bowl' }, start: [3, -2], steps: 20 };
const WIDTH = 800;
const HEIGHT = 400;

/** A step on the map, and the picture's own numbers. */
function laid(
  id: string,
  hyperparameters: object,
  t: number,
  place: object = BOWL,
  zoom = 1,
  run: object = {},
) {
  const task = taskWith({ ...place }, id, { ...hyperparameters }, { ...run });
  const step = explain(task, t) ?? expect.fail(`there is no step ${t}`);
  const problem = createProblem(task.problem);
  const { x, y } = problem.domain;
  const near = (ends: readonly [number, number], at: number) =>
    zoom === 1 ? ends : ([at - (ends[1] - ends[0]) / zoom, at + (ends[1] - ends[0]) / zoom] as const);
  const isTime = problem.plane.kind === 'time';
  const domain = isTime ? { x, y } : { x: near(x, step.theta[0]), y: near(y, step.theta[1]) };
  const viewport = fitDomain(domain, WIDTH, HEIGHT, problem.plane.kind);
  const plane = mapPlane(problem.plane, task.steps);
  const picture = pictureOf(task, step);
  const layout = layOutArrows(picture, plane, viewport, t);
  return {
    task,
    step,
    viewport,
    plane,
    picture,
    layout,
    shapes: layOutShapes(picture.shapes, plane, viewport, t),
  };
}

const expectAt = (at: Pixel, x: number, y: number) => {
  expect(at.x).toBeCloseTo(x, 6);
  expect(at.y).toBeCloseTo(y, 6);
};

describe('arrows on the map', () => {
  test('lead from θ to where the step ends, and the terms of a sum to the same place', () => {
    const { step, viewport, layout } = laid('momentum', { learningRate: 0.1, momentum: 0.5 }, 3);
    const whole = layout.arrows[layout.arrows.length - 1];
    const at = (theta: ArrayLike<number>) =>
      [xToPixel(viewport, theta[0]), yToPixel(viewport, theta[1])] as const;
    expectAt(whole.from, ...at(step.theta));
    expectAt(whole.to, ...at(step.thetaAfter));
    const terms = layout.arrows.filter(({ isTerm }) => isTerm);
    expectAt(terms[0].from, ...at(step.theta));
    expectAt(terms[1].to, ...at(step.thetaAfter));
    // Dotted lines complete the parallelogram.
    expect(layout.sides).toHaveLength(2);
    expectAt(layout.sides[1][1], ...at(step.thetaAfter));
  });

  test('point along −g, at a scale that can be read', () => {
    const { step, layout } = laid('adam', { learningRate: 0.1 }, 4);
    const [gradient] = layout.arrows;
    const [right, down] = [gradient.to.x - gradient.from.x, gradient.to.y - gradient.from.y];
    expect(Math.hypot(right, down)).toBeLessThanOrEqual(0.34 * HEIGHT);
    expect(Math.hypot(right, down)).toBeGreaterThan(40);
    expect(Math.atan2(down, right)).toBeCloseTo(Math.atan2(step.g[1], -step.g[0]), 9);
    expect(gradient.scale).not.toBeNull();
    expect(layout.arrows.at(-1)?.scale).toBeNull();
  });

  test('meet the contour in a right angle at the gradient’s foot, and nowhere in a sum', () => {
    const { layout } = laid('adam', { learningRate: 0.1 }, 4);
    const [a, b, c] = layout.corner ?? expect.fail('no corner');
    expect((b.x - a.x) * (b.x - c.x) + (b.y - a.y) * (b.y - c.y)).toBeCloseTo(0, 6);
    expect(laid('momentum', {}, 3).layout.corner).toBeNull();
  });

  test('leave by the frame, and are none without a length or a number', () => {
    const { layout } = laid('sgd', { learningRate: 0.1 }, 2, BOWL, 400);
    const whole = layout.arrows[layout.arrows.length - 1];
    expect(whole.state).toBe('leaves');
    const { x, y } = whole.to;
    expect(Math.min(x, WIDTH - x, y, HEIGHT - y)).toBeCloseTo(0, 6);
    const still = laid('sgd', { learningRate: 0 }, 2).layout.arrows;
    expect(still[still.length - 1].state).toBe('none');
  });

  test('are vertical and side by side where time runs to the right', () => {
    const { layout } = laid('adam', { learningRate: 0.1 }, 4, {
      problem: { id: 'reddi' },
      start: [0.4],
      steps: 20,
    });
    for (const { from, to } of layout.arrows) expect(to.x).toBe(from.x);
    expect(new Set(layout.arrows.map(({ from }) => from.x)).size).toBe(layout.arrows.length);
  });
});

test('a direction that is infinite goes beyond every frame, and NaN is none', () => {
  const { plane, viewport } = laid('sgd', {}, 1);
  expect(wayOf([Number.POSITIVE_INFINITY, 5], plane, viewport)).toEqual({ x: 1e6, y: 0 });
  expect(wayOf([3, Number.NaN], plane, viewport)).toEqual({ x: Number.NaN, y: Number.NaN });
});

test('a line is clipped to the frame at both ends', () => {
  const frame = { width: 100, height: 50 };
  expect(clip({ x: -100, y: 20 }, { x: 300, y: 20 }, frame)).toEqual([
    { x: 0, y: 20 },
    { x: 100, y: 20 },
  ]);
  expect(clip({ x: -100, y: 20 }, { x: -1, y: 20 }, frame)).toBeNull();
  const inside = [
    { x: 3, y: 4 },
    { x: 5, y: 6 },
  ] as const;
  expect(clip(inside[0], inside[1], frame)).toEqual(inside);
});

describe('shapes on the map', () => {
  test('are as large as the learning rate: a box for Sophia, a circle for Muon', () => {
    const { shapes, viewport, layout } = laid('sophia', { learningRate: 0.25 }, 3);
    const [box] = shapes;
    if (box?.kind !== 'box') expect.fail('no box');
    expect(box.to.x - box.from.x).toBeCloseTo(0.5 * viewport.scale, 6);
    const muon = laid('muon', { learningRate: 0.25 }, 3);
    const [circle] = muon.shapes;
    if (circle?.kind !== 'ellipse') expect.fail('no circle');
    const whole = muon.layout.arrows[muon.layout.arrows.length - 1];
    expect(Math.hypot(whole.to.x - circle.at.x, whole.to.y - circle.at.y)).toBeCloseTo(circle.rx, 6);
    expect(layout.arrows.length).toBeGreaterThan(1);
  });

  test('have Newton’s ellipse through θ, around the end of its step', () => {
    const { shapes, layout, step, viewport } = laid('newton', {}, 1);
    const [ellipse] = shapes;
    if (ellipse?.kind !== 'ellipse') expect.fail('no ellipse');
    expectAt(ellipse.at, xToPixel(viewport, step.thetaAfter[0]), yToPixel(viewport, step.thetaAfter[1]));
    const { from } = layout.arrows[layout.arrows.length - 1];
    const turn = (-ellipse.degrees * Math.PI) / 180;
    const [dx, dy] = [from.x - ellipse.at.x, from.y - ellipse.at.y];
    const along = dx * Math.cos(turn) - dy * Math.sin(turn);
    const across = dx * Math.sin(turn) + dy * Math.cos(turn);
    expect((along / ellipse.rx) ** 2 + (across / ellipse.ry) ** 2).toBeCloseTo(1, 6);
  });
});

describe('labels of arrows', () => {
  const { layout, viewport } = laid('adam', { learningRate: 0.5 }, 6, BOWL, 4);
  const labels = placeArrowLabels(layout, () => ({ width: 40, height: 20 }), [], viewport);

  test('stand beside all arrows, and cover neither one another nor leave the frame', () => {
    expect(labels).toHaveLength(layout.arrows.length);
    for (const [i, { box }] of labels.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(WIDTH);
      for (const other of labels.slice(0, i)) expect(overlap(box, other.box)).toBe(0);
    }
  });

  test('wait until their size is known', () => {
    expect(placeArrowLabels(layout, () => null, [], viewport)).toEqual([]);
  });

  test('belong to arrows that are pointed at within a few pixels', () => {
    const [gradient] = layout.arrows;
    const [x, y] = [(gradient.from.x + 3 * gradient.to.x) / 4, (gradient.from.y + 3 * gradient.to.y) / 4];
    expect(arrowAt(layout, x, y)).toBe('g');
    expect(arrowAt(layout, x, y + 60)).toBeNull();
  });
});
