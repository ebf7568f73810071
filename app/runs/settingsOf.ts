import type { Best } from './bestSettings.ts';

/** The hyperparameters that were found, by name. */
export function settingsOf({ rate, momentum }: Best): Readonly<Record<string, number>> {
  return { ...(rate !== null && { learningRate: rate }), ...(momentum !== null && { momentum }) };
}
