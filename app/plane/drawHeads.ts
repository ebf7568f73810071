import type { Exit } from './pathGeometry.ts';
import { overlap, placeBeside, type Box } from './labelSolver.ts';
import { traceMarker, type Slot } from './slots.ts';

/** A run's marker at the playhead. */
export interface Head {
  readonly x: number;
  readonly y: number;
  /** Where its path left the frame, if the head is outside it. */
  readonly exit: Exit | null;
  readonly slot: Slot;
  readonly color: string;
  readonly name: string;
  readonly focused: boolean;
}

export interface HeadStyle {
  readonly halo: string;
  /** Marker radius, CSS pixels. */
  readonly radius: number;
  /** A CSS font: the interface's, 15/600. */
  readonly font: string;
  readonly lineHeight: number;
}

const HALO = 2;
const TEXT_HALO = 3;
const GAP = 7;
/** On the map a longer name is cut; the list has it whole. */
const MOST_LETTERS = 18;
/** A name is left out when more than this part of it would stand on something else. */
const MOST_COVERED = 0.12;

/**
 * Draws all heads, the focused one last, each with its name beside it. A head outside the frame is an arrow where its
 * path left.
 * @param places each name's place in the frame before, by index; updated
 */
export function drawHeads(
  ctx: CanvasRenderingContext2D,
  heads: readonly Head[],
  obstacles: readonly Box[],
  frame: { readonly width: number; readonly height: number },
  style: HeadStyle,
  places: number[],
): void {
  const { radius } = style;
  const anchors = heads.map(({ x, y, exit }) => (exit ? { x: exit.x, y: exit.y } : { x, y }));
  const taken: Box[] = [
    ...obstacles,
    ...anchors.map(({ x, y }) => ({
      x: x - radius - 1,
      y: y - radius - 1,
      width: 2 * radius + 2,
      height: 2 * radius + 2,
    })),
  ];
  const names = heads.map(({ name }) => shortened(name));
  ctx.setLineDash([]);
  ctx.font = style.font;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const order = heads.map((_, i) => i).sort((a, b) => Number(heads[a].focused) - Number(heads[b].focused));
  // The focused name chooses its place first and is drawn last.
  const boxes = new Map<number, Box>();
  for (const i of order.toReversed()) {
    const { x, y } = anchors[i];
    const size = { width: ctx.measureText(names[i]).width + 4, height: style.lineHeight };
    const box = placeBeside(x, y, size, radius + GAP, taken, frame, places[i] ?? 0);
    // A name that would cover another says less than none: its marker is in the list. The focused one always stands.
    if (!heads[i].focused && coveredPart(box, taken) > MOST_COVERED) continue;
    places[i] = box.place;
    taken.push(box);
    boxes.set(i, box);
  }
  for (const i of order) {
    const head = heads[i];
    if (head.exit) drawArrow(ctx, head.exit, head.color, style);
    else drawMarker(ctx, head, style);
    const box = boxes.get(i);
    if (!box) continue;
    const baseline = box.y + box.height / 2;
    ctx.strokeStyle = style.halo;
    ctx.lineWidth = 2 * TEXT_HALO;
    ctx.lineJoin = 'round';
    ctx.strokeText(names[i], box.x + 2, baseline);
    ctx.fillStyle = head.color;
    ctx.fillText(names[i], box.x + 2, baseline);
  }
}

function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length <= MOST_LETTERS
    ? name
    : `${letters
        .slice(0, MOST_LETTERS - 1)
        .join('')
        .trimEnd()}…`;
}

function coveredPart(box: Box, obstacles: readonly Box[]): number {
  const covered = obstacles.reduce((sum, obstacle) => sum + overlap(box, obstacle), 0);
  return covered / (box.width * box.height);
}

function drawMarker(
  ctx: CanvasRenderingContext2D,
  { x, y, slot, color }: Head,
  { halo, radius }: HeadStyle,
): void {
  ctx.beginPath();
  traceMarker(ctx, slot.marker, x, y, radius);
  ctx.lineJoin = 'round';
  ctx.strokeStyle = halo;
  ctx.lineWidth = 2 * HALO;
  ctx.stroke();
  ctx.fillStyle = slot.hollow ? halo : color;
  ctx.fill();
  if (!slot.hollow) return;
  ctx.strokeStyle = color;
  ctx.lineWidth = 2;
  ctx.stroke();
}

/** The arrowhead of a path that leaves the picture; its tip is on the frame. */
function drawArrow(
  ctx: CanvasRenderingContext2D,
  { x, y, angle }: Exit,
  color: string,
  { halo, radius }: HeadStyle,
): void {
  const length = 2 * radius;
  const wing = 0.45;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - length * Math.cos(angle - wing), y - length * Math.sin(angle - wing));
  ctx.lineTo(x - length * Math.cos(angle + wing), y - length * Math.sin(angle + wing));
  ctx.closePath();
  ctx.strokeStyle = halo;
  ctx.lineWidth = 2 * HALO;
  ctx.lineJoin = 'round';
  ctx.stroke();
  ctx.fillStyle = color;
  ctx.fill();
}
