import {
  linesOfEqualError,
  negativeLogLikelihood,
  sumOfErrors,
  type Line,
} from '../../../src/losses/likelihood/fit.ts';
import { likelihoodMessages as say } from '../../../src/messages/likelihood.ts';
import { formatMeasure } from '../../ui/formatNumber.ts';
import { LossChart, type ChartFrame } from '../parts/LossChart.tsx';
import type { LikelihoodPart } from './fitOf.ts';

const DOMAIN: readonly [number, number] = [-2, 3];
const INTERCEPTS: readonly [number, number] = [-3.2, 3.2];
/** The errors at which rings are drawn, and points of a ring. */
const LEVELS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const POINTS = 90;
/** Rings nearer to one another than this, in pixels, are not both named. */
const APART = 20;

/** ln L and the squared error over all lines: the same rings with other names. */
export function LineMaps({ page, fit }: LikelihoodPart) {
  const { xs, ys, precision, predictions, best } = fit;
  const error = sumOfErrors('gaussian', predictions, ys);
  const least = sumOfErrors('gaussian', best, ys);
  const constants = negativeLogLikelihood('gaussian', precision, best, ys) - precision * least;
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
      label: say.errorMap,
      title: say.errorMapTitle,
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
              {fit.line && (
                <Rings frame={frame} best={fit.line} xs={xs} least={least} color={color} name={name} />
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
  readonly best: Line;
  readonly xs: readonly number[];
  readonly least: number;
  readonly color: string;
  readonly name: (level: number) => string;
}

function Rings({ frame, best, xs, least, color, name }: RingsProps) {
  const rings = LEVELS.filter((level) => level > least).map((level) => {
    const points = linesOfEqualError(best, xs, level - least, POINTS).map(({ slope, intercept }) => ({
      x: frame.x(slope),
      y: frame.y(intercept),
    }));
    const lowest = points.reduce((a, b) => (b.y > a.y ? b : a));
    return { level, points, lowest };
  });
  const named = rings.filter(
    ({ lowest }, i) =>
      lowest.y < frame.height - 6 &&
      lowest.x > 12 &&
      lowest.x < frame.width - 12 &&
      (i === 0 || lowest.y - rings[i - 1].lowest.y > APART),
  );
  const [x, y] = [frame.x(best.slope), frame.y(best.intercept)];
  return (
    <>
      <g clipPath={frame.clip}>
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
      <path className="likelihood-cross" d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`} />
    </>
  );
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
