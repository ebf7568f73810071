import { describe, expect, test } from 'vitest';
import { explain } from '../engine/explain.ts';
import { taskWith } from '../engine/recordedRun.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { formsOf } from '../optimizers/variants.ts';
import { pictureOf } from './arrows.ts';
import { expectClose, MODIFIED, PLACES, termsOf, tip } from './arrows/pictureFixture.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

describe.each(IDS)('the picture of %s', (id) => {
  const all = PLACES.flatMap((place) =>
    formsOf(OPTIMIZERS[id].hyperparameters, place.start.length).flatMap((form) =>
      MODIFIED.flatMap((modifiers) => {
        const task = taskWith(place, id, { ...form }, { modifiers });
        return [1, 3, 4].flatMap((t) => {
          const step = explain(task, t);
          return step ? [{ task, step, picture: pictureOf(task, step) }] : [];
        });
      }),
    ),
  );

  test('has the gradient, and ends with Δθ at its length from θ', () => {
    for (const { step, picture } of all) {
      expect(picture.arrows.some(({ role }) => role === 'gradient')).toBe(true);
      const whole = picture.arrows.at(-1);
      expect(whole?.role).toBe('update');
      expect([...(whole?.vector ?? [])]).toEqual([...step.update]);
      expect([...(whole?.from ?? [])]).toEqual([...step.theta]);
    }
  });

  test('has arrows that stand tip to tail from θ and add up to Δθ where it is a sum', () => {
    for (const { step, picture, task } of all) {
      const terms = termsOf(picture);
      expect(terms.length > 1).toBe(picture.kind === 'sum');
      expect(terms).not.toHaveLength(1);
      if (terms.length === 0) continue;
      expect([...terms[0].from]).toEqual([...step.theta]);
      for (let i = 1; i < terms.length; i++) expectClose(terms[i].from, tip(terms[i - 1]));
      const sum = step.update.map((_, i) => terms.reduce((total, { vector }) => total + vector[i], 0));
      const size = Math.max(...terms.flatMap(({ vector }) => Array.from(vector, Math.abs)));
      sum.forEach((x, i) => {
        const off = Math.abs(x - step.update[i]) / (size || 1);
        expect(off, JSON.stringify([task.optimizer, task.modifiers])).toBeLessThan(1e-12);
      });
    }
  });

  test('has one arrow a name, and nothing that is no number', () => {
    for (const { picture, task } of all) {
      const terms = picture.arrows.map(({ term }) => term);
      expect(new Set(terms).size, `${terms.join(' ')} ${JSON.stringify(task)}`).toBe(terms.length);
      for (const { from, vector, label, template } of picture.arrows) {
        expect([...from, ...vector].every(Number.isFinite), template).toBe(true);
        expect(label).not.toBe('');
      }
    }
  });
});
