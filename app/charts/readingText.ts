import { outcomeWords } from '../../src/messages/app.ts';
import { chartMessages as say } from '../../src/messages/charts.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';
import type { PaintedChart } from './chartPainter.ts';
import type { RunReading } from './readings.ts';

/** What a run is where the chart is read, as printed. */
export function readingText({ value, ended }: RunReading): string {
  if (value === null) return say.noReading;
  if (!ended) return formatMeasure(value);
  return ended.kind === 'diverged' || ended.kind === 'stopped'
    ? say.endedEarly(outcomeWords[ended.kind], formatCount(ended.step))
    : say.ended(formatMeasure(value));
}

/** Where the chart is read, in words. */
export function placeText({ scene }: PaintedChart, x: number): string {
  return scene.view.against === 'steps' ? say.step(formatCount(x)) : say.evaluation(formatCount(x));
}
