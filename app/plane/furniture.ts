import { appMessages as say } from '../../src/messages/app.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { formatCoordinate } from '../ui/formatNumber.ts';
import { placeBeside, type Box, type PlacedBox } from './labelSolver.ts';
import { planeCoordinate, xToPixel, yToPixel, type Viewport } from './viewport.ts';

/** A point that is marked on the map, with its name where there is room for one. */
export interface Mark {
  readonly kind: 'minimizer' | 'saddle';
  readonly x: number;
  readonly y: number;
  readonly text: string | null;
  readonly box: PlacedBox | null;
}

/** All that stands on the map beside paths: marks, the start's name, and the boxes that other names keep clear of. */
export interface Furniture {
  readonly marks: readonly Mark[];
  readonly startText: string;
  readonly startBox: PlacedBox;
  readonly start: { readonly x: number; readonly y: number };
  readonly boxes: readonly Box[];
}

/** Half the side of a mark and of the start's ring, with its halo, in pixels. */
const MARK = 10;
const RING = 13;
/** Above so many points of a kind, they are marked without a name. */
const MOST_NAMED = 1;
const LINE = 20;

const around = (x: number, y: number, half: number): Box => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half,
});

/**
 * Lays out the marks of a problem and the name of the start.
 * @param measure the width in pixels of a text in the map's italic
 * @param reserved boxes that are taken already, the key say
 */
export function layFurniture(
  problem: Problem,
  start: readonly number[],
  viewport: Viewport,
  reserved: readonly Box[],
  measure: (text: string) => number,
): Furniture {
  const { plane } = problem;
  const place = (theta: readonly number[]) => {
    const u = planeCoordinate(plane, plane.u, theta);
    const v = planeCoordinate(plane, plane.v, theta);
    return { u, v, x: xToPixel(viewport, u), y: yToPixel(viewport, v) };
  };
  const isVisible = ({ x, y }: { x: number; y: number }) =>
    x >= 0 && x <= viewport.width && y >= 0 && y <= viewport.height;
  const globals = problem.minimizers.filter(({ kind }) => kind === 'global');
  const points = [
    ...problem.minimizers.map(({ point, kind }) => ({
      kind: 'minimizer' as const,
      isNamed: kind === 'global' && globals.length <= MOST_NAMED,
      ...place(point),
    })),
    ...problem.saddles.map((point) => ({
      kind: 'saddle' as const,
      isNamed: problem.saddles.length <= MOST_NAMED,
      ...place(point),
    })),
  ].filter(isVisible);
  const origin = place(start);
  const boxes: Box[] = [
    ...reserved,
    ...points.map(({ x, y }) => around(x, y, MARK)),
    around(origin.x, origin.y, RING),
  ];
  const size = (text: string) => ({ width: measure(text) + 6, height: LINE });

  const startText = say.start(formatCoordinate(origin.u), formatCoordinate(origin.v));
  const startBox = placeBeside(origin.x, origin.y, size(startText), RING + 3, boxes, viewport, 1);
  boxes.push(startBox);
  const marks = points.map(({ kind, isNamed, u, v, x, y }) => {
    if (!isNamed) return { kind, x, y, text: null, box: null };
    const text = say[kind](formatCoordinate(u), formatCoordinate(v));
    const box = placeBeside(x, y, size(text), MARK + 4, boxes, viewport);
    boxes.push(box);
    return { kind, x, y, text, box };
  });
  return { marks, startText, startBox, start: origin, boxes };
}
