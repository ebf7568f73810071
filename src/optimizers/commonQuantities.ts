import type { QuantitySpec } from './optimizer.ts';

/** m, an average of gradients: it points uphill as they do. */
export const gradientAverage = {
  symbol: 'm',
  label: 'average of the gradients',
  arrow: { role: 'momentum', as: -1 },
} as const satisfies QuantitySpec;

/** v, which has a size a coordinate, and no direction. */
export const squareAverage = {
  symbol: 'v',
  label: 'average of the squared gradients',
} as const satisfies QuantitySpec;

/** m̂ */
export const correctedGradientAverage = {
  symbol: String.raw`\hat m`,
  label: 'corrected average of the gradients',
  arrow: { role: 'momentum', as: -1 },
} as const satisfies QuantitySpec;

/** v̂ */
export const correctedSquareAverage = {
  symbol: String.raw`\hat v`,
  label: 'corrected average of the squared gradients',
} as const satisfies QuantitySpec;

/** v, which η is already in: it points where it carries the point. */
export const velocity = {
  symbol: 'v',
  label: 'velocity',
  arrow: { role: 'momentum', as: 1 },
} as const satisfies QuantitySpec;

/** m of momentum without an average. */
export const carriedGradients = {
  symbol: 'm',
  label: 'gradients carried on',
  arrow: { role: 'momentum', as: -1 },
} as const satisfies QuantitySpec;
