import { mapMessages as say } from '../../src/messages/map.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { formatCoordinate } from '../ui/formatNumber.ts';
import type { TextMeasure } from './italicText.ts';
import {
  boxBeside,
  freePlaceBeside,
  isFree,
  MUCH_INK,
  overlap,
  placeBeside,
  PLACES,
  type Box,
  type Ink,
  type PlacedBox,
} from './labelSolver.ts';
import { placeIn } from './mapPlane.ts';
import { xToPixel, yToPixel, type Viewport } from './viewport.ts';

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
  readonly start: StartPlace;
  readonly boxes: readonly Box[];
}

/** Where the start stands, or at which place of the edge an arrow shows the way to it. */
export interface StartPlace {
  readonly x: number;
  readonly y: number;
  /** Of the arrow, in radians clockwise from the x-axis; null where the start itself is in view. */
  readonly arrow: number | null;
}

/** What is to be furnished. */
export interface Room {
  readonly problem: Problem;
  readonly start: readonly number[];
  /** What stands beside the start, with its coordinates as they are printed. */
  readonly startName: (coordinates: readonly string[]) => string;
  readonly viewport: Viewport;
  /** Boxes that are taken already: the key, the controls, the readout. */
  readonly reserved: readonly Box[];
  readonly measure: TextMeasure;
  /** What names had better not cover: the paths. Another function each time that these have come to rest. */
  readonly ink: Ink;
  /** The markers of runs: a name makes way for them, and comes back when they have gone. */
  readonly heads: readonly Box[];
}

/** Half the side of a mark and of the start's ring, with its halo, in pixels beside text of the usual size. */
const MARK = 10;
const RING = 13;
/** Above so many points of a kind, they are marked without a name. */
const MOST_NAMED = 1;
/** Pixels from the edge to the arrow that shows where the start is. */
const EDGE = 16;
/** Pixels further off that a name is tried where there is no room beside its point: behind the key, say. */
const FURTHER = [0, 14, 28, 42];
/** At rest a name stays where it was only if no more of it than this lies on paths; else it would jump about. */
const INK_AT_REST = 0.1;
/** Pixels that markers are away from a name's place before it comes back to it: it does not flicker as they pass. */
const CLEAR = 10;
/** Where the name of the start, and of a mark, stands if it can: the paths set out to the start's right as a rule. */
const START_PLACES = [1, 3, 7, 5, 2, 6, 4, 0];
const MARK_PLACES = PLACES;

const around = (x: number, y: number, half: number): Box => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half,
});

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/**
 * Makes a function that lays out the marks of a problem and the name of the start. It remembers where each name stood:
 * it stays there while it can.
 */
export function createFurnisher(): (room: Room) => Furniture {
  const places = new Map<string, number>();
  /** Where names stood that have made way for a marker. */
  const left = new Map<string, number>();
  let lastInk: Ink | null = null;
  let last: { readonly furniture: Furniture; readonly text: string } | null = null;

  /** The same object as long as nothing has moved: whoever draws by it need not draw again. */
  function unchanged(furniture: Furniture): Furniture {
    const text = JSON.stringify(furniture);
    if (last?.text !== text) last = { furniture, text };
    return last.furniture;
  }

  return ({ problem, start, startName, viewport, reserved, measure, ink, heads }) => {
    const { plane } = problem;
    const place = (theta: readonly number[], end: 'start' | 'end') => {
      const [u, v] = placeIn(plane, theta, end);
      const named = (plane.kind === 'time' ? [v] : [u, v]).map(formatCoordinate);
      return { named, x: xToPixel(viewport, u), y: yToPixel(viewport, v) };
    };
    const globals = problem.minimizers.filter(({ kind }) => kind === 'global');
    const points = [
      ...problem.minimizers.map(({ point, kind }) => ({
        kind: 'minimizer' as const,
        isNamed: kind === 'global' && globals.length <= MOST_NAMED,
        ...place(point, 'end'),
      })),
      ...problem.saddles.map((point) => ({
        kind: 'saddle' as const,
        isNamed: problem.saddles.length <= MOST_NAMED,
        ...place(point, 'end'),
      })),
    ].filter((point) => isVisible(point, viewport));
    const origin = place(start, 'start');
    const stand: StartPlace = isVisible(origin, viewport)
      ? { x: origin.x, y: origin.y, arrow: null }
      : arrowTo(origin, viewport, reserved);
    const [mark, ring] = [MARK * measure.unit, RING * measure.unit];
    const boxes: Box[] = [
      ...reserved,
      ...points.map(({ x, y }) => around(x, y, mark)),
      around(stand.x, stand.y, ring),
    ];

    const mostInk = ink === lastInk ? MUCH_INK : INK_AT_REST;
    lastInk = ink;
    const isOnHead = (box: Box) => heads.some((head) => overlap(box, head) > 0);

    /** The place a name had, or the one before if it had to leave it and that is free again. */
    const placeToKeep = (key: string, boxAt: (place: number) => Box) => {
      const before = left.get(key);
      if (before === undefined) return places.get(key);
      const box = boxAt(before);
      const isBack = isFree(box, boxes, viewport) && ink(box) < INK_AT_REST && !isOnHead(grown(box, CLEAR));
      return isBack ? before : places.get(key);
    };

    const nameBeside = (
      key: string,
      x: number,
      y: number,
      gap: number,
      text: string,
      order: readonly number[],
    ) => {
      const size = { width: measure.width(text) + 6, height: measure.height };
      const kept = placeToKeep(key, (place) => boxBeside(x, y, size, gap, place));
      let box: PlacedBox | null = null;
      // Rather further off than on a marker.
      for (const further of FURTHER)
        box ??= freePlaceBeside(x, y, size, gap + further, [...boxes, ...heads], viewport, {
          kept,
          order,
          ink,
          mostInk,
        });
      box ??= placeBeside(x, y, size, gap, [...boxes, ...heads], viewport, kept ?? order[0]);
      const makesWay = kept !== undefined && isOnHead(boxBeside(x, y, size, gap, kept));
      if (box.place === left.get(key)) left.delete(key);
      else if (makesWay && kept !== box.place && !left.has(key)) left.set(key, kept);
      places.set(key, box.place);
      boxes.push(box);
      return box;
    };

    const startText = startName(origin.named);
    const startBox = nameBeside('start', stand.x, stand.y, ring + 3, startText, START_PLACES);
    const marks = points.map(({ kind, isNamed, named, x, y }) => {
      if (!isNamed) return { kind, x, y, text: null, box: null };
      const text = say[kind](named);
      return { kind, x, y, text, box: nameBeside(kind, x, y, mark + 4, text, MARK_PLACES) };
    });
    return unchanged({ marks, startText, startBox, start: stand, boxes });
  };
}

function isVisible(
  { x, y }: { readonly x: number; readonly y: number },
  { width, height }: Viewport,
): boolean {
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

/** The place of the edge that is nearest to a point outside, beside what stands there already. */
function arrowTo(
  { x, y }: { readonly x: number; readonly y: number },
  { width, height }: Viewport,
  reserved: readonly Box[],
): StartPlace {
  const at = {
    x: Math.min(width - EDGE, Math.max(EDGE, x)),
    y: Math.min(height - EDGE, Math.max(EDGE, y)),
  };
  for (const box of reserved) {
    if (overlap(box, around(at.x, at.y, EDGE)) === 0) continue;
    const isUpper = box.y + box.height / 2 < height / 2;
    at.y = isUpper ? box.y + box.height + EDGE : box.y - EDGE;
  }
  return { ...at, arrow: Math.atan2(y - at.y, x - at.x) };
}
