import { negativeLogDensities } from '../../../src/losses/likelihood/fit.ts';
import { likelihoodMessages as say } from '../../../src/messages/likelihood.ts';
import { formatCoordinate, formatMeasure } from '../../ui/formatNumber.ts';
import { DragHandle } from '../parts/DragHandle.tsx';
import { LossChart, type ChartFrame } from '../parts/LossChart.tsx';
import { DOMAIN, SPECS, type LikelihoodPart } from './fitOf.ts';
import { LineMaps } from './LineMaps.tsx';

/** Where the line is held to be turned. */
const HELD = 3;
/** Pixels of a density of its peak, and the least peak that gets them all. */
const TALL = 64;
/** On a narrow chart it is this part of its width. */
const TALL_PART = 1 / 11;
const LEAST_PEAK = 0.5;
/** Standard deviations of a Gaussian that are drawn to each side, and points to each. */
const SIDES = 3.2;
const SAMPLES = 48;

/** A line through points, Gaussians standing on it; below it the maps of likelihood and of error, side by side. */
export function LineFigure({ page, fit }: LikelihoodPart) {
  return (
    <>
      <LineChart page={page} fit={fit} />
      <LineMaps page={page} fit={fit} />
    </>
  );
}

function LineChart({ page, fit }: LikelihoodPart) {
  const { values, set, begin, end } = page;
  const { xs, ys, predictions, precision, line } = fit;
  const { slope, intercept } = values;
  const height = (x: number) => slope * x + intercept;
  const densities = negativeLogDensities('gaussian', precision, predictions, ys).map((log) => Math.exp(-log));
  const moved = (i: number, y: number) => values.outputs.map((old, k) => (k === i ? y : old));
  return (
    <LossChart
      className="likelihood-scatter"
      label={say.lineChart}
      x={{ domain: DOMAIN, name: 'x' }}
      y={{ domain: [-4.4, 4.4], name: 'y' }}
    >
      {(frame) => (
        <>
          <g clipPath={frame.clip}>
            {xs.map((x, i) => (
              <path
                key={i}
                className="likelihood-standing"
                d={standing(frame, x, predictions[i], precision)}
              />
            ))}
            {line && (
              <line
                className="likelihood-best"
                x1={0}
                x2={frame.width}
                y1={frame.y(line.slope * DOMAIN[0] + line.intercept)}
                y2={frame.y(line.slope * DOMAIN[1] + line.intercept)}
              />
            )}
            <line
              className="likelihood-line"
              x1={0}
              x2={frame.width}
              y1={frame.y(height(DOMAIN[0]))}
              y2={frame.y(height(DOMAIN[1]))}
            />
          </g>
          {xs.map((x, i) => (
            <line
              key={i}
              className="likelihood-stroke"
              x1={frame.x(x)}
              x2={frame.x(x) + densities[i] * pixelsOf(frame, precision)}
              y1={frame.y(ys[i])}
              y2={frame.y(ys[i])}
            />
          ))}
          {xs.map((x, i) => (
            <DragHandle
              key={i}
              label={say.point(String(i + 1))}
              valueText={say.heightValue(formatCoordinate(ys[i]), formatMeasure(densities[i]))}
              value={ys[i]}
              min={DOMAIN[0]}
              max={DOMAIN[1]}
              step={0.1}
              along="y"
              x={frame.x(x)}
              y={frame.y(ys[i])}
              valueAt={frame.y.invert}
              onChange={(to) => set('outputs', moved(i, to))}
              onBegin={begin}
              onEnd={end}
            >
              <circle className="drag-halo" r="10" />
              <circle className="likelihood-point" r="6" />
            </DragHandle>
          ))}
          <DragHandle
            label={say.interceptHandle}
            valueText={say.interceptValue(formatCoordinate(intercept))}
            value={intercept}
            min={SPECS.intercept.min}
            max={SPECS.intercept.max}
            step={0.1}
            along="y"
            x={frame.x(0)}
            y={frame.y(intercept)}
            valueAt={frame.y.invert}
            onChange={(to) => set('intercept', to)}
            onBegin={begin}
            onEnd={end}
          />
          <DragHandle
            label={say.slopeHandle}
            valueText={say.slopeValue(formatCoordinate(slope))}
            value={slope}
            min={SPECS.slope.min}
            max={SPECS.slope.max}
            step={0.05}
            along="y"
            x={frame.x(HELD)}
            y={frame.y(height(HELD))}
            valueAt={(pixel) => (frame.y.invert(pixel) - intercept) / HELD}
            onChange={(to) => set('slope', to)}
            onBegin={begin}
            onEnd={end}
          />
        </>
      )}
    </LossChart>
  );
}

/** Pixels of a density of 1. */
function pixelsOf({ width }: ChartFrame, precision: number): number {
  return Math.min(TALL, width * TALL_PART) / Math.max(LEAST_PEAK, Math.sqrt(precision / (2 * Math.PI)));
}

/** A Gaussian that stands on the line at x, and looks to the right. */
function standing(frame: ChartFrame, x: number, mean: number, precision: number): string {
  const reach = SIDES / Math.sqrt(precision);
  const ys = Array.from({ length: SAMPLES + 1 }, (_, i) => mean + reach * ((2 * i) / SAMPLES - 1));
  const logs = negativeLogDensities(
    'gaussian',
    precision,
    ys.map(() => mean),
    ys,
  );
  const points = ys.map(
    (y, i) => `${frame.x(x) + Math.exp(-logs[i]) * pixelsOf(frame, precision)} ${frame.y(y).toFixed(2)}`,
  );
  return `M${frame.x(x)} ${frame.y(ys[0])}L${points.join('L')}L${frame.x(x)} ${frame.y(ys[SAMPLES])}Z`;
}
