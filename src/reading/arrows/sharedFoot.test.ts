import { describe, expect, test } from 'vitest';
import { explain, type Explanation } from '../../engine/explain.ts';
import { taskWith } from '../../engine/recordedRun.ts';
import {
  decay,
  expectClose,
  gradientAt,
  HIMMELBLAU,
  named,
  PLACES,
  SAM,
  see,
  seen,
  tip,
} from './pictureFixture.ts';

describe('arrows that share a foot', () => {
  test('are −g, −m̂ and Δθ for Adam, whose m points as m̂ does', () => {
    const { step, picture } = seen('adam', { learningRate: 0.1 }, 5);
    expect(picture.kind).toBe('shared');
    expect(picture.arrows.map(({ template, isTrue }) => [template, isTrue])).toEqual([
      ['-@g', false],
      ['-@mHat', false],
      ['@update', true],
    ]);
    expect(picture.arrows[1].names).toEqual(['mHat', 'm']);
    expectClose(
      picture.arrows[1].vector,
      step.after.mHat.map((x) => -x),
    );
    for (const { from } of picture.arrows) expect([...from]).toEqual([...step.theta]);
  });

  test('have the climb of SAM at its length, and the gradient at its tip', () => {
    const { step, picture } = seen('sgd', { learningRate: 0.01 }, 3, [SAM]);
    const climb = named(picture, '@sam.climb');
    expect(climb.isTrue).toBe(true);
    expect(Math.hypot(...climb.vector)).toBeCloseTo(0.3, 12);
    expectClose(named(picture, '-@g').from, tip(climb));
    expectClose(step.g, gradientAt(HIMMELBLAU, Float64Array.from(tip(climb))));
    expect([...named(picture, '-@sam.s').from]).toEqual([...step.theta]);
  });

  test('climb from Nesterov’s look-ahead point', () => {
    const { step, picture } = seen('nesterov', { learningRate: 0.01 }, 4, [SAM]);
    expect([...named(picture, '@sam.climb').from]).toEqual([...step.after.lookahead]);
  });

  test('show no climb where a step climbs several times, because the last one is not the gradient’s', () => {
    expect(seen('lbfgs', {}, 3, [SAM]).picture.arrows.map(({ role }) => role)).not.toContain('climb');
  });

  test('show the pull of a penalty beside the gradient that it is in', () => {
    const { step, picture } = seen('adam', { learningRate: 0.1 }, 3, [decay('l2')]);
    expectClose(
      named(picture, String.raw`-@weight-decay.coefficient\, @theta`).vector,
      step.theta.map((x) => -0.7 * x),
    );
  });
});

describe('a step that is no number', () => {
  test('has arrows that say so', () => {
    const task = taskWith({ ...HIMMELBLAU, steps: 40 }, 'momentum', { learningRate: 50 });
    let last: Explanation | null = null;
    for (let t = 1; t <= 40; t++) last = explain(task, t) ?? last;
    const { step, picture } = see(task, last?.t ?? 1);
    expect([...(picture.arrows.at(-1)?.vector ?? [])]).toEqual([...step.update]);
    expect(Math.hypot(...step.update)).toBeGreaterThan(1e9);
  });
});

describe('the right angle between g and its contour', () => {
  const isAcross = (place: object, modifiers: readonly unknown[] = []) =>
    seen('adam', {}, 2, modifiers, place).picture.isAcrossContour;

  test('is there only where the map shows the very function', () => {
    expect(isAcross(HIMMELBLAU)).toBe(true);
    expect(isAcross({ ...HIMMELBLAU, sampling: { noise: 0.1 } })).toBe(false);
    expect(isAcross(HIMMELBLAU, [decay('l2')])).toBe(false);
    expect(isAcross(PLACES[1])).toBe(false);
    expect(isAcross(PLACES[2])).toBe(false);
  });
});
