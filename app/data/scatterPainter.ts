import type { SamplesStyle } from './samplesPainter.ts';
import type { ScatterScale } from './scatterScale.ts';

const DOT = 1.75;
const OPACITY = 0.5;

/** Draws the gradients of batches as dots. */
export function drawDots(
  ctx: CanvasRenderingContext2D,
  { x, y }: ScatterScale,
  dots: ArrayLike<number>,
  { ink, mark }: Pick<SamplesStyle, 'ink' | 'mark'>,
): void {
  const radius = Math.max(DOT, mark / 2);
  ctx.fillStyle = ink;
  ctx.globalAlpha = OPACITY;
  for (let k = 0; k < dots.length; k += 2) {
    ctx.beginPath();
    ctx.arc(x.offset + x.scale * dots[k], y.offset + y.scale * dots[k + 1], radius, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}
