import { defineProblem, type Draw } from '../problem.ts';

/** In each period of steps one slope that is large and points down to the left, then small ones that point right. */
interface Course {
  readonly period: number;
  readonly large: number;
  readonly small: number;
}

const COURSES = {
  theorem: { period: 3, large: 3, small: -1 },
  online: { period: 101, large: 1010, small: -10 },
} as const satisfies Record<string, Course>;

/** The feasible set. */
const LOW = -1;
const HIGH = 1;

/** The slope of f_t; without a step, of the mean over a period. */
function slopeOf({ period, large, small }: Course, draw: Draw | undefined): number {
  if (draw) return draw.t % period === 1 ? large : small;
  return (large + (period - 1) * small) / period;
}

/**
 * The problem on which Adam goes to the wrong end: linear losses f_t on [−1, 1], of which a rare one has a large slope.
 * Regret over a period is least at −1, but Adam shrinks the large gradient by its own square and forgets it before it
 * comes again. `theorem` is the paper's with C = 3, `online` its experiment.
 */
export const reddi = defineProblem({
  name: 'Adam’s counterexample',
  lesson: 'Adam forgets the rare large gradient and runs to the wrong end; AMSGrad keeps its size.',
  formula({ variant }) {
    const { period, large, small } = COURSES[variant];
    const first = String.raw`${large}x&\text{if }t\bmod ${period}=1`;
    const others = String.raw`${small === -1 ? '-' : small}x&\text{otherwise}`;
    return String.raw`\begin{cases}${first}\\${others}\end{cases},\quad {x\in[${LOW},${HIGH}]}`;
  },
  brief: String.raw`3x,\ {-x},\ {-x},\ 3x,\ {-x},\ \dots`,
  cite: [
    { paper: 'Reddi, Kale, Kumar, arXiv:1904.09237', at: '§3, theorem 1, and §5' },
    { lecture: 'Erlangen', at: 'part 3, “AMSGrad”' },
  ],
  parameters: {
    variant: {
      kind: 'choice',
      key: 'v',
      symbol: 'f_t',
      label: 'losses',
      options: ['theorem', 'online'],
      default: 'theorem',
    },
  },
  create({ variant }) {
    const course = COURSES[variant];
    return {
      dimension: 1,
      valueInto(theta, out, draw) {
        out[0] = slopeOf(course, draw) * theta[0];
      },
      gradient(_theta, out, draw) {
        out[0] = slopeOf(course, draw);
      },
      hessian(_theta, out) {
        out[0] = 0;
      },
      minimizers: [{ point: [LOW], kind: 'global' }],
      // Beside the band there is room for the map's controls and its key.
      domain: { x: [-0.05, 1.09], y: [-1.4, 1.4] },
      start: [0],
      plane: { kind: 'time', origin: [0], u: [0], v: [1], axes: ['t', 'x'] },
      online: true,
      project(theta) {
        theta[0] = Math.min(HIGH, Math.max(LOW, theta[0]));
      },
    };
  },
});
