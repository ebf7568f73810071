import type { Problem } from '../problems/problem.ts';
import { minus } from './minus.ts';

/** (−1.5, 2) where a point has two coordinates on the map, x = −1.5 where it has one. */
const pointOf = (coordinates: readonly string[]) =>
  coordinates.length === 1 ? `x = ${coordinates[0]}` : `(${coordinates.join(', ')})`;

/** x −1.5, y 2: as it is spoken. */
const spokenPointOf = (coordinates: readonly string[]) =>
  coordinates.map((value, i) => `${'xy'[i]} ${value}`).join(', ');

/** The words of the map. */
export const mapMessages = {
  /** What is drawn of the Hessian at a run’s head. */
  curvature: 'Curvature',
  arrows: 'Arrows of the step',
  label: (problem: string) => `Map of ${problem} with the paths of all runs`,
  surface: 'Map, to be read point by point',
  surfaceHelp:
    'Arrow keys move a crosshair, with Alt by single pixels, and the values there are read out. Enter focuses the run under it, Shift with Enter goes to that step. Shift with arrows moves the map, plus and minus zoom, 0 shows all of it, Z the steps around the playhead.',
  /** The name of a progress bar. */
  groundProgress: 'Computing the map’s surface',
  groundFailed: 'The map’s background could not be computed; the paths are right.',

  start: (coordinates: readonly string[]) => `start ${pointOf(coordinates)}`,
  /** Where type is large; its coordinates stand in their fields. */
  startAlone: 'start',
  startHandle: (coordinates: readonly string[]) => `Start point at ${spokenPointOf(coordinates)}`,
  startOutside: (coordinates: readonly string[]) =>
    `Start point at ${spokenPointOf(coordinates)}, outside the map`,
  startRole: 'movable point',
  startHelp:
    'Drag, or move with the arrow keys. Shift moves in large steps, Alt in fine ones. Every path follows.',
  startInTimeHelp:
    'Drag it up or down, or move it with the up and down arrow keys. Shift moves in large steps, Alt in fine ones. Every path follows.',
  startOutsideHelp: 'Enter brings it back into view. The arrow keys move it.',
  minimizer: (coordinates: readonly string[]) => `minimizer ${pointOf(coordinates)}`,
  saddle: (coordinates: readonly string[]) => `saddle ${pointOf(coordinates)}`,
  /** What the ground shows; of losses that change from step to step, their mean. */
  keyName: (
    { dimension, shape, online, samples }: Pick<Problem, 'dimension' | 'shape' | 'online' | 'samples'>,
    axes: readonly string[],
  ) => {
    const f = `f(${shape ? 'W' : samples > 0 ? axes.join(', ') : dimension === 1 ? 'x' : 'x, y'})`;
    return online ? `mean ${f}` : f;
  },
  keyAboveFloor: (f: string, floor: string) => minus(f, floor),

  /** What turns the numbers at an axis into coordinates: = 1.2345 + … × 10⁻⁹. */
  axisOffset: (base: string | null, power: string | null) =>
    ` = ${base === null ? '' : `${base} + `}…${power === null ? '' : ` × ${power}`}`,

  view: 'View of the map',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Show the whole map',
  steps: 'Zoom to the steps around the playhead',
  /** With the key that does the same. */
  withKey: (what: string, key: string) => `${what} (${key})`,

  stepWord: 'step',
  values: (
    x: readonly [string, string],
    y: readonly [string, string],
    f: readonly [string, string],
    gradient: string | null,
  ) =>
    `${x[0]} ${x[1]}, ${y[0]} ${y[1]}: ${f[0]} ${f[1]}${gradient === null ? '' : `, gradient ${gradient}`}`,
  valuesOnRun: (run: string, step: string, values: string) => `${run}, step ${step}; ${values}`,
} as const;
