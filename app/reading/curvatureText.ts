import { assertNever } from '../../src/engine/assertNever.ts';
import type { BoundRule } from '../../src/reading/stability.ts';

/**
 * TeX of a largest stable learning rate.
 * @param lambda TeX of the eigenvalue that it is computed from
 */
export function boundTex(rule: BoundRule, lambda: string): string {
  switch (rule) {
    case 'gradient':
    case 'preconditioned':
      return `2/${lambda}`;
    case 'momentum':
      return String.raw`2(1+\mu)/${lambda}`;
    case 'averaged':
      return String.raw`2(1+\mu)/((1−\mu)${lambda})`;
    case 'nesterov':
      return String.raw`2(1+\mu)/((1+2\mu)${lambda})`;
    case 'preconditioned-momentum':
      return String.raw`2(1+\beta_1)/((1−\beta_1)${lambda})`;
    case 'newton':
      return '2';
    default:
      return assertNever(rule);
  }
}

/** The angle of an axis in the plane in degrees, above −90 and up to 90: an axis has no front. */
export function axisAngle([x, y]: readonly number[]): number {
  const degrees = (Math.atan2(y, x) * 180) / Math.PI;
  // What is 0 but for rounding stays on one side.
  const whole = Math.round(degrees * 1e9) / 1e9;
  return whole > 90 ? whole - 180 : whole <= -90 ? whole + 180 : whole;
}
