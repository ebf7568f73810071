/** a / b, and 0 where both are 0: an optimizer with ε = 0 does not move along a coordinate whose gradient has always been 0. */
export function quotient(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : a / b;
}
