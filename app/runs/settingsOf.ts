import type { Best } from './bestSettings.ts';

/** The hyperparameters that were found, by name. */
export function settingsOf({ rate, rateName, momentum }: Best): Readonly<Record<string, number>> {
  return { ...(rate !== null && { [rateName]: rate }), ...(momentum !== null && { momentum }) };
}
