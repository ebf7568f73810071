import { isFree, type Box } from './labelSolver.ts';
import { crosses, type Line, type Point } from './leaderLine.ts';
import type { Named, PlacedName } from './nameColumn.ts';

type Size = Pick<Box, 'width' | 'height'>;

/** Where a name stands that is led to its point: so many pixels from its marker, in one of so many directions. */
export interface Lead {
  readonly gap: number;
  readonly direction: number;
}

/** Pixels between a marker and a name that is led to it; further off for a name that must not be missing. */
const GAPS = [26, 44, 66, 92, 120];
const FAR_GAPS = [...GAPS, 160, 210, 270];
const DIRECTIONS = 16;
/** Directions as they are tried: to the right first, then ever further from it. */
const ORDER = Array.from({ length: DIRECTIONS }, (_, i) =>
  i % 2 === 0 ? (DIRECTIONS - i / 2) % DIRECTIONS : (i + 1) / 2,
);

/** What a name finds around it. */
export interface Surroundings {
  readonly taken: readonly Box[];
  readonly frame: Size;
  /** Of a marker. */
  readonly radius: number;
  /** Lines to names that have their places. */
  readonly lines: readonly Line[];
  /** Texts that a line had better not cross. */
  readonly texts: readonly Box[];
}

/**
 * The nearest free place around a point, not beside it, for its name: one whose line crosses no text and which covers no
 * other's line, if there is one.
 * @param known where it was led to before: it stays there while that is free
 * @param room pixels that a place must have around it, but for the known one
 * @param mustBeFound tries places far off, too
 */
export function leadName(
  { x, y, width }: Named,
  height: number,
  { taken, frame, radius, lines, texts }: Surroundings,
  known: Lead | undefined,
  room: number,
  mustBeFound: boolean,
): { readonly lead: Lead; readonly name: PlacedName } | null {
  const at = ({ gap, direction }: Lead) => {
    const angle = (2 * Math.PI * direction) / DIRECTIONS;
    const box = {
      x: x + Math.cos(angle) * (radius + gap + width / 2) - width / 2,
      y: y + Math.sin(angle) * (radius + gap + height / 2) - height / 2,
      width,
      height,
    };
    return { ...box, leader: edgeTowards(box, x, y) };
  };
  if (known) {
    const name = at(known);
    if (isFree(name, taken, frame)) return { lead: known, name };
  }
  let crossing: { lead: Lead; name: PlacedName } | null = null;
  for (const gap of mustBeFound ? FAR_GAPS : GAPS)
    for (const direction of ORDER) {
      const lead = { gap, direction };
      const name = at(lead);
      const wide = {
        x: name.x - room,
        y: name.y - room,
        width: width + 2 * room,
        height: height + 2 * room,
      };
      if (!isFree(wide, taken, frame)) continue;
      const line: Line = { from: [x, y], to: name.leader };
      const isClear =
        texts.every((text) => !crosses(line, text)) && lines.every((other) => !crosses(other, name));
      if (isClear) return { lead, name };
      crossing ??= { lead, name };
    }
  return crossing;
}

/** The point of a box's outline that a line from a point comes to. */
function edgeTowards({ x, y, width, height }: Box, fromX: number, fromY: number): Point {
  return [Math.min(x + width, Math.max(x, fromX)), Math.min(y + height, Math.max(y, fromY))];
}
