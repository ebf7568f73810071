/** The shape that stands at a run's head, in its legend and on its charts. */
export type Marker =
  'circle' | 'square' | 'triangle' | 'diamond' | 'triangle-down' | 'pentagon' | 'plus' | 'star';

/** Colour, dash and marker of a run: colour is never the only code. */
export interface Slot {
  /** The custom property that holds its colour. */
  readonly color: string;
  readonly marker: Marker;
  readonly hollow: boolean;
  readonly dash: readonly number[];
}

const MARKERS: readonly Marker[] = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'triangle-down',
  'pentagon',
  'plus',
  'star',
];
const DASHES: readonly (readonly number[])[] = [
  [],
  [10, 4],
  [],
  [10, 3, 2, 3],
  [3, 3],
  [16, 4],
  [6, 3],
  [2, 4],
];

/** Slots 1 to 12; 9 to 12 reuse the first four colours with hollow markers. */
export function slotOf(slot: number): Slot {
  const index = (slot - 1) % MARKERS.length;
  return {
    color: `--run-${index + 1}`,
    marker: MARKERS[index],
    hollow: slot > MARKERS.length,
    dash: DASHES[index],
  };
}

/** What traces a marker: a canvas or a text. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
}

/** Radii that give each shape about the area of a circle of radius 1. */
const RADIUS: Readonly<Record<Marker, number>> = {
  circle: 1,
  square: 0.886,
  triangle: 1.555,
  diamond: 1.253,
  'triangle-down': 1.555,
  pentagon: 1.149,
  plus: 1.15,
  star: 1.541,
};

const UP = -Math.PI / 2;

/** Traces a marker of equal area around a point; fill or stroke it afterwards. */
export function traceMarker(pen: Pen, marker: Marker, x: number, y: number, size: number): void {
  const radius = size * RADIUS[marker];
  switch (marker) {
    case 'circle':
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.closePath();
      return;
    case 'square':
      tracePolygon(pen, x, y, [radius * Math.SQRT2], 4, UP + Math.PI / 4);
      return;
    case 'triangle':
      tracePolygon(pen, x, y + radius * 0.14, [radius], 3, UP);
      return;
    case 'triangle-down':
      tracePolygon(pen, x, y - radius * 0.14, [radius], 3, -UP);
      return;
    case 'diamond':
      tracePolygon(pen, x, y, [radius], 4, UP);
      return;
    case 'pentagon':
      tracePolygon(pen, x, y, [radius], 5, UP);
      return;
    case 'star':
      tracePolygon(pen, x, y, [radius, radius * 0.45], 10, UP);
      return;
    case 'plus': {
      const arm = radius * 0.36;
      const corners = [
        [-arm, -radius],
        [arm, -radius],
        [arm, -arm],
        [radius, -arm],
        [radius, arm],
        [arm, arm],
        [arm, radius],
        [-arm, radius],
        [-arm, arm],
        [-radius, arm],
        [-radius, -arm],
        [-arm, -arm],
      ];
      corners.forEach(([dx, dy], i) => (i === 0 ? pen.moveTo(x + dx, y + dy) : pen.lineTo(x + dx, y + dy)));
      pen.closePath();
      return;
    }
  }
}

/** A regular polygon or star: its corners take the radii in turn. */
function tracePolygon(
  pen: Pen,
  x: number,
  y: number,
  radii: readonly number[],
  corners: number,
  first: number,
): void {
  for (let i = 0; i < corners; i++) {
    const angle = first + (2 * Math.PI * i) / corners;
    const radius = radii[i % radii.length];
    const corner = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
    if (i === 0) pen.moveTo(...corner);
    else pen.lineTo(...corner);
  }
  pen.closePath();
}
