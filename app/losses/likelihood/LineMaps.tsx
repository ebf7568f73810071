import { linesOfEqualAbsoluteError } from '../../../src/losses/likelihood/absoluteLines.ts';
import {
  linesOfEqualError,
  negativeLogLikelihood,
  sumOfErrors,
  type Line,
} from '../../../src/losses/likelihood/fit.ts';
import { likelihoodMessages as say } from '../../../src/messages/likelihood.ts';
import { formatMeasure } from '../../ui/formatNumber.ts';
import { LossChart, type ChartFrame } from '../parts/LossChart.tsx';
import type { Fit, LikelihoodPart } from './fitOf.ts';

const DOMAIN: readonly [number, number] = [-2, 3];
const INTERCEPTS: readonly [number, number] = [-3.2, 3.2];
/** The errors at which rings are drawn, and points of a ring. */
const LEVELS = {
  gaussian: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  laplace: [1, 2, 4, 6, 8, 10, 15, 20, 30, 40, 50],
};
const POINTS = 90;
/** Rings nearer to one another than this, in pixels, are not both named. */
const APART = 20;

/** ln L and the error over all lines: the same rings with other names. */
export function LineMaps({ page, fit }: LikelihoodPart) {
  const { noise, ys, precision, predictions, best } = fit;
  const error = sumOfErrors(noise, predictions, ys);
  const least = sumOfErrors(noise, best, ys);
  const constants = negativeLogLikelihood(noise, precision, best, ys) - precision * least;
  const ofError = (level: number) => -constants - precision * level;
  const maps = [
    {
      key: 'log',
      label: say.logMap,
      title: say.logMapTitle,
      color: '--run-2',
      name: (level: number) => formatMeasure(ofError(level)),
    },
    {
      key: 'error',
      label: say.errorMap[noise],
      title: say.errorMapTitle[noise],
      color: '--run-3',
      name: (level: number) => formatMeasure(level),
    },
  ];
  return (
    <div className="likelihood-maps">
      {maps.map(({ key, label, title, color, name }) => (
        <LossChart
          key={key}
          className="likelihood-map"
          label={label}
          x={{ domain: DOMAIN, name: say.slopeAxis }}
          y={{ domain: INTERCEPTS, name: title, rules: false }}
        >
          {(frame) => (
            <>
              {fit.lines.length > 0 && (
                <Rings frame={frame} fit={fit} least={least} color={color} name={name} />
              )}
              <text className="loss-label likelihood-axis-b" x={8} y={0} dy="1.1em">
                {say.interceptAxis}
              </text>
              <Place frame={frame} line={page.values} color={color} name={name(error)} />
            </>
          )}
        </LossChart>
      ))}
    </div>
  );
}

interface RingsProps {
  readonly frame: ChartFrame;
  readonly fit: Fit;
  readonly least: number;
  readonly color: string;
  readonly name: (level: number) => string;
}

function Rings({ frame, fit, least, color, name }: RingsProps) {
  const rings = LEVELS[fit.noise]
    .filter((level) => level > least)
    .map((level) => {
      const points = ringOf(fit, least, level).map(({ slope, intercept }) => ({
        x: frame.x(slope),
        y: frame.y(intercept),
      }));
      const lowest = points.reduce((a, b) => (b.y > a.y ? b : a));
      return { level, points, lowest };
    });
  const named: typeof rings = [];
  for (const ring of rings) {
    const { x, y } = ring.lowest;
    const isInside = y < frame.height - 6 && x > 12 && x < frame.width - 12;
    if (isInside && y - (named.at(-1)?.lowest.y ?? -APART) > APART) named.push(ring);
  }
  const corners = fit.lines.map(({ slope, intercept }) => [frame.x(slope), frame.y(intercept)] as const);
  return (
    <>
      <g clipPath={frame.clip}>
        {corners.length > 1 && (
          <path className="likelihood-best-lines" d={`M${corners.map((at) => at.join(' ')).join('L')}Z`} />
        )}
        {rings.map(({ level, points }) => (
          <path
            key={level}
            className="likelihood-ring"
            style={{ stroke: `var(${color})` }}
            d={`M${points.map((point) => `${point.x.toFixed(2)} ${point.y.toFixed(2)}`).join('L')}Z`}
          />
        ))}
      </g>
      {named.map(({ level, lowest }) => (
        <text
          key={level}
          className="loss-label likelihood-ring-name"
          x={lowest.x}
          y={lowest.y}
          dy="0.34em"
          textAnchor="middle"
        >
          {name(level)}
        </text>
      ))}
      {corners.map(([x, y]) => (
        <path
          key={`${x} ${y}`}
          className="likelihood-cross"
          d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`}
          clipPath={frame.clip}
        />
      ))}
    </>
  );
}

/** Lines of one error, around the best. */
function ringOf({ noise, lines, xs, ys }: Fit, least: number, level: number): readonly Line[] {
  return noise === 'gaussian'
    ? linesOfEqualError(lines[0], xs, level - least, POINTS)
    : linesOfEqualAbsoluteError(lines[0], xs, ys, level);
}

interface PlaceProps {
  readonly frame: ChartFrame;
  readonly line: Line;
  readonly color: string;
  readonly name: string;
}

/** The line that is held over the points. */
function Place({ frame, line, color, name }: PlaceProps) {
  const [x, y] = [frame.x(line.slope), frame.y(line.intercept)];
  if (x < 0 || x > frame.width || y < 0 || y > frame.height) return null;
  return (
    <>
      <circle className="likelihood-here" style={{ fill: `var(${color})` }} cx={x} cy={y} r="6" />
      <text className="loss-label likelihood-ring-name" x={x + 10} y={y} dy="0.34em">
        {name}
      </text>
    </>
  );
}
