import { useLayoutEffect, useMemo, useRef } from 'react';
import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import type { DataModel } from '../../src/problems/problem.ts';
import { pointAt } from '../engine/trajectories.ts';
import { useElementSize } from '../plane/useElementSize.ts';
import { slotOf } from '../plane/slots.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { useFrame } from '../ui/useFrame.ts';
import { BatchWords } from './BatchWords.tsx';
import { ClassMark } from './ClassMark.tsx';
import { drawnSamples, figureOf, layoutOf, type Figure } from './figure.ts';
import { FigureAxes, insetsOf } from './FigureAxes.tsx';
import { FitWords } from './FitWords.tsx';
import { drawBatch, drawLines, drawSamples, type DrawnLine } from './samplesPainter.ts';
import { readSamplesStyle } from './samplesStyle.ts';
import { createRinged } from './ringed.ts';

const LAYERS = ['samples', 'lines', 'batch'] as const;
type Layer = (typeof LAYERS)[number];

/** The samples, with the line of every run that is shown, at the playhead: what moves is drawn around React. */
export function SamplesPart({ data }: { data: DataModel }) {
  const { store, session, playback } = useApp();
  const runs = useAppState(({ scene }) => scene.runs);
  const runIds = useAppState((state) => state.runIds);
  const focus = useAppState((state) => state.focus);
  const hovered = useAppState((state) => state.hovered);
  const theme = useAppState((state) => state.theme);
  const sampling = useAppState(({ scene }) => scene.sampling);
  const plot = useRef<HTMLDivElement>(null);
  const canvases = useRef<Partial<Record<Layer, HTMLCanvasElement>>>({});
  const { width, height, pixelRatio } = useElementSize(plot);
  const figure = useMemo(() => figureOf(data), [data]);
  const samples = useMemo(() => drawnSamples(data.count), [data.count]);
  const style = useMemo(() => readSamplesStyle(document.documentElement, theme), [theme]);
  const layout = useMemo(
    () => (width > 0 && height > 0 ? layoutOf(figure, insetsOf(width, height, style.text)) : null),
    [figure, width, height, style],
  );
  const ringed = useMemo(() => createRinged(sampling, data.count), [sampling, data.count]);

  useLayoutEffect(() => {
    const ctx = layout && cleared(canvases.current.samples, pixelRatio);
    if (ctx) drawSamples(ctx, figure, layout, data, samples, style);
  }, [figure, layout, data, samples, style, pixelRatio]);

  const isPointedAt = hovered !== null && runIds.includes(hovered);
  const points = useRef<Float64Array[]>([]);
  useFrame(() => {
    const ctx = layout && cleared(canvases.current.lines, pixelRatio);
    if (!ctx) return;
    const displayed = session.displayed();
    const { playhead } = playback;
    const lines: DrawnLine[] = [];
    runs.forEach(({ hidden, slot }, i) => {
      const trajectory = displayed[i];
      if (hidden || trajectory?.dimension !== 2) return;
      const theta = (points.current[i] ??= new Float64Array(2));
      if (!pointAt(trajectory, playhead, theta)) return;
      const { color, dash } = slotOf(slot);
      const isFaded = isPointedAt && runIds[i] !== hovered;
      lines.push({ theta, color: style.color(color), dash, isFocused: i === focus, isFaded });
    });
    drawLines(ctx, figure, layout, lines, style);
  });

  /** What is ringed now; another layout or another step has it drawn anew. */
  const shown = useRef<{ layout: unknown; batch: unknown }>({ layout: null, batch: null });
  useFrame(() => {
    if (!layout) return;
    const batch = ringed.at(playback.playhead, playback.playing || store.getState().moving);
    const key = { layout: `${width} ${height} ${pixelRatio} ${theme}`, batch };
    if (shown.current.layout === key.layout && shown.current.batch === key.batch) return;
    shown.current = key;
    const ctx = cleared(canvases.current.batch, pixelRatio);
    if (ctx && batch) drawBatch(ctx, figure, layout, data, batch.ringed, style);
  });

  return (
    <>
      <div className="data-legend">
        <span className="data-y">{figure.y.name}</span>
        {data.classes && (
          <span className="data-classes">
            {data.classes.map((name, i) => (
              <span key={name} className={i === 0 ? 'data-negative' : 'data-positive'}>
                <ClassMark isPositive={i === 1} /> {name}
                {i === 1 && focus < runs.length && ` ${say.arrow}`}
              </span>
            ))}
          </span>
        )}
      </div>
      <div className="data-plot" ref={plot} role="img" aria-label={describe(figure, data)}>
        {LAYERS.slice(0, 2).map((layer) => canvas(layer))}
        {layout && (
          <FigureAxes figure={figure} layout={layout} text={style.text} width={width} height={height} />
        )}
        {canvas('batch')}
      </div>
      <FitWords data={data} />
      <BatchWords ringed={ringed} />
      {samples.length < data.count && (
        <p className="data-note">{say.drawn(formatCount(samples.length), formatCount(data.count))}</p>
      )}
    </>
  );

  function canvas(layer: Layer) {
    return (
      <canvas
        key={layer}
        className={`layer-${layer}`}
        aria-hidden="true"
        width={Math.round(width * pixelRatio)}
        height={Math.round(height * pixelRatio)}
        ref={(element) => {
          if (element) canvases.current[layer] = element;
        }}
      />
    );
  }
}

/** A layer's pen, in CSS pixels, with nothing drawn yet. */
function cleared(canvas: HTMLCanvasElement | undefined, pixelRatio: number): CanvasRenderingContext2D | null {
  const ctx = canvas?.getContext('2d') ?? null;
  ctx?.setTransform(1, 0, 0, 1, 0, 0);
  ctx?.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  return ctx;
}

function describe({ kind, x, y, isProbability }: Figure, { classes }: DataModel): string {
  if (!classes) return say.regressionFigure(x.name, y.name);
  return kind === 'plane'
    ? say.planeFigure(x.name, y.name, classes)
    : say.thresholdFigure(x.name, classes, isProbability ? say.probability(classes[1]) : say.score);
}
