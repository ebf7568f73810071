import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { deviationEllipse, partOfDeviation } from '../../src/engine/gradientScatter.ts';
import { scatterAt, type Scatter } from '../../src/engine/scatterDraws.ts';
import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { isWholeSet } from '../../src/random/batches.ts';
import { useElementSize } from '../plane/useElementSize.ts';
import { useAppState } from '../ui/AppContext.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { GradientPlane } from './GradientPlane.tsx';
import { drawDots } from './scatterPainter.ts';
import { scatterScale } from './scatterScale.ts';
import { readSamplesStyle } from './samplesStyle.ts';
import { TakeBatch } from './TakeBatch.tsx';
import { useFocusPoint } from './useFocusPoint.ts';
import { useSliced } from './useSliced.ts';
import { Where } from './Where.tsx';

/** Milliseconds between two points whose scatter is drawn. */
const INTERVAL = 100;
/** Standard deviations that the ellipse stands for. */
const SIGMAS = 2;

/** The gradients of many batches around the whole gradient, where the focused run stands at the playhead. */
export function ScatterPart({ problem }: { problem: Problem }) {
  const sampling = useAppState(({ scene }) => scene.sampling);
  const point = useFocusPoint(INTERVAL);
  const isWhole = isWholeSet(sampling, problem.samples);
  const work = useCallback(
    () => scatterAt(problem, point?.theta ?? new Float64Array(2), sampling),
    [problem, point, sampling],
  );
  const scatter = useSliced(point && !isWhole ? work : null);
  if (isWhole) return <TakeBatch count={problem.samples} words={say.noScatter} />;
  if (!scatter || !point) return <p className="data-words">{say.needsPoint}</p>;
  if (!Number.isFinite(scatter.moments.deviation) || !scatter.gradient.every(Number.isFinite))
    return <p className="data-words">{say.notFinite}</p>;
  const size = sampling.batchSize === 'full' ? problem.samples : sampling.batchSize;
  const part = partOfDeviation(problem.samples, size, sampling.order);
  return (
    <>
      <Where step={point.step} words={say.scatterAxes} />
      <div className="data-scatter">
        <Plot scatter={scatter} part={part} size={formatCount(size)} axes={problem.plane.axes} />
        <ScatterWords scatter={scatter} part={part} />
      </div>
    </>
  );
}

interface PlotProps {
  readonly scatter: Scatter;
  /** A batch's deviation as a part of a sample's. */
  readonly part: number;
  readonly size: string;
  readonly axes: readonly [string, string];
}

function Plot({ scatter, part, size, axes }: PlotProps) {
  const theme = useAppState((state) => state.theme);
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, pixelRatio } = useElementSize(plot);
  const style = useMemo(() => readSamplesStyle(document.documentElement, theme), [theme]);
  const scale = scatterScale(scatter, part * SIGMAS, width, height);
  useLayoutEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (!ctx || width === 0) return;
    ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    ctx.clearRect(0, 0, width, height);
    drawDots(ctx, scale, scatter.dots, style);
  });
  const drawn = formatCount(scatter.dots.length / 2);
  return (
    <div className="data-plot" ref={plot} role="img" aria-label={say.scatterFigure(drawn, size)}>
      <canvas
        ref={canvas}
        aria-hidden="true"
        width={Math.round(width * pixelRatio)}
        height={Math.round(height * pixelRatio)}
      />
      {width > 0 && (
        <GradientPlane
          scale={scale}
          gradient={scatter.gradient}
          ellipse={deviationEllipse(scatter.moments)}
          factor={part * SIGMAS}
          axes={axes}
          text={style.text}
          width={width}
          height={height}
        />
      )}
    </div>
  );
}

function ScatterWords({ scatter, part }: { scatter: Scatter; part: number }) {
  const { gradient, moments, dots, wanted } = scatter;
  const drawn = dots.length / 2;
  let uphill = 0;
  for (let k = 0; k < dots.length; k += 2)
    if (dots[k] * gradient[0] + dots[k + 1] * gradient[1] < 0) uphill += 1;
  return (
    <div className="data-scatter-words">
      <dl>
        <dt>{say.length}</dt>
        <dd>{formatMeasure(Math.hypot(...gradient))}</dd>
        <dt>{say.deviation}</dt>
        <dd>{formatMeasure(part * moments.deviation)}</dd>
      </dl>
      <p>
        {drawn < wanted
          ? say.drawing(formatCount(drawn), formatCount(wanted))
          : say.uphill(formatCount(uphill), formatCount(drawn))}
      </p>
      <p>{say.ellipse}</p>
    </div>
  );
}
