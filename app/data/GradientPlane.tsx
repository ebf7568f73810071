import type { DeviationEllipse } from '../../src/engine/gradientScatter.ts';
import { levelText } from '../../src/ground/levelText.ts';
import { toPixel } from './figure.ts';
import type { ScatterScale } from './scatterScale.ts';
import { axisName } from '../plane/axisName.ts';

const HEAD = { length: 10, width: 4.5 };

interface GradientPlaneProps {
  readonly scale: ScatterScale;
  readonly gradient: readonly [number, number];
  readonly ellipse: DeviationEllipse;
  /** What the ellipse's axes are multiplied by. */
  readonly factor: number;
  /** TeX of the two parameters. */
  readonly axes: readonly [string, string];
  readonly text: number;
  readonly width: number;
  readonly height: number;
}

/** Axes through 0, the whole gradient as an arrow, and the ellipse of its batches. */
export function GradientPlane(props: GradientPlaneProps) {
  const { scale, gradient, ellipse, factor, axes, text, width, height } = props;
  const { x, y, tick } = scale;
  const [tipX, tipY] = [toPixel(x, gradient[0]), toPixel(y, gradient[1])];
  const size = Math.abs(x.scale);
  // Names stand where there is more room.
  const isRight = x.offset > (2 / 3) * width;
  return (
    <svg className="gradient-plane" aria-hidden="true" width={width} height={height}>
      <line className="data-rule" x1={0} x2={width} y1={y.offset} y2={y.offset} />
      <line className="data-rule" x1={x.offset} x2={x.offset} y1={0} y2={height} />
      <line x1={toPixel(x, tick)} x2={toPixel(x, tick)} y1={y.offset - 3} y2={y.offset + 3} />
      <text x={toPixel(x, tick)} y={y.offset + 4 + text} textAnchor="middle">
        {levelText(Number(tick.toPrecision(3)))}
      </text>
      <text
        className="data-x"
        x={tick < 0 ? 2 : width - 2}
        y={y.offset - 6}
        textAnchor={tick < 0 ? 'start' : 'end'}
      >
        ∂f/∂{axisName(axes[0])}
      </text>
      <text
        className="data-x"
        x={x.offset + (isRight ? -6 : 6)}
        y={y.offset > height / 2 ? 0.9 * text : height - 4}
        textAnchor={isRight ? 'end' : 'start'}
      >
        ∂f/∂{axisName(axes[1])}
      </text>
      <ellipse
        className="gradient-ellipse"
        rx={size * factor * ellipse.major}
        ry={size * factor * ellipse.minor}
        transform={`translate(${tipX} ${tipY}) rotate(${(-180 * ellipse.angle) / Math.PI})`}
      />
      <Arrow fromX={x.offset} fromY={y.offset} toX={tipX} toY={tipY} />
    </svg>
  );
}

function Arrow({ fromX, fromY, toX, toY }: Record<'fromX' | 'fromY' | 'toX' | 'toY', number>) {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length < 1) return <circle className="gradient-arrow" cx={toX} cy={toY} r="2" />;
  const [dx, dy] = [(toX - fromX) / length, (toY - fromY) / length];
  const back = Math.min(HEAD.length, length);
  const side = (HEAD.width * back) / HEAD.length;
  const [baseX, baseY] = [toX - back * dx, toY - back * dy];
  const path =
    `M${fromX} ${fromY}L${baseX} ${baseY}` +
    `M${baseX - side * dy} ${baseY + side * dx}L${toX} ${toY}L${baseX + side * dy} ${baseY - side * dx}Z`;
  return (
    <>
      <path className="gradient-arrow-halo" d={path} />
      <path className="gradient-arrow" d={path} />
    </>
  );
}
