import type { ReactNode } from 'react';
import { constantPart, negativeLogLikelihood, sumOfErrors } from '../../../src/losses/likelihood/fit.ts';
import { likelihoodMessages as say } from '../../../src/messages/likelihood.ts';
import { formatCoordinate, formatMeasure } from '../../ui/formatNumber.ts';
import { LossChart, type ChartFrame } from '../parts/LossChart.tsx';
import { curvePath } from './curvePath.ts';
import { DOMAIN, type Fit } from './fitOf.ts';

/** How far the line at the best fit goes above a chart, to the one before it. */
const GAP = 26;
/** Pixels that a name needs. */
const NAME = 112;
/** On a chart narrower than this a name beside its line would lie on the curve. */
const SLIM = 480;
/** Above the largest likelihood there is room for its name. */
const LIKELIHOOD_ROOM = 1.3;

/** L, or ln L, of every μ. */
export function LikelihoodChart({ fit, mu, isLogarithm }: { fit: Fit; mu: number; isLogarithm: boolean }) {
  const { noise, precision, ys } = fit;
  const log = (at: number) =>
    -negativeLogLikelihood(
      noise,
      precision,
      ys.map(() => at),
      ys,
    );
  const most = log(fit.locations[0]);
  const level = -constantPart(noise, precision, ys.length);
  const of = isLogarithm ? log : (at: number) => Math.exp(log(at));
  const domain: readonly [number, number] = isLogarithm
    ? [level - logRoom(fit), level + 0.06 * logRoom(fit)]
    : [0, LIKELIHOOD_ROOM * (Math.exp(most) || 1)];
  return (
    <LossChart
      className="likelihood-curve"
      label={say.likelihoodChart}
      x={{ domain: DOMAIN, ticks: [] }}
      y={{
        domain,
        name: isLogarithm ? say.logAxis : say.likelihoodAxis,
        ...(isLogarithm ? {} : { ticks: [0] }),
      }}
    >
      {(frame) => (
        <>
          {isLogarithm && (
            <>
              <line
                className="likelihood-constants"
                x1={0}
                x2={frame.width}
                y1={frame.y(level)}
                y2={frame.y(level)}
              />
              <text
                className="loss-label likelihood-constants-name"
                x={frame.width}
                y={frame.y(level) - 6}
                textAnchor="end"
              >
                {say.constants}
              </text>
            </>
          )}
          <Best frame={frame} fit={fit} />
          <path
            className="loss-curve"
            style={{ stroke: 'var(--run-2)' }}
            d={curvePath(frame, of)}
            clipPath={frame.clip}
          />
          <BestName frame={frame} fit={fit} y={frame.y(of(fit.locations[0])) - 7}>
            {say.largest(formatMeasure(of(fit.locations[0])))}
          </BestName>
          <Here frame={frame} mu={mu} value={of(mu)} color="--run-2" />
        </>
      )}
    </LossChart>
  );
}

/** As far as the error reaches on its own chart, so that at β = 1 the two curves are mirror images. */
function logRoom(fit: Fit): number {
  return Math.max(errorRoom(fit), 1.4 * fit.precision * sumOfErrors(fit.noise, fit.best, fit.ys));
}

/** So far beside the best μ the curve of the error leaves its chart. */
const SHOWN = 2.5;

function errorRoom({ noise, ys, locations }: Fit): number {
  const shown = [locations[0] - SHOWN, locations[1] + SHOWN].map((at) =>
    sumOfErrors(
      noise,
      ys.map(() => at),
      ys,
    ),
  );
  return Math.min(...shown);
}

/** The error of every μ. */
export function ErrorChart({ fit, mu }: { fit: Fit; mu: number }) {
  const { noise, ys, locations } = fit;
  const of = (at: number) =>
    sumOfErrors(
      noise,
      ys.map(() => at),
      ys,
    );
  const [from, to] = locations.map(formatCoordinate);
  const name = noise === 'gaussian' ? say.mean(from) : from === to ? say.median(from) : say.medians(from, to);
  return (
    <LossChart
      className="likelihood-curve likelihood-last"
      label={say.errorChart}
      x={{ domain: DOMAIN, name: say.mu }}
      y={{
        domain: [0, errorRoom(fit)],
        name: noise === 'gaussian' ? say.squaredAxis : say.absoluteAxis,
      }}
    >
      {(frame) => (
        <>
          <Best frame={frame} fit={fit} />
          <path
            className="loss-curve"
            style={{ stroke: 'var(--run-3)' }}
            d={curvePath(frame, of)}
            clipPath={frame.clip}
          />
          <BestName frame={frame} fit={fit} y={14} isWithin>
            {say.least(name, formatMeasure(of(locations[0])))}
          </BestName>
          <Here frame={frame} mu={mu} value={of(mu)} color="--run-3" />
        </>
      )}
    </LossChart>
  );
}

/** The most likely μ, through all charts. */
function Best({ frame, fit: { locations } }: { frame: ChartFrame; fit: Fit }) {
  const [from, to] = locations.map(frame.x);
  return (
    <>
      {to > from && (
        <rect
          className="likelihood-medians"
          x={from}
          y={-GAP}
          width={to - from}
          height={frame.height + GAP}
        />
      )}
      {(from === to ? [from] : [from, to]).map((at) => (
        <line key={at} className="likelihood-best" x1={at} x2={at} y1={-GAP} y2={frame.height} />
      ))}
    </>
  );
}

interface BestNameProps {
  readonly frame: ChartFrame;
  readonly fit: Fit;
  readonly y: number;
  /** A curve rises on both sides: on a narrow chart the words stay between, over the line. */
  readonly isWithin?: boolean;
  readonly children: ReactNode;
}

/** Words beside the line at the most likely μ, on the side where there is room. */
function BestName({ frame, fit: { locations }, y, isWithin = false, children }: BestNameProps) {
  if (isWithin && frame.width < SLIM)
    return (
      <text
        className="loss-label"
        x={(frame.x(locations[0]) + frame.x(locations[1])) / 2}
        y={y}
        textAnchor="middle"
      >
        {children}
      </text>
    );
  const isRight = frame.width - frame.x(locations[1]) < NAME;
  return (
    <text
      className="loss-label"
      x={frame.x(locations[isRight ? 0 : 1]) + (isRight ? -8 : 8)}
      y={y}
      textAnchor={isRight ? 'end' : 'start'}
    >
      {children}
    </text>
  );
}

/** The value at the μ that is held over the points; an arrowhead where it is above the chart. */
function Here({ frame, mu, value, color }: { frame: ChartFrame; mu: number; value: number; color: string }) {
  const at = frame.x(mu);
  const y = frame.y(value);
  return (
    <>
      <line className="likelihood-mu" x1={at} x2={at} y1={-GAP} y2={frame.height} />
      {y < 0 && (
        <path className="likelihood-here" style={{ fill: `var(${color})` }} d={`M${at} -4l-5.5 9h11Z`} />
      )}
      {y >= 0 && y <= frame.height && (
        <circle className="likelihood-here" style={{ fill: `var(${color})` }} cx={at} cy={y} r="5.5" />
      )}
    </>
  );
}
