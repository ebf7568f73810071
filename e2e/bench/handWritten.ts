/** What the loops below are given: Rosenbrock’s a and b, Adam’s hyperparameters, the start. */
export interface HandTask {
  readonly steps: number;
  readonly a: number;
  readonly b: number;
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly start: readonly [number, number];
}

const FAR = 1e8;
const QUIET = 1e-12;

/**
 * Adam on Rosenbrock by hand, on scalars: the gradient, the rule with both corrections by `**`, and the check for
 * divergence. Not more than a person would write who wants only the last point.
 * @param out receives θ
 */
export function bareAdam(
  { steps, a, b, lr, beta1, beta2, epsilon, start }: HandTask,
  out: Float64Array,
): void {
  let [x, y] = start;
  let mx = 0;
  let my = 0;
  let vx = 0;
  let vy = 0;
  for (let t = 1; t <= steps; t++) {
    const across = y - x * x;
    const gx = -2 * (a - x) - 4 * b * x * across;
    const gy = 2 * b * across;
    const correction1 = 1 - beta1 ** t;
    const correction2 = 1 - beta2 ** t;
    mx = beta1 * mx + (1 - beta1) * gx;
    my = beta1 * my + (1 - beta1) * gy;
    vx = beta2 * vx + (1 - beta2) * gx * gx;
    vy = beta2 * vy + (1 - beta2) * gy * gy;
    x += -lr * (mx / correction1 / (Math.sqrt(vx / correction2) + epsilon));
    y += -lr * (my / correction1 / (Math.sqrt(vy / correction2) + epsilon));
    const along = a - x;
    const off = y - x * x;
    const loss = along * along + b * off * off;
    if (!Number.isFinite(loss) || !(Math.abs(x) <= FAR) || !(Math.abs(y) <= FAR)) break;
  }
  out[0] = x;
  out[1] = y;
}

/**
 * The same loop with all that the engine’s answers for in each step: 0/0 is 0 (linalg/quotient.ts), and steps that
 * hardly move are counted, since ten of them are a stall.
 * @param out receives θ and the count
 */
export function sameAdam(
  { steps, a, b, lr, beta1, beta2, epsilon, start }: HandTask,
  out: Float64Array,
): void {
  let [x, y] = start;
  let mx = 0;
  let my = 0;
  let vx = 0;
  let vy = 0;
  let quiet = 0;
  for (let t = 1; t <= steps; t++) {
    const across = y - x * x;
    const gx = -2 * (a - x) - 4 * b * x * across;
    const gy = 2 * b * across;
    const correction1 = 1 - beta1 ** t;
    const correction2 = 1 - beta2 ** t;
    mx = beta1 * mx + (1 - beta1) * gx;
    my = beta1 * my + (1 - beta1) * gy;
    vx = beta2 * vx + (1 - beta2) * gx * gx;
    vy = beta2 * vy + (1 - beta2) * gy * gy;
    const xBefore = x;
    const yBefore = y;
    x += -lr * quotient(mx / correction1, Math.sqrt(vx / correction2) + epsilon);
    y += -lr * quotient(my / correction1, Math.sqrt(vy / correction2) + epsilon);
    const moved = (x - xBefore) ** 2 + (y - yBefore) ** 2;
    quiet = moved <= QUIET * QUIET * Math.max(1, x * x + y * y) ? quiet + 1 : 0;
    const along = a - x;
    const off = y - x * x;
    const loss = along * along + b * off * off;
    if (!Number.isFinite(loss) || !(Math.abs(x) <= FAR) || !(Math.abs(y) <= FAR)) break;
  }
  out[0] = x;
  out[1] = y;
  out[2] = quiet;
}

function quotient(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : a / b;
}
