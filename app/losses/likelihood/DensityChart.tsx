import {
  negativeLogDensities,
  negativeLogLikelihood,
  printedDensity,
  sumOfErrors,
} from '../../../src/losses/likelihood/fit.ts';
import { likelihoodMessages as say } from '../../../src/messages/likelihood.ts';
import { formatCoordinate, formatMeasure } from '../../ui/formatNumber.ts';
import { DragHandle } from '../parts/DragHandle.tsx';
import { LossChart, type ChartFrame } from '../parts/LossChart.tsx';
import { bodyEm } from '../parts/bodyEm.ts';
import { touchAreas } from '../parts/touchAreas.ts';
import { curvePath } from './curvePath.ts';
import { DOMAIN, SPECS, type LikelihoodPart } from './fitOf.ts';

/** The axis of densities reaches at least so far, so that a flat one looks flat. */
const LEAST_PEAK = 0.5;
const ROOM = 1.18;
/** Where the printed density is drawn too, one sees it grow. */
const ROOM_TO_GROW = 2.2;
/** Pixels that its name needs. */
const NAME = 150;
/** From μ to its name in heights of letters, and to the end of that in pixels. */
const BESIDE = 1.1;
const MU_NAME = 90;

/** The density over the points, with its μ and the points to be dragged; each point's density is a stroke. */
export function DensityChart({ page, fit }: LikelihoodPart) {
  const { values, set, begin, end } = page;
  const { noise, precision, ys } = fit;
  const mu = values.mean;
  // The slide's density is the Gaussian's.
  const isPrinted = values.density && noise === 'gaussian';
  const densityAt = (y: number) => Math.exp(-negativeLogDensities(noise, precision, [mu], [y])[0]);
  const peak = densityAt(mu);
  const likelihood = Math.exp(-negativeLogLikelihood(noise, precision, fit.predictions, ys));
  const error = sumOfErrors(noise, fit.predictions, ys);
  const moved = (i: number, y: number) => ys.map((old, k) => (k === i ? y : old));
  return (
    <LossChart
      className="likelihood-density"
      label={say.density(say[noise])}
      x={{ domain: DOMAIN, ticks: [] }}
      y={{
        domain: [0, (isPrinted ? ROOM_TO_GROW : ROOM) * Math.max(peak, LEAST_PEAK)],
        name: say.densityAxis,
      }}
    >
      {(frame) => {
        const curve = curvePath(frame, densityAt);
        const base = frame.height;
        const areas = touchAreas([
          ...ys.map((y) => [frame.x(y), base] as const),
          [frame.x(mu), frame.y(peak)],
        ]);
        const beside = BESIDE * bodyEm();
        const isRoomy = frame.x(mu) + MU_NAME < frame.width;
        return (
          <>
            <path
              className="likelihood-area"
              clipPath={frame.clip}
              d={`${curve}L${frame.width} ${base}L0 ${base}Z`}
            />
            <path className="loss-curve likelihood-bell" d={curve} clipPath={frame.clip} />
            {isPrinted && <PrintedCurve frame={frame} precision={precision} mu={mu} />}
            <line className="likelihood-mu" x1={frame.x(mu)} x2={frame.x(mu)} y1={frame.y(peak)} y2={base} />
            {ys.map((y, i) => (
              <line
                key={i}
                className="likelihood-stroke"
                x1={frame.x(y)}
                x2={frame.x(y)}
                y1={base}
                y2={frame.y(densityAt(y))}
              />
            ))}
            {ys.map((y, i) => (
              <DragHandle
                key={i}
                label={say.point(String(i + 1))}
                valueText={say.pointValue(formatCoordinate(y), formatMeasure(densityAt(y)))}
                value={y}
                touch={areas[i]}
                min={DOMAIN[0]}
                max={DOMAIN[1]}
                step={0.1}
                along="x"
                x={frame.x(y)}
                y={base}
                valueAt={frame.x.invert}
                onChange={(to) => set('points', moved(i, to))}
                onBegin={begin}
                onEnd={end}
              >
                <circle className="drag-halo" r="10" />
                <circle className="likelihood-point" r="6" />
              </DragHandle>
            ))}
            <DragHandle
              label={say.location}
              valueText={say.locationValue(
                formatCoordinate(mu),
                formatMeasure(likelihood),
                formatMeasure(error),
              )}
              value={mu}
              touch={areas[ys.length]}
              min={SPECS.mean.min}
              max={SPECS.mean.max}
              step={0.1}
              along="x"
              x={frame.x(mu)}
              y={frame.y(peak)}
              valueAt={frame.x.invert}
              onChange={(to) => set('mean', to)}
              onBegin={begin}
              onEnd={end}
            />
            <text
              className="loss-label"
              x={frame.x(mu) + (isRoomy ? beside : -beside)}
              y={frame.y(peak) - 2}
              textAnchor={isRoomy ? 'start' : 'end'}
            >
              {`${say.mu} = ${formatCoordinate(mu)}`}
            </text>
          </>
        );
      }}
    </LossChart>
  );
}

/** Without its minus sign the density grows: it leaves the frame with an arrowhead. */
function PrintedCurve({ frame, precision, mu }: { frame: ChartFrame; precision: number; mu: number }) {
  const ofY = (y: number) => printedDensity(precision, y - mu);
  const [, top] = frame.y.domain;
  // Where it passes the frame: √β/√2π · e^{βr²/2} = top.
  const reach = Math.sqrt((2 * Math.log(top / ofY(mu))) / precision);
  const leaves = [mu - reach, mu + reach].filter((y) => y >= DOMAIN[0] && y <= DOMAIN[1]);
  const isLeft = leaves.length > 0 && frame.x(leaves[0]) > NAME;
  const name = leaves.map(frame.x).at(isLeft ? 0 : -1);
  return (
    <g className="likelihood-printed">
      <path className="loss-curve" d={curvePath(frame, ofY)} clipPath={frame.clip} />
      {leaves.map((y) => (
        <path key={y} className="likelihood-arrowhead" d={`M${frame.x(y)} -7l-5 9h10Z`} />
      ))}
      {name !== undefined && (
        <text
          className="loss-label"
          x={name + (isLeft ? -10 : 10)}
          y={18}
          textAnchor={isLeft ? 'end' : 'start'}
        >
          {say.printedDensity}
        </text>
      )}
    </g>
  );
}
