import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { mapMessages as say } from '../../src/messages/map.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { useFoundMinimizers } from '../engine/foundMinimizers.ts';
import { notify } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { Axes } from './Axes.tsx';
import { axisName } from './axisName.ts';
import { BandLines } from './BandLines.tsx';
import { createFurnisher } from './furniture.ts';
import type { PaintedGround } from './groundClient.ts';
import { GroundProgress, type GroundProgressHandle } from './GroundProgress.tsx';
import { italicFont, italicMeasure } from './italicText.ts';
import type { Box, Ink } from './labelSolver.ts';
import { LazyArrowLayer } from './LazyArrowLayer.tsx';
import { LazyCloudLayer } from './LazyCloudLayer.tsx';
import { LazyCurvatureLayer } from './LazyCurvatureLayer.tsx';
import { MapControls } from './MapControls.tsx';
import { keyBox, MapKey } from './MapKey.tsx';
import { MapMarks } from './MapMarks.tsx';
import { MapSurface, type MapParts } from './MapSurface.tsx';
import { createMapView } from './mapView.ts';
import { createPlaneController } from './planeController.ts';
import { StartHandle } from './StartHandle.tsx';
import { useBox } from './useBox.ts';
import { useElementSize } from './useElementSize.ts';
import { fitDomain } from './viewport.ts';
import { createWindowMotion } from './windowMotion.ts';

const LAYERS = ['ground', 'ahead', 'halos', 'focus', 'others', 'heads', 'hovered'] as const;

/** Where the readout comes to stand, in lines of text: names and numbers keep clear of it. */
const READOUT = { width: 22, height: 1.7 };

/** The map: ground and paths on canvases, axes and marks above them, and the start to take hold of. */
export function Plane() {
  const app = useApp();
  const selection = useAppState(({ scene }) => scene.problem);
  const start = useAppState(({ scene }) => scene.start);
  const steps = useAppState(({ scene }) => scene.steps);
  const shownWindow = useAppState((state) => state.window);
  const theme = useAppState((state) => state.theme);
  const hasCloud = useAppState(
    ({ cloud, scene: { runs }, focus }) => cloud > 1 && focus < runs.length && !runs[focus].hidden,
  );
  const problem = useMemo(() => createProblem(selection), [selection]);
  const plot = useRef<HTMLDivElement>(null);
  const controls = useRef<HTMLDivElement>(null);
  const progress = useRef<GroundProgressHandle>(null);
  const canvases = useRef<Partial<Record<(typeof LAYERS)[number], HTMLCanvasElement>>>({});
  const [parts, setParts] = useState<MapParts | null>(null);
  const { width, height, pixelRatio } = useElementSize(plot);
  const [ground, setGround] = useState<PaintedGround | null>(null);
  /** Where paths and heads are, anew each time they come to rest: names may find better places beside them then. */
  const [{ ink, heads }, setAtRest] = useState<{ ink: Ink; heads: readonly Box[] }>({
    ink: () => 0,
    heads: [],
  });
  const [furnish] = useState(createFurnisher);
  const [fontsReady, setFontsReady] = useState(false);
  const controlsBox = useBox(controls, `${theme} ${width} ${parts !== null}`);

  const home = useMemo(
    () => (width > 0 && height > 0 ? fitDomain(problem.domain, width, height, problem.plane.kind) : null),
    [problem, width, height],
  );
  const viewport = useMemo(
    () => (home && shownWindow ? fitDomain(shownWindow, width, height, problem.plane.kind) : home),
    [problem, home, shownWindow, width, height],
  );
  useFoundMinimizers();
  const { minimizers } = problem;
  /** Anew when minimizers of the same problem have been found. */
  const marked = useMemo(() => ({ problem, minimizers }), [problem, minimizers]);
  const font = italicFont(document.documentElement);
  const measure = useMemo(() => italicMeasure(font, fontsReady), [font, fontsReady]);
  const furniture = useMemo(() => {
    if (!viewport) return null;
    const readout: Box = {
      x: 0,
      y: viewport.height - READOUT.height * measure.height,
      width: READOUT.width * measure.height,
      height: READOUT.height * measure.height,
    };
    const reserved = [readout, keyBox(viewport, measure.unit), controlsBox].filter((box) => box !== null);
    const startName = theme === 'projector' ? () => say.startAlone : say.start;
    return furnish({ problem: marked.problem, start, startName, viewport, reserved, measure, ink, heads });
  }, [furnish, marked, start, theme, viewport, controlsBox, measure, ink, heads]);
  const names = useMemo(() => namesOf(problem), [problem]);
  const isInTime = problem.plane.kind === 'time';

  useLayoutEffect(() => {
    const context = (layer: (typeof LAYERS)[number]) =>
      canvases.current[layer]?.getContext('2d') as CanvasRenderingContext2D;
    const controller = createPlaneController(
      {
        ground: context('ground'),
        ahead: context('ahead'),
        halos: context('halos'),
        focus: context('focus'),
        others: context('others'),
        hovered: context('hovered'),
        heads: context('heads'),
      },
      app,
      {
        onGround: setGround,
        onGroundProgress: (done) => progress.current?.show(done),
        onGroundFailure: () => notify(app.store, { kind: 'worker', text: say.groundFailed }),
        onRest: (ink, heads) => setAtRest({ ink, heads }),
      },
    );
    const motion = createWindowMotion({
      store: app.store,
      request: (callback) => requestAnimationFrame(callback),
      cancel: (frame) => cancelAnimationFrame(frame),
      duration: () =>
        Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--m-view')),
      onTarget: (target) => controller.expect(target),
    });
    setParts({ controller, motion, view: createMapView(app, motion) });
    return () => {
      motion.dispose();
      controller.dispose();
    };
  }, [app]);

  useLayoutEffect(() => {
    if (!parts || !viewport || !home || !furniture) return;
    parts.motion.show(viewport);
    parts.controller.setFrame({
      viewport,
      home,
      pixelRatio,
      obstacles: furniture.boxes,
    });
  }, [parts, viewport, home, furniture, pixelRatio]);

  // Canvas text needs its fonts: what was drawn before they came is drawn again.
  useEffect(() => {
    parts?.controller.restyle();
  }, [parts, theme, width, fontsReady]);
  useEffect(() => {
    void document.fonts.ready.then(() => setFontsReady(true));
  }, []);

  const canvas = (layer: (typeof LAYERS)[number]) => (
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

  return (
    <section className="plane" aria-label={say.label(PROBLEMS[selection.id].name)}>
      <div className="plot" ref={plot}>
        {canvas('ground')}
        {viewport && <BandLines problem={problem} viewport={viewport} />}
        {hasCloud && viewport && furniture && parts && (
          <LazyCloudLayer
            viewport={viewport}
            pixelRatio={pixelRatio}
            fontsReady={fontsReady}
            obstacles={furniture.boxes}
            controller={parts.controller}
          />
        )}
        {LAYERS.slice(1, -2).map((layer) => canvas(layer))}
        {viewport && furniture && (
          <>
            {ground && (
              <MapKey
                ground={ground}
                viewport={viewport}
                unit={measure.unit}
                name={say.keyName(problem, problem.plane.axes.map(axisName))}
              />
            )}
            <MapMarks furniture={furniture} width={width} height={height} />
            {parts && (
              <LazyCurvatureLayer
                viewport={viewport}
                obstacles={furniture.boxes}
                controller={parts.controller}
              />
            )}
          </>
        )}
        {canvas('heads')}
        {/* Below the heads by its style: where nothing is pointed at, nothing comes between the layers. */}
        {canvas('hovered')}
        {viewport && furniture && parts && (
          <>
            <LazyArrowLayer viewport={viewport} obstacles={furniture.boxes} controller={parts.controller} />
            <Axes
              viewport={viewport}
              unit={measure.unit}
              x={names.x}
              y={names.y}
              steps={isInTime ? steps : null}
            />
            <MapSurface parts={parts} problem={problem} viewport={viewport} names={names} />
            <StartHandle
              problem={problem}
              start={start}
              place={furniture.start}
              viewport={viewport}
              onReveal={(point) => parts.view.reveal(point)}
            />
            <MapControls
              view={parts.view}
              isAtSteps={shownWindow !== null && shownWindow === parts.view.stepsWindow}
              group={controls}
            />
          </>
        )}
        <GroundProgress ref={progress} />
        <p id="start-help" className="visually-hidden">
          {isInTime ? say.startInTimeHelp : say.startHelp}
        </p>
        <p id="start-outside-help" className="visually-hidden">
          {say.startOutsideHelp}
        </p>
      </div>
    </section>
  );
}

/** What the map's coordinates and the function on it are called. */
function namesOf({ plane: { axes, kind } }: Problem) {
  const [x, y] = axes.map(axisName);
  return { x, y, f: 'f', hasGradient: kind === 'parameters' };
}
