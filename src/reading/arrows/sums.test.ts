import { describe, expect, test } from 'vitest';
import {
  decay,
  expectClose,
  gradientAt,
  HIMMELBLAU,
  LOOKAHEAD,
  named,
  seen,
  termsOf,
  tip,
} from './pictureFixture.ts';

describe('a sum', () => {
  test('is μv and −ηg for momentum, in the lengths of the rule', () => {
    const { step, picture } = seen('momentum', { learningRate: 0.01, momentum: 0.8 }, 5);
    expect(picture.kind).toBe('sum');
    expect(termsOf(picture).map(({ template }) => template)).toEqual([
      String.raw`@momentum\, @v`,
      String.raw`-@lr\, @g`,
    ]);
    expectClose(
      named(picture, String.raw`@momentum\, @v`).vector,
      step.before.v.map((x) => 0.8 * x),
    );
    expectClose(
      named(picture, String.raw`-@lr\, @g`).vector,
      step.g.map((x) => -0.01 * x),
    );
    expect(termsOf(picture).map(({ term, role, label }) => [term, role, label])).toEqual([
      ['v', 'momentum', 'velocity'],
      ['g', 'gradient', 'gradient'],
    ]);
    // v is Δθ here, and has no arrow beside it.
    expect(picture.arrows).toHaveLength(3);
  });

  test('is −ημm and −ηg where the learning rate stands outside, and −ημm and −η(1 − μ)g for an average', () => {
    const accumulated = seen('momentum', { learningRate: 0.01, momentum: 0.8, form: 'accumulated' }, 5);
    expect(termsOf(accumulated.picture).map(({ template }) => template)).toEqual([
      String.raw`-@lr\, @momentum\, @m`,
      String.raw`-@lr\, @g`,
    ]);
    const averaged = seen('momentum', { learningRate: 0.01, momentum: 0.8, form: 'averaged' }, 5);
    const [kept, fresh] = termsOf(averaged.picture);
    expect(fresh.template).toBe(String.raw`-@lr\, (1 - @momentum)\, @g`);
    expectClose(
      kept.vector,
      averaged.step.before.m.map((x) => -0.008 * x),
    );
    expectClose(
      fresh.vector,
      averaged.step.g.map((x) => -0.002 * x),
    );
  });

  test('leads by Nesterov’s look-ahead point, and takes the gradient there', () => {
    const { step, picture } = seen('nesterov', { learningRate: 0.01, momentum: 0.8 }, 5);
    const [carried, pulled] = termsOf(picture);
    expectClose(tip(carried), step.after.lookahead);
    expectClose(pulled.from, step.after.lookahead);
    expect(picture.points).toMatchObject([
      { term: 'lookahead', role: 'lookahead', label: 'look-ahead point' },
    ]);
    expect([...picture.points[0].at]).toEqual([...step.after.lookahead]);
  });

  test('is that of the two velocities in Nesterov’s rewritten form, with the gradient beside it', () => {
    const { step, picture } = seen('nesterov', { learningRate: 0.01, momentum: 0.8, form: 'rewritten' }, 5);
    const [back, on] = termsOf(picture);
    expectClose(
      back.vector,
      step.before.v.map((x) => -0.8 * x),
    );
    expectClose(
      on.vector,
      step.after.v.map((x) => 1.8 * x),
    );
    expect(named(picture, '-@g').isTrue).toBe(false);
  });

  test.each(['l2', 'decoupled'] as const)('has the decay of weights as a term: %s', (mode) => {
    const { step, picture } = seen('sgd', { learningRate: 0.01 }, 3, [decay(mode)]);
    const [slope, pull] = termsOf(picture);
    expectClose(
      pull.vector,
      step.theta.map((x) => -0.007 * x),
    );
    expect(pull).toMatchObject({ role: 'decay', term: 'weight-decay.coefficient', label: 'weight decay' });
    expectClose(
      slope.vector,
      gradientAt(HIMMELBLAU, step.theta).map((x) => -0.01 * x),
      10,
    );
  });

  test('has three terms for momentum with a decay beside it', () => {
    const { picture } = seen('momentum', { learningRate: 0.01, momentum: 0.8 }, 4, [decay('decoupled')]);
    expect(termsOf(picture).map(({ role }) => role)).toEqual(['momentum', 'gradient', 'decay']);
  });

  test('is Adam’s step and the decay for AdamW, with g and m̂ beside them', () => {
    const { step, picture } = seen('adamw', { learningRate: 0.1, weightDecay: 0.4 }, 4);
    const [adaptive, pull] = termsOf(picture);
    expect(adaptive.role).toBe('preconditioned');
    expectClose(
      pull.vector,
      step.theta.map((x) => -0.04 * x),
    );
    expectClose(
      adaptive.vector,
      step.after.mHat.map((x, i) => (-0.1 * x) / (Math.sqrt(step.after.vHat[i]) + 1e-8)),
    );
    expect(picture.arrows.filter(({ isTrue }) => !isTrue).map(({ template }) => template)).toEqual([
      '-@g',
      '-@mHat',
    ]);
  });

  test.each([
    ['muon', { weightDecay: 0.3 }],
    ['sophia', { weightDecay: 0.3 }],
  ])('has the decay of %s', (id, hyperparameters) => {
    const { step, picture } = seen(id, { learningRate: 0.1, ...hyperparameters }, 4);
    expectClose(
      termsOf(picture)[1].vector,
      step.theta.map((x) => -0.03 * x),
    );
  });

  test('is that of all velocities for AggMo, a part of each', () => {
    const { step, picture } = seen('aggmo', { learningRate: 0.03, betas: [0, 0.9, 0.99] }, 4);
    expect(termsOf(picture)).toHaveLength(3);
    expectClose(
      termsOf(picture)[2].vector,
      step.after.v3.map((x) => -0.01 * x),
    );
  });

  test('is the gradient’s and the average’s part for NAdam and QHAdam', () => {
    for (const id of ['nadam', 'qhadam'])
      expect(termsOf(seen(id, { learningRate: 0.1 }, 4).picture).map(({ role }) => role)).toEqual([
        'gradient',
        'momentum',
      ]);
  });

  test('is a part of the step and of the way back to the slow weights where Lookahead goes back', () => {
    const { step, picture } = seen('sgd', { learningRate: 0.01 }, 6, [LOOKAHEAD]);
    const { phi } = step.modifiersBefore.lookahead;
    const [back, on] = termsOf(picture);
    expectClose(
      back.vector,
      step.theta.map((x, i) => 0.6 * (phi[i] - x)),
      11,
    );
    expectClose(
      on.vector,
      step.g.map((x) => -0.004 * x),
      11,
    );
    expect(back).toMatchObject({ role: 'slow', term: 'lookahead.phi' });
    expect(picture.points[0].joined).not.toBeNull();
    expect(seen('sgd', { learningRate: 0.01 }, 5, [LOOKAHEAD]).picture.points[0].joined).toBeNull();
  });
});
