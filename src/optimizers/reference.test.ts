import { describe, expect, test } from 'vitest';
import { runToEnd } from '../engine/simulate.ts';
import reference from '../fixtures/reference/trajectories.json' with { type: 'json' };
import { MODIFIERS } from '../modifiers/registry.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf } from '../scene/scene.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import { OPTIMIZERS } from './registry.ts';

// PyTorch's and the authors' own code, see src/fixtures/reference/README.md. A case waits only for a family
// member that is not built yet.
const ABSOLUTE = 1e-9;

interface Case {
  readonly id: string;
  readonly optimizer: { readonly id: string };
  readonly modifiers?: readonly { readonly id: string }[];
  readonly schedule?: { readonly id: string };
  readonly steps: number;
  readonly tolerance: number;
  readonly at: readonly number[];
  readonly points: readonly (readonly number[])[];
  readonly losses: readonly number[];
}
const cases = reference.cases as readonly (Case & Record<string, unknown>)[];

const exists = ({ optimizer, modifiers = [], schedule }: Case) =>
  Object.hasOwn(OPTIMIZERS, optimizer.id) &&
  modifiers.every(({ id }) => Object.hasOwn(MODIFIERS, id)) &&
  (!schedule || Object.hasOwn(SCHEDULES, schedule.id));

describe('agreement with PyTorch and the authors’ code', () => {
  test.each(cases.filter(exists))('$id', ({ tolerance, at, points, losses, ...given }) => {
    const { problem, start, steps, optimizer, modifiers, schedule } = given as Case & Record<string, unknown>;
    const run = { optimizer, ...(modifiers ? { modifiers } : {}), ...(schedule ? { schedule } : {}) };
    const { scene, issues } = readScene({ problem, start, steps, runs: [run] });
    expect(issues).toEqual([]);
    const { pieces } = runToEnd(taskOf(scene, scene.runs[0]));
    const path = pieces.flatMap(({ points: flat, losses: f }) =>
      Array.from(f, (loss, i) => ({
        point: [...flat.subarray(i * scene.start.length, (i + 1) * scene.start.length)],
        loss,
      })),
    );
    at.forEach((step, k) => {
      const numbers = [...path[step].point, path[step].loss];
      [...points[k], losses[k]].forEach((expected, i) => {
        const bound = ABSOLUTE + tolerance * Math.max(Math.abs(numbers[i]), Math.abs(expected));
        expect(Math.abs(numbers[i] - expected), `step ${step}, number ${i}`).toBeLessThanOrEqual(bound);
      });
    });
  });

  test('every optimizer of the registry has its cases', () => {
    for (const id of Object.keys(OPTIMIZERS))
      expect(cases.filter((entry) => entry.optimizer.id === id).length, id).toBeGreaterThanOrEqual(2);
  });
});
