import type { PlacedName } from './nameColumn.ts';
import type { Exit } from './pathGeometry.ts';
import { traceMarker, type Slot } from './slots.ts';

/** A run's marker at the playhead. */
export interface Head {
  /** The run's. */
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** Where its path left the frame, if the head is outside it. */
  readonly exit: Exit | null;
  readonly slot: Slot;
  readonly color: string;
  readonly name: string;
  readonly focused: boolean;
  /** Another run is pointed at. */
  readonly faded: boolean;
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
const LEADER = 1;
/** Names are written this far inside their boxes. */
export const NAME_INSET = 2;
/** On the map a longer name is cut; the list has it whole. */
const MOST_LETTERS = 18;
export const FADED = 0.34;

/**
 * Draws all heads, the focused one last, each with its name where that has a place. A head outside the frame is an arrow
 * where its path left.
 */
export function drawHeads(
  ctx: CanvasRenderingContext2D,
  heads: readonly Head[],
  names: ReadonlyMap<number, PlacedName>,
  style: HeadStyle,
): void {
  ctx.setLineDash([]);
  ctx.font = style.font;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const order = heads.toSorted((a, b) => rank(a) - rank(b));
  for (const head of order) {
    const name = names.get(head.id);
    if (name?.leader) drawLeader(ctx, head, name.leader, style);
  }
  for (const head of order) {
    ctx.globalAlpha = head.faded ? FADED : 1;
    if (head.exit) drawArrow(ctx, head.exit, head.color, style);
    else drawMarker(ctx, head, style);
  }
  for (const head of order) {
    const name = names.get(head.id);
    if (!name) continue;
    ctx.globalAlpha = head.faded ? FADED : 1;
    drawName(ctx, shortened(head.name), head.color, name, style);
  }
  ctx.globalAlpha = 1;
}

const rank = ({ focused, faded }: Head) => (faded ? 0 : 2) + (focused ? 1 : 0);

/** A name as it stands on the map. */
export function shortened(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= MOST_LETTERS) return name;
  const first = letters.slice(0, MOST_LETTERS - 1).join('');
  return `${first.trimEnd()}…`;
}

function drawName(
  ctx: CanvasRenderingContext2D,
  text: string,
  color: string,
  { x, y, height }: PlacedName,
  { halo }: HeadStyle,
): void {
  ctx.strokeStyle = halo;
  ctx.lineWidth = 2 * TEXT_HALO;
  ctx.lineJoin = 'round';
  ctx.strokeText(text, x + NAME_INSET, y + height / 2);
  ctx.fillStyle = color;
  ctx.fillText(text, x + NAME_INSET, y + height / 2);
}

function drawLeader(
  ctx: CanvasRenderingContext2D,
  { x, y, exit, color, faded }: Head,
  [toX, toY]: readonly [number, number],
  { halo }: HeadStyle,
): void {
  ctx.beginPath();
  ctx.moveTo(exit?.x ?? x, exit?.y ?? y);
  ctx.lineTo(toX, toY);
  ctx.globalAlpha = faded ? FADED : 1;
  ctx.strokeStyle = halo;
  ctx.lineWidth = LEADER + 2;
  ctx.stroke();
  ctx.strokeStyle = color;
  ctx.lineWidth = LEADER;
  ctx.stroke();
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
