/** Above this, e^−x is less than half the distance from 1 to the float64 below it. */
const VANISHES = 38;

/**
 * 1 − βᵗ, the bias correction of a moving average. Since βᵗ ≤ e^{−t(1−β)}, it is exactly 1 once t(1−β) exceeds 38, and
 * the power, which costs more than the rest of a step, need not be taken.
 * @param beta in [0, 1)
 */
export function oneMinusPower(beta: number, t: number): number {
  return t * (1 - beta) > VANISHES ? 1 : 1 - beta ** t;
}
