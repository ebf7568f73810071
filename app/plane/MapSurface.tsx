import { useEffect, useLayoutEffect, useRef } from 'react';
import { mapMessages as say } from '../../src/messages/map.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { useApp } from '../ui/AppContext.ts';
import { ZOOM } from './MapControls.tsx';
import { createMapGestures } from './mapGestures.ts';
import { listenToMap } from './mapListeners.ts';
import { createMapReader, type MapReader } from './mapReader.ts';
import type { MapView } from './mapView.ts';
import type { PlaneController } from './planeController.ts';
import { PointerMarks, type PointerMarksHandle } from './PointerMarks.tsx';
import { Readout, type ReadoutHandle, type ReadoutNames } from './Readout.tsx';
import type { Viewport } from './viewport.ts';
import type { WindowMotion } from './windowMotion.ts';

/** An application takes keys of its own, which the linter does not count on. */
const FOCUSABLE = { tabIndex: 0 };

/** What the surface acts on. */
export interface MapParts {
  readonly controller: PlaneController;
  readonly motion: WindowMotion;
  readonly view: MapView;
}

/** The plot as one takes hold of it and reads it: dragged, pinched, zoomed, pointed at, and walked over by keys. */
export function MapSurface({
  parts: { controller, motion, view },
  problem,
  viewport,
  names,
}: {
  parts: MapParts;
  problem: Problem;
  viewport: Viewport;
  names: ReadoutNames;
}) {
  const app = useApp();
  const surface = useRef<HTMLDivElement>(null);
  const readout = useRef<ReadoutHandle>(null);
  const marks = useRef<PointerMarksHandle>(null);
  const shown = useRef({ problem, viewport });
  const reading = useRef<MapReader | null>(null);

  // What stands under a pointer that rests changes with the view.
  useLayoutEffect(() => {
    shown.current = { problem, viewport };
    reading.current?.refresh();
  }, [problem, viewport]);

  useEffect(() => {
    const element = surface.current;
    if (!element) return undefined;
    const reader = createMapReader(app, controller, () => shown.current, {
      readout: () => readout.current,
      marks: () => marks.current,
      setCursor: (isOnRun) => element.classList.toggle('on-run', isOnRun),
    });
    reading.current = reader;
    const gestures = createMapGestures(
      () => motion.viewport,
      (next) => motion.move(next),
    );
    const about = () => reader.crosshair ?? 'head';
    const stops = [
      listenToMap(element, { gestures, reader, view, frames: app.frames }),
      app.commands.set('zoom-in', () => view.zoom(ZOOM, about())),
      app.commands.set('zoom-out', () => view.zoom(1 / ZOOM, about())),
      app.commands.set('whole-map', () => view.whole()),
      app.commands.set('zoom-to-playhead', () => view.toggleSteps()),
    ];
    return () => {
      for (const stop of stops) stop();
      reader.leave();
    };
  }, [app, controller, motion, view]);

  return (
    <>
      <PointerMarks ref={marks} width={viewport.width} height={viewport.height} />
      <div
        ref={surface}
        className="map-surface"
        role="application"
        {...FOCUSABLE}
        aria-label={say.surface}
        aria-describedby="surface-help"
      />
      <Readout ref={readout} names={names} />
      <p id="surface-help" className="visually-hidden">
        {say.surfaceHelp}
      </p>
    </>
  );
}
