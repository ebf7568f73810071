import type { Vector } from '../linalg/vector.ts';
import { defineLoss } from './loss.ts';

/** Cross-entropy of the softmax of scores: how far the score of the true class is below the smooth maximum of all. */
export const softmaxCrossEntropy = defineLoss({
  name: 'Softmax cross-entropy',
  idea: 'Scores become probabilities, and the true class pays −ln of its own.',
  prediction: 'scores',
  target: 'class',
  parameters: {},
  symbols: { prediction: 's', target: 'c' },
  equations: [
    {
      left: 'value',
      right: String.raw`-\ln\left(\dfrac{e^{@prediction_{@target}}}{\sum_j e^{@prediction_j}}\right)`,
    },
  ],
  differentiable: 'everywhere',
  cite: [
    { lecture: 'Memphis', at: '“Softmax Classifier (Multinomial Logistic Regression)”' },
    { lecture: 'Erlangen', at: 'part 1, “Maximum Likelihood Estimation for Classification”' },
    { lecture: 'Optimizers', at: '“Review. Backpropagation”, output activation and loss function' },
  ],
  vector: () => ({
    value(s, [c]) {
      const top = largestAt(s);
      let others = 0;
      for (let k = 0; k < s.length; k++) if (k !== top) others += Math.exp(s[k] - s[top]);
      return s[top] - s[c] + Math.log1p(others);
    },
    gradient(s, [c], out) {
      softmax(s, out);
      // −Σ of the others is p − 1, with its digits where p is near 1.
      let others = 0;
      for (let k = 0; k < s.length; k++) if (k !== c) others += out[k];
      out[c] = -others;
    },
    hessian(s, _target, out) {
      const n = s.length;
      const p = softmax(s, new Float64Array(n));
      for (let j = 0; j < n; j++) {
        let others = 0;
        for (let k = 0; k < n; k++) {
          out[j * n + k] = -p[j] * p[k];
          if (k !== j) others += p[k];
        }
        out[j * n + j] = p[j] * others;
      }
    },
  }),
});

/** e^{sₖ} / Σⱼ e^{sⱼ}, for scores of any size. */
export function softmax(scores: Vector, out: Vector): Vector {
  const most = scores[largestAt(scores)];
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += out[k] = Math.exp(scores[k] - most);
  for (let k = 0; k < scores.length; k++) out[k] /= sum;
  return out;
}

function largestAt(scores: Vector): number {
  let at = 0;
  for (let k = 1; k < scores.length; k++) if (scores[k] > scores[at]) at = k;
  return at;
}
