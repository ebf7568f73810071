/** Above this, e^−x is less than half the distance from 1 to the float64 below it. */
const VANISHES = 38;

/** So many β are remembered, each up to so many steps: the runs of a scene ask for the same powers, again and again. */
const BETAS = 16;
const STEPS = 1024;
const betas = new Float64Array(BETAS).fill(Number.NaN);
/** βᵗ at its β's place times `STEPS`, plus t; NaN until it is asked for. */
const powers = new Float64Array(BETAS * STEPS);
let oldest = 0;

/**
 * 1 − βᵗ, the bias correction of a moving average. Since βᵗ ≤ e^{−t(1−β)}, it is exactly 1 once t(1−β) exceeds 38, and
 * the power, which costs as much as the rest of a step, need not be taken; nor is it taken twice.
 * @param beta in [0, 1)
 * @param t a whole number, 0 or more
 */
export function oneMinusPower(beta: number, t: number): number {
  if (t * (1 - beta) > VANISHES) return 1;
  if (t >= STEPS) return 1 - beta ** t;
  let place = 0;
  while (place < BETAS && betas[place] !== beta) place++;
  if (place === BETAS) place = remember(beta);
  const at = place * STEPS + t;
  if (Number.isNaN(powers[at])) powers[at] = beta ** t;
  return 1 - powers[at];
}

/** Returns the place of a β that had none. */
function remember(beta: number): number {
  const place = oldest;
  oldest = (oldest + 1) % BETAS;
  betas[place] = beta;
  powers.fill(Number.NaN, place * STEPS, (place + 1) * STEPS);
  return place;
}
