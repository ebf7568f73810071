/** 1 / (1 + e^{−z}), with all its digits where it is small too. */
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z < 0 ? e : 1) / (1 + e);
}

/** ln(1 + e^z) = −ln sigmoid(−z), with all its digits where it is small too. */
export function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/**
 * sigmoid(s) − y for a label y of 0 or 1, with all its digits where it is small. No branch on the label: a processor cannot
 * foresee those of a batch, and a wrong guess costs as much as the exponential.
 */
export function sigmoidMinus(s: number, y: number): number {
  const sign = 1 - 2 * y;
  const z = sign * s;
  const e = Math.exp(-Math.abs(z));
  return (sign * (z < 0 ? e : 1)) / (1 + e);
}
