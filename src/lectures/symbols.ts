import { pair } from './printedForm.ts';

// What each lecture calls what all optimizers have.

const raw = String.raw;
const theta = raw`\theta`;
const eta = raw`\eta`;

/** Memphis, but for its slides on NAG, Sophia and Muon. */
export const MEMPHIS = {
  point: pair(raw`\theta_{t-1}`, theta, 'the point before the step'),
  rate: pair(raw`\alpha`, eta, 'learning rate'),
  gradient: pair(raw`\nabla f(\theta_{t-1})`, 'g', 'gradient'),
} as const;

export const ERLANGEN = {
  point: pair(raw`\mathbf w^{(k)}`, theta, 'the point before the step'),
  count: pair('k', 't', 'number of the step'),
  gradient: pair(raw`\mathbf g^{(k)} = \nabla L(\mathbf w^{(k)})`, 'g', 'gradient'),
} as const;

/** The lecture “Optimizers”, which uses ε for the learning rate. */
export const OPTIMIZERS_LECTURE = {
  rate: pair(raw`\epsilon`, eta, 'learning rate'),
  gradient: pair(raw`\mathbf g`, 'g', 'gradient'),
  stabilizer: pair(raw`\delta`, raw`\epsilon`, 'stabilizer'),
} as const;

/** The names of the same lecture's programs. */
export const PROGRAM = {
  point: pair(raw`\texttt{x}`, theta, 'the point'),
  gradient: pair(raw`\texttt{dx}`, 'g', 'gradient'),
  rate: pair(raw`\texttt{learning\_rate}`, eta, 'learning rate'),
  stabilizer: pair(raw`\texttt{eps}`, raw`\epsilon`, 'stabilizer'),
} as const;

export const WESTLAKE = {
  point: pair(raw`\mathbf x_t`, theta, 'the point before the step'),
  gradient: pair(raw`\nabla F(\mathbf x_t, \boldsymbol\xi_t)`, 'g', 'gradient of the sample drawn'),
} as const;
