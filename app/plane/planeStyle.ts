import type { GroundStyle } from './drawGround.ts';
import type { HeadStyle } from './drawHeads.ts';

/** The theme's values as the canvases need them, read from its custom properties. */
export interface PlaneStyle {
  readonly ground: GroundStyle;
  readonly ramp: readonly string[];
  readonly heads: HeadStyle;
  /** Of the numbers of steps. */
  readonly numbers: { readonly font: string; readonly lineHeight: number; readonly color: string };
  readonly path: number;
  readonly pathFocus: number;
  readonly pathHalo: number;
  readonly pathAhead: number;
  color(property: string): string;
}

const BANDS = 28;

/** Reads the custom properties of the document's root, after the theme has been set there. */
export function readPlaneStyle(root: HTMLElement): PlaneStyle {
  const computed = getComputedStyle(root);
  const text = (name: string) => computed.getPropertyValue(name).trim();
  const pixels = (name: string) => Number.parseFloat(text(name));
  const rem = Number.parseFloat(computed.fontSize);
  const fontSize = (name: string) => pixels(name) * rem;
  const colors = new Map<string, string>();
  return {
    ground: {
      isoline: text('--isoline'),
      isolineWidth: pixels('--isoline-w'),
      indexIsoline: text('--isoline-index'),
      indexIsolineWidth: pixels('--isoline-index-w'),
      label: text('--map-label'),
      labelFont: `italic 400 ${fontSize('--t-tick')}px ${text('--serif')}`,
    },
    ramp: Array.from({ length: BANDS }, (_, i) => inFull(text(`--band-${String(i).padStart(2, '0')}`))),
    heads: {
      halo: text('--halo'),
      radius: pixels('--head'),
      font: `600 ${fontSize('--t-body')}px ${text('--sans')}`,
      lineHeight: fontSize('--t-body') * 1.2,
    },
    numbers: {
      font: `400 ${fontSize('--t-tick')}px ${text('--sans')}`,
      lineHeight: fontSize('--t-tick') * 1.1,
      color: text('--ink-2'),
    },
    path: pixels('--path'),
    pathFocus: pixels('--path-focus'),
    pathHalo: pixels('--path-halo'),
    pathAhead: pixels('--path-ahead'),
    color(property) {
      const known = colors.get(property);
      if (known !== undefined) return known;
      const color = text(property);
      colors.set(property, color);
      return color;
    },
  };
}

let pen: CanvasRenderingContext2D | null = null;

/** A colour as `#rrggbb`: the built stylesheet has shorter forms of some. */
function inFull(color: string): string {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return color;
  pen.fillStyle = color;
  return pen.fillStyle;
}
