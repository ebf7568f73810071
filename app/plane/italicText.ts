/** Measures texts in the map's italic, in CSS pixels. */
export interface TextMeasure {
  readonly width: (text: string) => number;
  /** Of a line. */
  readonly height: number;
  /** The size of text as a factor of the usual one. */
  readonly unit: number;
  /** False while fonts are on their way: what is measured then is to be measured again. */
  readonly isFinal: boolean;
}

/** Pixels of the usual text, as `--t-read` has it at a root of 16. */
const USUAL = 17;
/** Room of a line beside its letters' size. */
const LINE = 1.18;
/** More than this are hardly in use. */
const MOST_KEPT = 500;

/** The theme's font of what is written on the map, as CSS has it. */
export function italicFont(root: HTMLElement): string {
  const computed = getComputedStyle(root);
  const size =
    Number.parseFloat(computed.getPropertyValue('--t-read')) * Number.parseFloat(computed.fontSize);
  return `italic 400 ${size}px ${computed.getPropertyValue('--serif')}`;
}

/** @param font with its size in pixels */
export function italicMeasure(font: string, isFinal: boolean): TextMeasure {
  const ctx = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  ctx.font = font;
  const known = new Map<string, number>();
  const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? String(USUAL));
  return {
    isFinal,
    height: size * LINE,
    unit: size / USUAL,
    width(text) {
      let width = known.get(text);
      if (width === undefined) {
        if (known.size >= MOST_KEPT) known.clear();
        width = ctx.measureText(text).width;
        known.set(text, width);
      }
      return width;
    },
  };
}
