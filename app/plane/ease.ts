/**
 * The easing of the theme's `--ease`, cubic-bezier(0.2, 0, 0, 1): how far a motion has come.
 * @param time the part of its duration that has passed, 0 to 1
 */
export function ease(time: number): number {
  if (time <= 0) return 0;
  if (time >= 1) return 1;
  // The curve's first coordinate grows with its parameter: halving finds the parameter of a time.
  let low = 0;
  let high = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (bezier(X1, X2, middle) < time) low = middle;
    else high = middle;
  }
  return bezier(Y1, Y2, (low + high) / 2);
}

const [X1, Y1, X2, Y2] = [0.2, 0, 0, 1];
/** Leaves less than a pixel of the largest plot. */
const HALVINGS = 16;

function bezier(first: number, second: number, t: number): number {
  return 3 * first * t * (1 - t) ** 2 + 3 * second * t * t * (1 - t) + t ** 3;
}
