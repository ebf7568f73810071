import { chartMessages as say } from '../../src/messages/charts.ts';
import type { PaintedChart } from './chartPainter.ts';
import { readRuns } from './readings.ts';
import { placeText, readingText } from './readingText.ts';

/**
 * Tells a screen reader, as a slider’s value, where the chart is read and what all runs are there.
 * @param x the place that is read; null where nobody reads it
 * @param playhead where the playhead is, which stands in for it
 */
export function announce(
  slider: HTMLElement,
  painted: PaintedChart,
  x: number | null,
  playhead: number,
  nameOf: (id: number) => string,
): void {
  const { from, to } = painted.span;
  const now = x ?? Math.round(Math.min(to, Math.max(from, playhead)));
  const place = placeText(painted, now);
  // Only who has put the focus there hears it.
  const isHeard = x !== null && document.activeElement === slider;
  const runs = isHeard
    ? readRuns(painted, x).map((reading) => say.reading(nameOf(reading.id), readingText(reading)))
    : [];
  slider.setAttribute('aria-valuemin', String(Math.floor(from)));
  slider.setAttribute('aria-valuemax', String(Math.ceil(to)));
  slider.setAttribute('aria-valuenow', String(now));
  slider.setAttribute('aria-valuetext', runs.length === 0 ? place : say.readings(place, runs));
}
