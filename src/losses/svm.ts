import type { Vector } from '../linalg/vector.ts';
import { defineLoss } from './loss.ts';

/**
 * The objective of a support vector machine without bias. The samples lie in the target one after the other, each as its
 * inputs and then its sign: n + 1 numbers.
 */
export const svm = defineLoss({
  name: 'SVM',
  idea: 'Hinge plus L2: few mistakes with weights as short, a margin as wide, as can be.',
  prediction: 'weights',
  target: 'samples',
  parameters: {
    gamma: {
      kind: 'number',
      key: 'g',
      symbol: String.raw`\gamma`,
      label: 'weight of the hinges',
      default: 1,
      min: 0,
      scale: 'log',
      slider: [0.01, 100],
    },
  },
  symbols: { prediction: 'w', target: 'y', inputs: 'X', scores: 's' },
  equations: [
    { left: 'scores', right: '@inputs @prediction' },
    {
      left: 'value',
      right: String.raw`\tfrac12 \lVert @prediction \rVert^2 + @gamma \sum_i \max(0, 1 - @target_i @scores_i)`,
    },
  ],
  differentiable: 'almost',
  cite: [{ lecture: 'Erlangen', at: 'part 2, “Isn’t an SVM far more desirable?”' }],
  vector: ({ gamma }) => ({
    value(w, samples) {
      const n = w.length;
      let hinges = 0;
      for (let at = 0; at < samples.length; at += n + 1)
        hinges += Math.max(0, 1 - samples[at + n] * scoreAt(w, samples, at));
      return 0.5 * w.reduce((sum, x) => sum + x * x, 0) + gamma * hinges;
    },
    gradient(w, samples, out) {
      const n = w.length;
      out.set(w);
      for (let at = 0; at < samples.length; at += n + 1) {
        const y = samples[at + n];
        if (y * scoreAt(w, samples, at) < 1)
          for (let i = 0; i < n; i++) out[i] -= gamma * y * samples[at + i];
      }
    },
    hessian(w, _samples, out) {
      const n = w.length;
      for (let i = 0; i < n * n; i++) out[i] = i % (n + 1) === 0 ? 1 : 0;
    },
  }),
});

function scoreAt(w: Vector, samples: Vector, at: number): number {
  let score = 0;
  for (let i = 0; i < w.length; i++) score += w[i] * samples[at + i];
  return score;
}
