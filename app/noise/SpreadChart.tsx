import { useMemo, useState, type CSSProperties } from 'react';
import { levelText } from '../../src/ground/levelText.ts';
import { noiseMessages as say } from '../../src/messages/noise.ts';
import { setSampling } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatMeasure } from '../ui/formatNumber.ts';
import type { SpreadAt } from './spread.ts';
import { spreadScale } from './spreadScale.ts';

interface SpreadChartProps {
  /** Ascending in batch size; at least two. */
  readonly points: readonly SpreadAt[];
  readonly batchSizes: readonly number[];
  /** As it is printed. */
  readonly step: string;
}

const percent = (part: number) => `${100 * part}%`;
const placed = ({ x, y }: { x: number; y: number }): CSSProperties => ({ left: percent(x), top: percent(y) });

/** Spread against batch size on logarithmic axes, with the line of slope −½. A point is a button: it takes its batch size. */
export function SpreadChart({ points, batchSizes, step }: SpreadChartProps) {
  const { store } = useApp();
  const batchSize = useAppState(({ scene }) => scene.sampling.batchSize);
  const [pointed, setPointed] = useState<number | null>(null);
  const scale = useMemo(() => spreadScale(points, batchSizes), [points, batchSizes]);
  const onLine = (size: number) => scale.c / Math.sqrt(size);
  const line = [batchSizes[0], batchSizes[batchSizes.length - 1]].map((size) => scale.at(size, onLine(size)));
  const read = points.find((point) => point.batchSize === pointed);
  return (
    <div className="spread">
      <p className="spread-axis" title={say.spreadHelp}>
        {say.axes(step)}
      </p>
      <div className="spread-plot" role="group" aria-label={say.points}>
        <svg className="spread-rules" aria-hidden="true" width="100%" height="100%">
          {scale.ticks.map((tick) => {
            const y = percent(scale.at(batchSizes[0], tick).y);
            return <line key={tick} x1="0" x2="100%" y1={y} y2={y} />;
          })}
          <line
            className="spread-line"
            x1={percent(line[0].x)}
            y1={percent(line[0].y)}
            x2={percent(line[1].x)}
            y2={percent(line[1].y)}
          />
        </svg>
        {scale.ticks.map((tick) => (
          <span
            key={tick}
            className="spread-tick"
            aria-hidden="true"
            style={{ top: percent(scale.at(batchSizes[0], tick).y) }}
          >
            {levelText(tick)}
          </span>
        ))}
        {batchSizes.map((size) => (
          <span
            key={size}
            className="spread-size"
            aria-hidden="true"
            style={{ left: percent(scale.at(size, scale.c).x) }}
          >
            {size}
          </span>
        ))}
        {points.map(({ batchSize: size, spread }) => (
          <button
            key={size}
            type="button"
            className="spread-point"
            aria-label={say.point(String(size), formatMeasure(spread))}
            aria-pressed={size === batchSize}
            style={placed(scale.at(size, spread))}
            onClick={() => setSampling(store, { batchSize: size })}
            onFocus={() => setPointed(size)}
            onBlur={() => setPointed(null)}
            onPointerEnter={() => setPointed(size)}
            onPointerLeave={() => setPointed(null)}
          />
        ))}
      </div>
      <p className="spread-reading">
        {read
          ? say.pointAndLine(
              String(read.batchSize),
              formatMeasure(read.spread),
              formatMeasure(onLine(read.batchSize)),
            )
          : say.pointHint}
      </p>
      <table className="visually-hidden">
        <caption>{say.table(step)}</caption>
        <thead>
          <tr>
            <th scope="col">{say.batchColumn}</th>
            <th scope="col">{say.spreadColumn}</th>
            <th scope="col">{say.lineColumn}</th>
          </tr>
        </thead>
        <tbody>
          {batchSizes.map((size) => {
            const point = points.find((one) => one.batchSize === size);
            return (
              <tr key={size}>
                <th scope="row">{size}</th>
                <td>{point ? formatMeasure(point.spread) : say.notMeasured}</td>
                <td>{formatMeasure(onLine(size))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
