import { useCallback, useMemo, useRef } from 'react';
import { partOfDeviation } from '../../src/engine/gradientScatter.ts';
import { lawAt, type MeasuredLaw } from '../../src/engine/scatterDraws.ts';
import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { isWholeSet } from '../../src/random/batches.ts';
import { SAMPLING_ORDERS, type Sampling } from '../../src/scene/scene.ts';
import { useElementSize } from '../plane/useElementSize.ts';
import { useAppState } from '../ui/AppContext.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { insetsOf } from './FigureAxes.tsx';
import { LawAxes } from './LawAxes.tsx';
import { LawHandle } from './LawHandle.tsx';
import { lawPath, lawScale } from './lawScale.ts';
import { LawTable } from './LawTable.tsx';
import { readSamplesStyle } from './samplesStyle.ts';
import { useFocusPoint } from './useFocusPoint.ts';
import { useSliced } from './useSliced.ts';
import { Where } from './Where.tsx';

/** Milliseconds between two points at which it is measured: thousands of batches are drawn for each. */
const INTERVAL = 300;

const NAMES = { replacement: say.lawReplacement, epochs: say.lawEpochs } as const;

/** How far the gradient of a batch lies from the whole one, by its size: as measured, and as the law has it. */
export function LawPart({ problem }: { problem: Problem }) {
  const seed = useAppState(({ scene }) => scene.sampling.seed);
  const order = useAppState(({ scene }) => scene.sampling.order);
  const point = useFocusPoint(INTERVAL);
  const work = useCallback(
    () => lawAt(problem, point?.theta ?? new Float64Array(2), { seed, order }),
    [problem, point, seed, order],
  );
  const law = useSliced(point ? work : null);
  if (!law || !point) return <p className="data-words">{say.needsPoint}</p>;
  const { deviation } = law.moments;
  if (!Number.isFinite(deviation)) return <p className="data-words">{say.notFinite}</p>;
  return (
    <>
      <Where step={point.step} words={say.lawAxes} />
      <Chart law={law} count={problem.samples} order={order} />
    </>
  );
}

interface ChartProps {
  readonly law: MeasuredLaw;
  readonly count: number;
  readonly order: Sampling['order'];
}

function Chart({ law: { moments, points }, count, order }: ChartProps) {
  const batchSize = useAppState(({ scene }) => scene.sampling.batchSize);
  const theme = useAppState((state) => state.theme);
  const plot = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(plot);
  const style = useMemo(() => readSamplesStyle(document.documentElement, theme), [theme]);
  const sigma = moments.deviation > 0 ? moments.deviation : 1;
  const box = insetsOf(width, height, style.text);
  const scale = lawScale(sigma, Math.max(2, count), points, { ...box, left: box.left + style.text });
  const isWhole = isWholeSet({ batchSize, order }, count);
  const size = batchSize === 'full' ? count : Math.min(count, batchSize);
  const exact = isWhole ? 0 : moments.deviation * partOfDeviation(count, size, order);
  return (
    <>
      <div className="data-plot" ref={plot}>
        {width > 0 && (
          <>
            <svg className="data-law" aria-hidden="true" width={width} height={height}>
              <LawAxes scale={scale} text={style.text} />
              {SAMPLING_ORDERS.map((one) => (
                <path
                  key={one}
                  className={one === order ? 'law-line law-chosen' : 'law-line'}
                  d={lawPath(scale, sigma, Math.max(2, count), one)}
                />
              ))}
              {points.map(({ size: at, measured }) => (
                <circle key={at} className="law-point" cx={scale.x(at)} cy={scale.y(measured)} r="3.5" />
              ))}
            </svg>
            <LawHandle scale={scale} count={count} size={size} isWhole={isWhole} exact={exact} />
          </>
        )}
      </div>
      <p className="law-key">
        <span>
          <i className="law-key-point" /> {say.measured}
        </span>
        {SAMPLING_ORDERS.map((one) => (
          <span key={one}>
            <i className={one === order ? 'law-key-line law-key-chosen' : 'law-key-line'} /> {NAMES[one]}
          </span>
        ))}
      </p>
      <p className="data-reading">
        {isWhole
          ? say.lawWhole
          : say.lawReading(
              formatCount(size),
              formatMeasure(exact),
              formatMeasure(moments.deviation),
              order === 'epochs' ? formatCount(count) : null,
            )}
      </p>
      <LawTable points={points} />
    </>
  );
}
