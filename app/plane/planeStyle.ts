import type { GroundStyle } from './drawGround.ts';
import type { HeadStyle } from './drawHeads.ts';

/** The theme's values as the canvases need them, read from its custom properties. */
export interface PlaneStyle {
  readonly ground: GroundStyle;
  readonly ramp: readonly string[];
  readonly heads: HeadStyle;
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
  return {
    ground: {
      isoline: text('--isoline'),
      isolineWidth: pixels('--isoline-w'),
      indexIsoline: text('--isoline-index'),
      indexIsolineWidth: pixels('--isoline-index-w'),
      label: text('--map-label'),
      labelFont: `italic 400 ${fontSize('--t-tick')}px ${text('--serif')}`,
    },
    ramp: Array.from({ length: BANDS }, (_, i) => text(`--band-${String(i).padStart(2, '0')}`)),
    heads: {
      halo: text('--halo'),
      radius: pixels('--head'),
      font: `600 ${fontSize('--t-body')}px ${text('--sans')}`,
      lineHeight: fontSize('--t-body') * 1.2,
    },
    path: pixels('--path'),
    pathFocus: pixels('--path-focus'),
    pathHalo: pixels('--path-halo'),
    pathAhead: pixels('--path-ahead'),
    color: text,
  };
}
