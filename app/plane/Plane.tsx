import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { notify } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { Axes } from './Axes.tsx';
import { layFurniture } from './furniture.ts';
import type { PaintedGround } from './groundClient.ts';
import { keyBox, MapKey } from './MapKey.tsx';
import { createPlaneController, type PlaneController } from './planeController.ts';
import { StartHandle } from './StartHandle.tsx';
import { useElementSize } from './useElementSize.ts';
import { fitDomain } from './viewport.ts';

const LAYERS = ['ground', 'ahead', 'halos', 'focus', 'others', 'heads'] as const;

const AXIS_NAMES: Readonly<Record<string, string>> = { 'W_{11}': 'W₁₁', 'W_{22}': 'W₂₂' };

/** The map: ground and paths on canvases, axes and marks above them, and the start to take hold of. */
export function Plane() {
  const app = useApp();
  const selection = useAppState(({ scene }) => scene.problem);
  const start = useAppState(({ scene }) => scene.start);
  const window_ = useAppState(({ scene }) => scene.view.window);
  const theme = useAppState((state) => state.theme);
  const problem = useMemo(() => createProblem(selection), [selection]);
  const plot = useRef<HTMLDivElement>(null);
  const canvases = useRef<Partial<Record<(typeof LAYERS)[number], HTMLCanvasElement>>>({});
  const controller = useRef<PlaneController | null>(null);
  const { width, height, pixelRatio } = useElementSize(plot);
  const [ground, setGround] = useState<PaintedGround | null>(null);
  const [fontsReady, setFontsReady] = useState(false);

  const domain = window_ ?? problem.domain;
  const viewport = useMemo(
    () => (width > 0 && height > 0 ? fitDomain(domain, width, height) : null),
    [domain, width, height],
  );
  const furniture = useMemo(() => {
    if (!viewport) return null;
    const key = keyBox(viewport);
    return layFurniture(problem, start, viewport, key ? [key] : [], italicMeasure(fontsReady));
  }, [problem, start, viewport, fontsReady]);

  useLayoutEffect(() => {
    const context = (layer: (typeof LAYERS)[number]) =>
      canvases.current[layer]?.getContext('2d') as CanvasRenderingContext2D;
    const created = createPlaneController(
      {
        ground: context('ground'),
        ahead: context('ahead'),
        halos: context('halos'),
        focus: context('focus'),
        others: context('others'),
        heads: context('heads'),
      },
      app,
      setGround,
      () => notify(app.store, { kind: 'worker', text: say.groundFailed }),
    );
    controller.current = created;
    return () => created.dispose();
  }, [app]);

  useLayoutEffect(() => {
    if (viewport && furniture)
      controller.current?.setFrame({ viewport, pixelRatio, obstacles: furniture.boxes });
  }, [viewport, furniture, pixelRatio]);

  // Canvas text needs its fonts: what was drawn before they came is drawn again.
  useEffect(() => {
    controller.current?.restyle();
  }, [theme, width, fontsReady]);
  useEffect(() => {
    void document.fonts.ready.then(() => setFontsReady(true));
  }, []);

  const canvas = (layer: (typeof LAYERS)[number]) => (
    <canvas
      key={layer}
      aria-hidden="true"
      width={Math.round(width * pixelRatio)}
      height={Math.round(height * pixelRatio)}
      ref={(element) => {
        if (element) canvases.current[layer] = element;
      }}
    />
  );

  return (
    <section className="plane" aria-label={say.mapLabel(PROBLEMS[selection.id].name)}>
      <div className="plot" ref={plot}>
        {LAYERS.filter((layer) => layer !== 'heads').map((layer) => canvas(layer))}
        {viewport && furniture && (
          <>
            {ground && (
              <MapKey ground={ground} viewport={viewport} name={problem.shape ? 'f(W)' : 'f(x, y)'} />
            )}
            <svg className="marks" aria-hidden="true" width={viewport.width} height={viewport.height}>
              {furniture.marks.map(({ kind, x, y, text, box }, i) => (
                <g key={i}>
                  <path
                    className={`mark mark-${kind}`}
                    transform={`translate(${x} ${y})`}
                    d={kind === 'minimizer' ? 'M-7-7 7 7M-7 7 7-7' : 'M0-8 8 0 0 8-8 0Z'}
                  />
                  {text && box && (
                    <text x={box.x + 3} y={box.y + box.height / 2} dy="0.34em">
                      {text}
                    </text>
                  )}
                </g>
              ))}
              <text
                x={furniture.startBox.x + 3}
                y={furniture.startBox.y + furniture.startBox.height / 2}
                dy="0.34em"
              >
                {furniture.startText}
              </text>
            </svg>
          </>
        )}
        {canvas('heads')}
        {viewport && furniture && (
          <>
            <Axes
              viewport={viewport}
              x={nameOfAxis(problem.plane.axes[0])}
              y={nameOfAxis(problem.plane.axes[1])}
            />
            <StartHandle problem={problem} start={start} viewport={viewport} />
          </>
        )}
        <p id="start-help" className="visually-hidden">
          {say.startHelp}
        </p>
      </div>
    </section>
  );
}

function nameOfAxis(tex: string): string {
  return AXIS_NAMES[tex] ?? tex;
}

let measuring: CanvasRenderingContext2D | null = null;
let measured = new Map<string, number>();
let measuredWithFonts = false;

/** Measures texts in the map's italic; what was measured before the fonts came is measured again. */
function italicMeasure(fontsReady: boolean): (text: string) => number {
  if (fontsReady !== measuredWithFonts) measured = new Map();
  measuredWithFonts = fontsReady;
  return (text) => {
    const known = measured.get(text);
    if (known !== undefined) return known;
    measuring ??= document.createElement('canvas').getContext('2d');
    if (!measuring) return text.length * 8;
    const computed = getComputedStyle(document.documentElement);
    const size =
      Number.parseFloat(computed.getPropertyValue('--t-read')) * Number.parseFloat(computed.fontSize);
    measuring.font = `italic 400 ${size}px ${computed.getPropertyValue('--serif')}`;
    if (measured.size > 500) measured.clear();
    const width = measuring.measureText(text).width;
    measured.set(text, width);
    return width;
  };
}
