import type { DivergenceReading } from '../../../src/losses/walk/divergenceTerms.ts';
import { printEquation, type PrintedEquation } from '../../../src/losses/walk/printEquation.ts';

/** KL = H(p, q) − H(p), so that the printed difference comes to the printed divergence. */
export function printDifference({ divergence, crossEntropy, entropy }: DivergenceReading): PrintedEquation {
  return printEquation(divergence, [crossEntropy, entropy], ([cross, own]) => cross - own);
}
