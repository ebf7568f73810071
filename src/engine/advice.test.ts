import { describe, expect, test } from 'vitest';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { readScene } from '../scene/readScene.ts';
import { adviceOn } from './advice.ts';
import { recorded, taskWith } from './recordedRun.ts';

const SAM = { modifiers: [{ id: 'sam' }] };
const decay = (mode: string) => ({ modifiers: [{ id: 'weight-decay', hyperparameters: { mode } }] });
const schedule = (id: string, hyperparameters: object = {}) => ({ schedule: { id, hyperparameters } });

/** What is said of a run, as `about: text`. */
function said(optimizer: string | object, run: object = {}, scene: object = {}): string[] {
  const choice = typeof optimizer === 'string' ? { id: optimizer } : optimizer;
  const read = readScene({ ...scene, runs: [{ optimizer: choice, ...run }] });
  expect(read.issues).toEqual([]);
  return adviceOn(read.scene, read.scene.runs[0]).map(({ about, text }) => `${about}: ${text}`);
}

describe('advice', () => {
  test.each(Object.keys(OPTIMIZERS) as OptimizerId[])('is not given on %s as it is', (id) => {
    expect(said(id)).toEqual([]);
    expect(said(id, schedule('cosine'))).toEqual([]);
    expect(said(id, { modifiers: [{ id: 'lookahead' }] })).toEqual([]);
  });

  test.each([
    ['newton', SAM, {}, /^sam: .*Newton.* Hessian at the one that was not moved/],
    ['sophia', SAM, {}, /^sam: .*Hessian/],
    ['line-search', SAM, {}, /^sam: .*slope from the climbed point/],
    ['lbfgs', SAM, {}, /^sam: .*slope from the climbed point/],
    ['lbfgs', {}, { sampling: { noise: 0.1 } }, /^optimizer: With noise L-BFGS/],
    ['adamw', decay('decoupled'), {}, /^weight-decay: AdamW.* twice/],
    ['adam', decay('l2'), {}, /^weight-decay: In Adam an L2 penalty is divided/],
    ['sgd', schedule('warmup', { steps: 301 }), { steps: 300 }, /^schedule: The warm-up is longer/],
    ['sgd', schedule('restarts', { period: 300 }), { steps: 300 }, /^schedule: .* no restart/],
    ['line-search', schedule('halve-on-divergence'), {}, /^schedule: .* nothing to halve for/],
  ])('on %s with %j in %j is one sentence', (id, run, scene, sentence) => {
    const all = said(id, run, scene);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(sentence);
    expect(all[0]).toMatch(/[^.]\.$/);
  });

  test.each([
    ['sgd', SAM, {}],
    ['adam', decay('decoupled'), {}],
    ['sgd', decay('l2'), { sampling: { noise: 1 } }],
    ['muon', decay('l2'), {}],
    [{ id: 'adamw', hyperparameters: { weightDecay: 0 } }, decay('decoupled'), {}],
    ['sgd', schedule('warmup', { steps: 300 }), { steps: 300 }],
    ['sgd', schedule('restarts', { period: 299 }), { steps: 300 }],
    ['sgd', schedule('halve-on-divergence'), {}],
  ])('is not given on %j with %j in %j', (id, run, scene) => {
    expect(said(id, run, scene)).toEqual([]);
  });

  test('tells the truth of searches: their losses never rise, and there is nothing to halve', () => {
    for (const id of ['line-search', 'lbfgs']) {
      const { rows } = recorded(taskWith({ steps: 60 }, id, {}, schedule('halve-on-divergence')));
      expect(new Set(rows.slice(1).map(({ learningRate }) => learningRate)).size).toBe(1);
      for (const [i, { loss }] of rows.slice(1).entries()) expect(loss).toBeLessThanOrEqual(rows[i].loss);
    }
  });
});
