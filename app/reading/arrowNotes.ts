import { arrowMessages as say } from '../../src/messages/arrows.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { modelCurve } from '../../src/reading/arrows/modelCurve.ts';
import type { PictureArrow, PictureShape, StepPicture } from '../../src/reading/arrows/stepPicture.ts';
import { formatCount } from '../ui/formatNumber.ts';
import type { DrawnArrows } from './arrowBoard.ts';

/**
 * What the picture of a step does not say by itself: arrows without a length or beyond the map, what its shapes are, and
 * what of more parameters than two it shows.
 * @param drawn how the map draws it; null where it does not
 */
export function arrowNotes(
  { arrows, shapes }: StepPicture,
  { dimension, plane }: Pick<Problem, 'dimension' | 'plane'>,
  names: readonly string[],
  drawn: DrawnArrows | null,
): string[] {
  const labels = (holds: (arrow: PictureArrow) => boolean) => arrows.filter(holds).map(({ label }) => label);
  const isState = (state: string) => (arrow: PictureArrow) =>
    drawn?.states[arrow.term] === state && arrow.vector.every(Number.isFinite);
  const said: readonly (readonly [say: (labels: readonly string[]) => string, labels: string[]])[] = [
    [say.zero, labels(({ vector }) => vector.every((x) => x === 0))],
    [say.noNumber, labels(({ vector }) => vector.some(Number.isNaN))],
    [say.infinite, labels(({ vector }) => !vector.some(Number.isNaN) && !vector.every(Number.isFinite))],
    [say.leaving, labels(isState('leaves'))],
    [say.outside, labels(isState('outside'))],
  ];
  return [
    ...said.filter(([, found]) => found.length > 0).map(([sentence, found]) => sentence(found)),
    ...shapes.flatMap((shape) => shapeNote(shape, plane)),
    ...(plane.kind === 'time' ? [say.inTime] : []),
    ...(dimension > 2 ? [say.projected(names, formatCount(dimension))] : []),
  ];
}

function shapeNote(shape: PictureShape, plane: Problem['plane']): string[] {
  const { shapes } = say;
  switch (shape.kind) {
    case 'box':
      return [shape.corners ? shapes.corners : shapes.box];
    case 'circle':
      return plane.kind === 'time' ? [] : [shapes.circle];
    case 'model': {
      const curve = modelCurve(shape, plane);
      if (!curve) return [];
      return [curve.halves ? shapes.model : shapes.saddle];
    }
    case 'trials':
      if (shape.isDirection) return [shapes.direction];
      return [shape.isTaken ? shapes.trials : shapes.refused];
  }
}
