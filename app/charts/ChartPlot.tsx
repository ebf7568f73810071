import { useId, useLayoutEffect, useRef, useState } from 'react';
import { chartMessages as say } from '../../src/messages/charts.ts';
import { useElementSize } from '../plane/useElementSize.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { announce } from './announce.ts';
import { CountButton, ScaleButton, ShowAllButton } from './ChartOptions.tsx';
import { ChartRules } from './ChartRules.tsx';
import { coordinateNames } from './coordinateNames.ts';
import { createCursor } from './cursor.ts';
import { Readout } from './Readout.tsx';
import { xToPixels } from './span.ts';
import { useChartDrawing } from './useChartDrawing.ts';
import { useChartHands } from './useChartHands.ts';
import { ZoomFunnel } from './ZoomFunnel.tsx';

/** The curves of all runs between their axes: to look at, to read, to zoom into and to go to a step by. */
export function ChartPlot() {
  const { store, playback } = useApp();
  const problem = useAppState(({ scene }) => scene.problem);
  const theme = useAppState((state) => state.theme);
  const plot = useRef<HTMLDivElement>(null);
  const hands = useRef<HTMLDivElement>(null);
  const selection = useRef<HTMLDivElement>(null);
  const playheadLine = useRef<HTMLDivElement>(null);
  const readingLine = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const [cursor] = useState(createCursor);
  const [em, setEm] = useState(13);
  const help = useId();
  const size = useElementSize(plot);
  const { width, height, pixelRatio } = size;
  const { width: reserved } = useElementSize(below);

  const { ahead, past, heads, pastCount, painted, shown } = useChartDrawing(
    size,
    cursor,
    (drawn, playhead) => {
      const { span } = drawn;
      const x = cursor.reading?.x ?? null;
      const isInSight = playhead >= span.from && playhead <= span.to;
      putAt(playheadLine.current, isInSight ? xToPixels(span, playhead, width) : null);
      putAt(readingLine.current, x === null ? null : xToPixels(span, x, width));
      const { scene, runIds } = store.getState();
      const nameOf = (id: number) => runNames(scene.runs)[runIds.indexOf(id)];
      // While it plays, who has not the focus here hears nothing of it.
      const isHeard = !playback.playing || document.activeElement === hands.current;
      if (hands.current && isHeard) announce(hands.current, drawn, x, playhead, nameOf);
    },
  );
  const markOut = (stretch: readonly [number, number] | null) => {
    const { current: box } = selection;
    if (!box) return;
    box.hidden = stretch === null;
    if (!stretch) return;
    box.style.left = `${stretch[0]}px`;
    box.style.width = `${stretch[1] - stretch[0]}px`;
  };
  const on = useChartHands(hands, markOut, painted, cursor);

  useLayoutEffect(() => {
    if (plot.current) setEm(Number.parseFloat(getComputedStyle(plot.current).fontSize));
  }, [theme, width]);

  const pixels = { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) };
  const { span, total } = shown;
  const isZoomed = span.from > 0 || span.to < total;
  const isAligned = shown.scene.view.against === 'steps' && !isZoomed;
  const banded = shown.curves.filter(({ shape }) => shape.bands.length > 0).length;
  const coordinates = shown.ends.map((y, i) => ({ name: coordinateNames(problem)[i], y }));

  return (
    <div className="chart-plot" ref={plot} data-bands={banded} data-aligned={isAligned}>
      <ChartRules
        axis={shown.axis}
        span={span}
        width={width}
        height={height}
        em={em}
        reserved={reserved + em}
        coordinates={coordinates}
      />
      <canvas ref={ahead} aria-hidden="true" {...pixels} />
      {Array.from({ length: pastCount }, (_, i) => (
        <canvas
          key={i}
          aria-hidden="true"
          {...pixels}
          ref={(canvas) => {
            past.current[i] = canvas;
          }}
        />
      ))}
      <canvas ref={heads} aria-hidden="true" {...pixels} />
      <div ref={playheadLine} className="chart-playhead" aria-hidden="true" />
      <div ref={readingLine} className="chart-reading-line" aria-hidden="true" />
      <div ref={selection} className="chart-selection" aria-hidden="true" hidden />
      <div
        ref={hands}
        className="chart-hands"
        role="slider"
        tabIndex={0}
        aria-label={say.plot}
        aria-describedby={help}
        aria-valuenow={0}
        {...on}
      />
      <span id={help} className="visually-hidden">
        {say.plotHelp}
      </span>
      <ScaleButton axis={shown.axis} />
      <div ref={below} className="chart-x">
        {isZoomed && <ShowAllButton />}
        <CountButton total={total} isZoomed={isZoomed} />
      </div>
      {isZoomed && <ZoomFunnel shown={shown} />}
      <Readout cursor={cursor} painted={painted} plot={plot} />
    </div>
  );
}

function putAt(element: HTMLElement | null, left: number | null): void {
  if (!element) return;
  element.hidden = left === null;
  if (left !== null) element.style.transform = `translateX(${left}px)`;
}
