import { useMemo, useRef } from 'react';
import { runSettingMessages as say } from '../../src/messages/runSettings.ts';
import type { Run } from '../../src/scene/scene.ts';
import type { Trajectory } from '../engine/trajectories.ts';
import { slotOf } from '../plane/slots.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { useFrame } from '../ui/useFrame.ts';
import { rateCurve, type RateCurve } from './rateCurve.ts';
import { plannedRates, recordedRates, type RateSource } from './rateSource.ts';

/** Of the box in which the curve is drawn. */
const WIDTH = 124;
const HEIGHT = 60;

/** What is drawn now. */
interface Drawn {
  readonly planned: RateSource | null;
  readonly trajectory: Trajectory | undefined;
  readonly rows: number;
  readonly source: RateSource | null;
  readonly curve: RateCurve | null;
}

/**
 * A small picture of the learning rate over the steps of a run, with the playhead in it: as its schedule gives it, or,
 * where that depends on losses, as the run has recorded it. Its least and greatest stand beside it.
 */
export function RatePicture({ index, run }: { index: number; run: Run }) {
  const { session, playback } = useApp();
  const steps = useAppState(({ scene }) => scene.steps);
  const planned = useMemo(() => plannedRates(run, steps), [run, steps]);
  const place = useRef<HTMLElement>(null);
  const now = useRef<Drawn | null>(null);

  useFrame(() => {
    if (!place.current) return;
    const trajectory = planned ? undefined : session.displayed()[index];
    const rows = trajectory?.rows ?? 0;
    const { current } = now;
    if (current?.planned !== planned || current.trajectory !== trajectory || current.rows !== rows) {
      const source = planned ?? (trajectory ? recordedRates(trajectory) : null);
      const ids = run.schedule.map(({ id }) => id);
      const curve = source && rateCurve(source.samples, source.steps, ids, WIDTH, HEIGHT);
      now.current = { planned, trajectory, rows, source, curve };
      writeCurve(place.current, curve, source);
    }
    if (now.current) writePlayhead(place.current, now.current, Math.floor(playback.playhead));
  });

  return (
    <figure
      ref={place}
      className="rate-picture"
      style={{ '--curve-color': `var(${slotOf(run.slot).color})` } as React.CSSProperties}
    >
      <span className="rate-bounds" aria-hidden="true">
        <span data-part="high" />
        <span data-part="log">{say.logScale}</span>
        <span data-part="low" />
      </span>
      <svg role="img" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} data-part="picture">
        <path data-part="curve" />
        <line data-part="playhead" y1={-4} y2={HEIGHT + 4} />
        <circle data-part="dot" r={3.5} />
      </svg>
      <figcaption data-part="caption" />
    </figure>
  );
}

function partOf(place: HTMLElement, name: string): Element {
  const part = place.querySelector(`[data-part="${name}"]`);
  if (!part) throw new Error(`The picture has no ${name}.`);
  return part;
}

function writeCurve(place: HTMLElement, curve: RateCurve | null, source: RateSource | null): void {
  place.style.visibility = curve ? '' : 'hidden';
  if (!curve || !source) return;
  const [low, high] = [formatMeasure(curve.low), formatMeasure(curve.high)];
  const { steps, rates, count } = source.samples;
  const isConstant = curve.low === curve.high;
  partOf(place, 'curve').setAttribute('d', curve.path);
  partOf(place, 'high').textContent = isConstant ? '' : high;
  partOf(place, 'low').textContent = isConstant ? '' : low;
  partOf(place, 'log').textContent = isConstant ? high : curve.isLog ? say.logScale : '';
  partOf(place, 'picture').setAttribute(
    'aria-label',
    isConstant
      ? say.rateConstant(high)
      : say.ratePicture(
          formatCount(steps[count - 1]),
          formatMeasure(rates[0]),
          formatMeasure(rates[count - 1]),
          low,
          high,
          curve.isLog,
        ),
  );
}

function writePlayhead(place: HTMLElement, { curve, source }: Drawn, playhead: number): void {
  if (!curve || !source) return;
  // Before the first step one reads what it will be made with.
  const read = source.at(Math.max(1, playhead));
  const line = partOf(place, 'playhead');
  const dot = partOf(place, 'dot');
  const x = curve.x(playhead).toFixed(1);
  line.setAttribute('x1', x);
  line.setAttribute('x2', x);
  if (!read) return;
  dot.setAttribute('cx', curve.x(read.step).toFixed(1));
  dot.setAttribute('cy', curve.y(read.rate).toFixed(1));
  const text = say.rateAt(formatCount(read.step), formatMeasure(read.rate));
  const caption = partOf(place, 'caption');
  if (caption.textContent !== text) caption.textContent = text;
}
