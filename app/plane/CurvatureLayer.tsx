import { useMemo, useState } from 'react';
import { curvatureMessages as say } from '../../src/messages/curvature.ts';
import { levelText } from '../../src/ground/levelText.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { curvatureAtHead } from '../../src/reading/curvature.ts';
import { useSlowStep } from '../reading/useSlowStep.ts';
import { NUMBERS_PAUSE } from '../reading/useStepFrame.ts';
import '../styles/curvature.css';
import { axisEnds, createCurvatureMarker, type CurvatureMarks, type MarkedAxis } from './curvatureMarks.ts';
import { boxesOfHeads } from './boxesAround.ts';
import { overlap, type Box } from './labelSolver.ts';
import type { PlaneController } from './planeController.ts';
import type { Viewport } from './viewport.ts';

export interface CurvatureLayerProps {
  readonly viewport: Viewport;
  /** What stands on the map beside runs: labels keep clear of it. */
  readonly obstacles: readonly Box[];
  readonly controller: Pick<PlaneController, 'painted'>;
}

/** Pixels beyond an axis's end to the middle of its name; half the side of what a name covers. */
const BEYOND = 14;
const NAME = 9;
/** The sign at an end of an axis. */
const SIGN = 6;
const HALO = 3.5;
/** Half a run's marker. */
const MARKER = 7;
/** The level's text: its size about, and its distance from the frame. */
const LEVEL = { width: 92, height: 18 };
const LEVEL_INSET = 10;

/** The Hessian's axes at the head, and the ellipse of the local quadratic, for the step that is read. */
export function CurvatureLayer({ viewport, obstacles, controller }: CurvatureLayerProps) {
  const step = useSlowStep(NUMBERS_PAUSE);
  const [mark] = useState(createCurvatureMarker);
  const marks = useMemo(() => {
    if (!step) return null;
    const { task, explanation } = step;
    return mark(curvatureAtHead(task, explanation), createProblem(task.problem).plane, viewport);
  }, [mark, step, viewport]);
  const taken = [...obstacles, ...boxesOfHeads(controller.painted.heads, MARKER)];
  return (
    <svg className="curvature-marks" aria-hidden="true" width={viewport.width} height={viewport.height}>
      {marks && <Drawn marks={marks} viewport={viewport} obstacles={taken} />}
    </svg>
  );
}

function Drawn({
  marks,
  viewport,
  obstacles,
}: Pick<CurvatureLayerProps, 'viewport' | 'obstacles'> & { marks: CurvatureMarks }) {
  const { x, y, axes, ellipse, level, hasDown } = marks;
  const names = axes.map((axis) => nameOf(axis, marks, viewport, obstacles));
  const levelBox = levelPlace(viewport, [...obstacles, ...names.map(({ box }) => box)]);
  return (
    <>
      {ellipse && (
        <g transform={`translate(${x} ${y}) rotate(${ellipse.degrees})`}>
          <ellipse rx={ellipse.rx} ry={ellipse.ry} />
        </g>
      )}
      {axes.map(({ number, right, down, role }) => {
        const ends = { x1: x - right, y1: y - down, x2: x + right, y2: y + down };
        return (
          <g key={number}>
            <line className="curvature-halo" strokeWidth={2 + HALO} {...ends} />
            <line className={role === null ? 'curvature-axis' : `curvature-axis ${role}`} {...ends} />
          </g>
        );
      })}
      {hasDown && axes.map((axis) => <Signs key={axis.number} axis={axis} x={x} y={y} />)}
      {names.map(({ number, at }) => (
        <text key={number} x={at.x} y={at.y} dy="0.34em" textAnchor="middle">
          λ
          <tspan dy="0.25em" fontSize="75%" fontStyle="normal">
            {number}
          </tspan>
        </text>
      ))}
      <text className="curvature-level" x={levelBox.x} y={levelBox.y + levelBox.height / 2} dy="0.34em">
        {say.level(levelText(level), hasDown)}
      </text>
    </>
  );
}

/** “+” at both ends of an axis along which f curves up, “−” where it curves down. */
function Signs({ axis: { right, down, curves }, x, y }: { axis: MarkedAxis; x: number; y: number }) {
  if (curves === 'not') return null;
  const arms = curves === 'up' ? 'M-3.5 0H3.5M0-3.5V3.5' : 'M-3.5 0H3.5';
  return [1, -1].map((side) => (
    <g key={side} transform={`translate(${x + side * right} ${y + side * down})`}>
      <circle r={SIGN} />
      <path className="curvature-sign" d={arms} />
    </g>
  ));
}

/** A name stands at the end with more room, or at the other where that is taken. */
function nameOf(axis: MarkedAxis, marks: CurvatureMarks, viewport: Viewport, obstacles: readonly Box[]) {
  const beyond = BEYOND + (marks.hasDown ? SIGN : 0);
  const places = axisEnds(marks, axis, viewport, beyond).map((at) => {
    const box = { x: at.x - NAME, y: at.y - NAME, width: 2 * NAME, height: 2 * NAME };
    const covered = obstacles.reduce((area, obstacle) => area + overlap(box, obstacle), 0);
    return { number: axis.number, at, box, covered };
  });
  return places[1].covered < places[0].covered ? places[1] : places[0];
}

/** In the corner where it covers least: at a place of its own it can be read while the marks move. */
function levelPlace({ width, height }: Viewport, obstacles: readonly Box[]): Box {
  const bottom = height - LEVEL.height - LEVEL_INSET;
  const right = width - LEVEL.width - LEVEL_INSET;
  const corners = [
    [LEVEL_INSET, LEVEL_INSET],
    [LEVEL_INSET, bottom],
    [right, bottom],
    [right, LEVEL_INSET],
  ];
  const places = corners.map(([x, y]) => {
    const box = { x, y, ...LEVEL };
    return { box, covered: obstacles.reduce((area, obstacle) => area + overlap(box, obstacle), 0) };
  });
  return places.reduce((best, place) => (place.covered < best.covered ? place : best)).box;
}
