// For tests only.

export const ADAM = { id: 'adam', hyperparameters: { learningRate: 0.05, beta1: 0.85 } };

/** A scene as JSON: valid, and nowhere at a default. */
export const GOOD = {
  version: 1,
  problem: { id: 'rosenbrock', params: { a: 1.5, b: 50 }, scale: 2, rotation: 15 },
  start: [3, -2],
  steps: 120,
  sampling: { seed: 31, noise: 0.25, batchSize: 16 },
  runs: [
    {
      optimizer: ADAM,
      schedule: [
        { id: 'warmup', hyperparameters: { steps: 12 } },
        { id: 'cosine', hyperparameters: { floor: 0.2 } },
      ],
      modifiers: [
        { id: 'sam', hyperparameters: { rho: 0.1, p: 3 } },
        { id: 'lookahead', hyperparameters: { k: 7, alpha: 0.25 } },
      ],
      name: 'Mine',
      slot: 4,
      hidden: true,
    },
    { optimizer: { id: 'muon', hyperparameters: { shape: [1, 2] } }, slot: 9 },
  ],
  view: { focus: 1, playhead: 37, theme: 'dark', window: { x: [-3, 4], y: [-2.5, 1.5] } },
};
type Json = Record<string, unknown>;

/** A copy of a JSON document with one field changed; the path as issues write it. */
export function changed(json: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(json);
  const names = path.split(/[.[\]]+/).filter((name) => name !== '');
  const last = names.pop() as string;
  const parent = names.reduce((node, name) => node[name] as Json, copy as Json);
  parent[last] = value;
  return copy;
}
