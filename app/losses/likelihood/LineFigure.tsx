import { negativeLogDensities, peakOf, type NoiseId } from '../../../src/losses/likelihood/fit.ts';
import { likelihoodMessages as say } from '../../../src/messages/likelihood.ts';
import { formatCoordinate, formatMeasure } from '../../ui/formatNumber.ts';
import { DragHandle } from '../parts/DragHandle.tsx';
import { LossChart, type ChartFrame } from '../parts/LossChart.tsx';
import { touchAreas } from '../parts/touchAreas.ts';
import { DOMAIN, SPECS, type LikelihoodPart } from './fitOf.ts';
import { LineMaps } from './LineMaps.tsx';

/** Where the line is held to be turned. */
const HELD = 3;
/** Pixels of a density of its peak, and the least peak that gets them all. */
const TALL = 64;
/** On a narrow chart it is this part of its width. */
const TALL_PART = 1 / 11;
const LEAST_PEAK = 0.5;
/** A density is drawn as far as it is this part of its peak; and points of it. */
const LEAST_PART = 0.006;
const SAMPLES = 48;

/** A line through points, densities standing on it; below it the maps of likelihood and of error, side by side. */
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
  const { noise, xs, ys, predictions, precision, lines } = fit;
  const { slope, intercept } = values;
  const height = (x: number) => slope * x + intercept;
  const densities = negativeLogDensities(noise, precision, predictions, ys).map((log) => Math.exp(-log));
  const moved = (i: number, y: number) => values.outputs.map((old, k) => (k === i ? y : old));
  return (
    <LossChart
      className="likelihood-scatter"
      label={say.lineChart(say[noise])}
      x={{ domain: DOMAIN, name: 'x' }}
      y={{ domain: [-4.4, 4.4], name: 'y' }}
    >
      {(frame) => {
        const areas = touchAreas([
          ...xs.map((x, i) => [frame.x(x), frame.y(ys[i])] as const),
          [frame.x(0), frame.y(intercept)],
          [frame.x(HELD), frame.y(height(HELD))],
        ]);
        return (
          <>
            <g clipPath={frame.clip}>
              {xs.map((x, i) => (
                <path key={i} className="likelihood-standing" d={standing(frame, x, predictions[i], fit)} />
              ))}
              {lines.map((line) => (
                <line
                  key={`${line.slope} ${line.intercept}`}
                  className="likelihood-best"
                  x1={0}
                  x2={frame.width}
                  y1={frame.y(line.slope * DOMAIN[0] + line.intercept)}
                  y2={frame.y(line.slope * DOMAIN[1] + line.intercept)}
                />
              ))}
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
                x2={frame.x(x) + densities[i] * pixelsOf(frame, fit)}
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
                touch={areas[i]}
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
              touch={areas[xs.length]}
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
              touch={areas[xs.length + 1]}
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
        );
      }}
    </LossChart>
  );
}

/** Pixels of a density of 1. */
function pixelsOf({ width }: ChartFrame, { noise, precision }: DensityOf): number {
  return Math.min(TALL, width * TALL_PART) / Math.max(LEAST_PEAK, peakOf(noise, precision));
}

interface DensityOf {
  readonly noise: NoiseId;
  readonly precision: number;
}

/** A density that stands on the line at x, and looks to the right. */
function standing(frame: ChartFrame, x: number, mean: number, density: DensityOf): string {
  const { noise, precision } = density;
  const falls = -Math.log(LEAST_PART) / precision;
  const reach = noise === 'gaussian' ? Math.sqrt(2 * falls) : falls;
  const ys = Array.from({ length: SAMPLES + 1 }, (_, i) => mean + reach * ((2 * i) / SAMPLES - 1));
  const logs = negativeLogDensities(
    noise,
    precision,
    ys.map(() => mean),
    ys,
  );
  const points = ys.map(
    (y, i) => `${frame.x(x) + Math.exp(-logs[i]) * pixelsOf(frame, density)} ${frame.y(y).toFixed(2)}`,
  );
  return `M${frame.x(x)} ${frame.y(ys[0])}L${points.join('L')}L${frame.x(x)} ${frame.y(ys[SAMPLES])}Z`;
}
