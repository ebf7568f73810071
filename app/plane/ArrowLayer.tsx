import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createProblem } from '../../src/problems/createProblem.ts';
import { arrowBoard } from '../reading/arrowBoard.ts';
import { arrowTex, isLit, stepPictureOf } from '../reading/stepPictureOf.ts';
import type { CurrentStep } from '../reading/stepSource.ts';
import { useCurrentStep } from '../reading/useCurrentStep.ts';
import { lightTerm } from '../store/viewActions.ts';
import '../styles/arrows.css';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { usePlaying } from '../ui/usePlaying.ts';
import { ArrowLabel, type LabelSize } from './ArrowLabel.tsx';
import { arrowAt, placeArrowLabels } from './arrowLabels.ts';
import { layOutArrows, type ArrowLayout } from './arrowLayout.ts';
import { boxesOfHeads } from './boxesAround.ts';
import { ArrowHalo, DrawnArrow } from './DrawnArrow.tsx';
import { DrawnShape } from './DrawnShape.tsx';
import type { Box } from './labelSolver.ts';
import { mapPlane } from './mapPlane.ts';
import type { PlaneController } from './planeController.ts';
import { layOutShapes } from './shapeLayout.ts';
import { slotOf } from './slots.ts';
import type { Viewport } from './viewport.ts';

export interface ArrowLayerProps {
  readonly viewport: Viewport;
  /** What stands on the map beside paths and heads. */
  readonly obstacles: readonly Box[];
  readonly controller: Pick<PlaneController, 'painted'>;
}

/** A step that is shorter, in pixels, is offered from near by. */
const SMALL = 12;
/** Longer words stand in the table alone. */
const LONGEST_WORD = 12;
/** About what a head covers. */
const HEAD = 8;

/** The arrows of the focused run's step at the playhead. What is pointed at lights its term, and the other way round. */
export function ArrowLayer(props: ArrowLayerProps) {
  const { store } = useApp();
  const step = useCurrentStep();
  useEffect(() => {
    if (!step) arrowBoard(store).write(null);
  }, [store, step]);
  useEffect(() => () => arrowBoard(store).write(null), [store]);
  return step && <StepArrows step={step} {...props} />;
}

function StepArrows({
  step,
  viewport,
  obstacles,
  controller,
}: ArrowLayerProps & { readonly step: CurrentStep }) {
  const { store } = useApp();
  const playing = usePlaying();
  const lit = useAppState((state) => state.lit);
  const theme = useAppState((state) => state.theme);
  const slot = useAppState(({ scene, focus }) => scene.runs[focus]?.slot ?? 1);
  const [sizes, setSizes] = useState<ReadonlyMap<string, LabelSize>>(new Map());
  const root = useRef<HTMLDivElement>(null);

  const picture = useMemo(() => stepPictureOf(step), [step]);
  const plane = useMemo(() => mapPlane(createProblem(step.task.problem).plane, step.task.steps), [step.task]);
  const layout = useMemo(
    () => layOutArrows(picture, plane, viewport, step.step),
    [picture, plane, viewport, step],
  );
  const shapes = useMemo(
    () => layOutShapes(picture.shapes, plane, viewport, step.step),
    [picture, plane, viewport, step],
  );
  useEffect(() => arrowBoard(store).write(drawnOf(layout)), [store, layout]);
  usePointing(root, layout);

  const named = [...layout.arrows, ...layout.points];
  const texOf = (template: string) => arrowTex(step.task, template);
  const keyOf = (template: string) => `${texOf(template)} ${theme}`;
  const { painted } = controller;
  const labels = placeArrowLabels(
    layout,
    (template) => sizes.get(keyOf(template)) ?? null,
    [...obstacles, ...boxesOfHeads(painted.heads, HEAD), ...painted.numbers],
    viewport,
  );
  const onSize = useCallback(
    (key: string, size: LabelSize) => setSizes((known) => new Map(known).set(key, size)),
    [],
  );
  const { width, height } = viewport;
  // Δθ, the widest, first: an arrow along it lies in it as a core.
  const shown = layout.arrows.filter(({ state }) => state === 'whole' || state === 'leaves').toReversed();
  const foot = layout.arrows[layout.arrows.length - 1].from;
  return (
    <div
      ref={root}
      className={`layer-arrows of-${picture.kind}${playing ? '' : ' at-rest'}`}
      aria-hidden="true"
      style={{ color: `var(${slotOf(slot).color})` }}
    >
      <svg width={width} height={height}>
        {shapes.map((shape, i) => (
          <DrawnShape key={i} shape={shape} lit={lit === shape.term} />
        ))}
        {layout.sides.map(([a, b], i) => (
          <line key={i} className="arrow-side" x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
        ))}
        {layout.corner && (
          <polyline
            className="arrow-corner"
            points={layout.corner.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
        )}
        {layout.points.map(({ term, role, at, joined }) => (
          <g key={term} className="map-point" data-role={role} data-lit={lit === term || undefined}>
            {joined && <line x1={at.x} y1={at.y} x2={joined.x} y2={joined.y} />}
            <circle cx={at.x} cy={at.y} r="5" />
          </g>
        ))}
        {shown.map((arrow) => (
          <ArrowHalo key={arrow.term} arrow={arrow} lit={isLit(lit, arrow, layout.arrows)} />
        ))}
        {shown.map((arrow) => (
          <DrawnArrow key={arrow.term} arrow={arrow} lit={isLit(lit, arrow, layout.arrows)} />
        ))}
        <circle className="arrow-foot" cx={foot.x} cy={foot.y} r="5" />
      </svg>
      {named.map(({ role, template, label }) => {
        const placed = labels.find((other) => other.template === template);
        const isLabelled = placed !== undefined || !sizes.has(keyOf(template));
        return (
          isLabelled && (
            <ArrowLabel
              key={template}
              tex={texOf(template)}
              word={picture.kind === 'sum' && label.length <= LONGEST_WORD ? label : ''}
              measureKey={keyOf(template)}
              role={role}
              box={placed?.box ?? null}
              onSize={onSize}
            />
          )
        );
      })}
    </div>
  );
}

/** Lights the arrow that is pointed at. The map takes hands and pointers; this listens beside it. */
function usePointing(root: React.RefObject<HTMLElement | null>, layout: ArrowLayout): void {
  const { store } = useApp();
  const shown = useRef(layout);
  useLayoutEffect(() => {
    shown.current = layout;
  }, [layout]);
  useEffect(() => {
    const plot = root.current?.parentElement;
    if (!plot) return;
    let pointed: string | null = null;
    const light = (term: string | null) => {
      if (term === pointed) return;
      pointed = term;
      lightTerm(store, term);
    };
    const onMove = ({ clientX, clientY, buttons }: PointerEvent) => {
      if (buttons !== 0) return;
      const { left, top } = plot.getBoundingClientRect();
      light(arrowAt(shown.current, clientX - left, clientY - top));
    };
    const onLeave = () => light(null);
    plot.addEventListener('pointermove', onMove);
    plot.addEventListener('pointerleave', onLeave);
    return () => {
      plot.removeEventListener('pointermove', onMove);
      plot.removeEventListener('pointerleave', onLeave);
      light(null);
    };
  }, [root, store]);
}

function drawnOf({ arrows }: ArrowLayout) {
  const whole = arrows[arrows.length - 1];
  return {
    scales: Object.fromEntries(arrows.map(({ term, scale }) => [term, scale])),
    states: Object.fromEntries(arrows.map(({ term, state }) => [term, state])),
    isSmall:
      (whole.state === 'whole' || whole.state === 'none') &&
      Math.hypot(whole.to.x - whole.from.x, whole.to.y - whole.from.y) < SMALL,
  };
}
