import { useRef, type RefObject } from 'react';
import { slotOf } from '../plane/slots.ts';
import { useAppState } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { Swatch } from '../ui/Swatch.tsx';
import type { PaintedChart } from './chartPainter.ts';
import type { Cursor } from './cursor.ts';
import { readRuns } from './readings.ts';
import { placeText, readingText } from './readingText.ts';
import { useCursorFrame } from './useCursorFrame.ts';

/** Pixels between the place that is read and its readout, and from there to the edge of the page. */
const GAP = 14;
const MARGIN = 8;

/** All runs at the cursor, the least first, beside it and always within the page. */
export function Readout({
  cursor,
  painted,
  plot,
}: {
  cursor: Cursor;
  painted: RefObject<PaintedChart>;
  plot: RefObject<HTMLElement | null>;
}) {
  const runs = useAppState(({ scene }) => scene.runs);
  const runIds = useAppState((state) => state.runIds);
  const names = runNames(runs);
  const sheet = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLParagraphElement>(null);

  useCursorFrame(cursor, () => {
    const { current: element } = sheet;
    const { reading } = cursor;
    if (!element || !plot.current) return;
    const readings = reading ? readRuns(painted.current, reading.x) : [];
    element.hidden = readings.length === 0;
    if (!reading || element.hidden) return;
    if (place.current) place.current.textContent = placeText(painted.current, reading.x);
    for (const row of element.querySelectorAll<HTMLElement>('[data-run]')) {
      const rank = readings.findIndex(({ id }) => String(id) === row.dataset.run);
      row.hidden = rank < 0;
      if (rank < 0) continue;
      row.style.order = String(rank);
      const value = row.querySelector('data');
      if (!value) continue;
      value.textContent = readingText(readings[rank]);
      value.value = String(readings[rank].value ?? '');
      value.classList.toggle('is-ended', readings[rank].ended !== null);
    }
    putBeside(element, plot.current.getBoundingClientRect(), reading);
  });

  return (
    <div ref={sheet} className="chart-readout" role="presentation" aria-hidden="true" hidden>
      <p ref={place} />
      {runs.map((run, i) =>
        run.hidden ? null : (
          <div key={runIds[i]} className="chart-readout-run" data-run={runIds[i]}>
            <Swatch slot={run.slot} />
            <span className="run-name" style={{ color: `var(${slotOf(run.slot).color})` }}>
              {names[i]}
            </span>
            <data />
          </div>
        ),
      )}
    </div>
  );
}

/** Right of the place that is read, or left where there is no room; beside the chart’s middle, within the page. */
function putBeside(element: HTMLElement, plot: DOMRect, { left, top }: { left: number; top: number }): void {
  const { offsetWidth: width, offsetHeight: height } = element;
  const { clientWidth, clientHeight } = document.documentElement;
  const at = plot.left + left;
  const isRoom = at + GAP + width + MARGIN <= clientWidth;
  const x = Math.max(MARGIN, isRoom ? at + GAP : at - GAP - width);
  const y = Math.min(clientHeight - MARGIN - height, plot.top + top - height / 2);
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(Math.max(MARGIN, y))}px)`;
}
