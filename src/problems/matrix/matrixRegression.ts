import { defineProblem } from '../problem.ts';

/** W*, row-major. */
const TARGET = [3, -2, 1, 4] as const;

/**
 * Linear regression of two outputs on two inputs of unit variance and correlation c, without noise: half the
 * mean squared error of W, whose gradient is the matrix (W − W*)S. It is seen in the plane W₁₁, W₂₂ through W*.
 */
export const matrixRegression = defineProblem({
  name: 'Matrix regression',
  lesson: 'The parameters are a matrix: Muon steps equally far in its strong and weak directions.',
  formula: String.raw`\tfrac12\operatorname{tr}\left((W-W^*)\,S\,(W-W^*)^\top\right),\quad W^*=\begin{pmatrix}3&-2\\1&4\end{pmatrix},\quad S=\begin{pmatrix}1&@correlation\\@correlation&1\end{pmatrix}`,
  cite: [{ lecture: 'Westlake', at: '“Muon: From Vector to Matrix Optimization”' }],
  parameters: {
    correlation: {
      kind: 'number',
      key: 'c',
      symbol: 'c',
      label: 'correlation of the inputs',
      default: 0.9,
      above: -1,
      below: 1,
      scale: 'linear',
      slider: [-0.99, 0.99],
    },
  },
  create({ correlation: c }) {
    return {
      dimension: 4,
      shape: [2, 2],
      valueInto(theta, out) {
        const d11 = theta[0] - TARGET[0];
        const d12 = theta[1] - TARGET[1];
        const d21 = theta[2] - TARGET[2];
        const d22 = theta[3] - TARGET[3];
        out[0] = 0.5 * (d11 * d11 + d12 * d12 + d21 * d21 + d22 * d22) + c * (d11 * d12 + d21 * d22);
      },
      gradient(theta, out) {
        const d11 = theta[0] - TARGET[0];
        const d12 = theta[1] - TARGET[1];
        const d21 = theta[2] - TARGET[2];
        const d22 = theta[3] - TARGET[3];
        out[0] = d11 + c * d12;
        out[1] = c * d11 + d12;
        out[2] = d21 + c * d22;
        out[3] = c * d21 + d22;
      },
      // I ⊗ S: the rows of W do not meet.
      hessian(_theta, out) {
        out.fill(0);
        for (let k = 0; k < 4; k++) out[5 * k] = 1;
        out[1] = c;
        out[4] = c;
        out[11] = c;
        out[14] = c;
      },
      minimizers: [{ point: TARGET, kind: 'global' }],
      domain: { x: [-2, 7], y: [-1, 7] },
      start: [0, 0, 0, 0],
      plane: {
        kind: 'parameters',
        origin: [0, TARGET[1], TARGET[2], 0],
        u: [1, 0, 0, 0],
        v: [0, 0, 0, 1],
        axes: ['W_{11}', 'W_{22}'],
      },
    };
  },
});
