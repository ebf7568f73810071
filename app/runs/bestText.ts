import { runMessages as say } from '../../src/messages/runs.ts';
import { formatSetting } from '../ui/formatNumber.ts';
import type { Best } from './bestSettings.ts';

/** The settings that were found, as “η 0.1” or “η 0.1, μ 0.7”. */
export function bestText({ rate, momentum }: Best): string {
  if (rate === null) return '';
  const eta = formatSetting(rate);
  return momentum === null ? say.bestEta(eta) : say.bestEtaAndMu(eta, formatSetting(momentum));
}
