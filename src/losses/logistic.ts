/** 1 / (1 + e^{−z}), with all its digits where it is small too. */
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z < 0 ? e : 1) / (1 + e);
}

/** ln(1 + e^z) = −ln sigmoid(−z), with all its digits where it is small too. */
export function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}
