import type { Isolines } from '../../src/ground/isolines.ts';
import type { Level } from '../../src/ground/levels.ts';
import type { PlacedLabel } from './isolineLabels.ts';

/** What the ground's worker has painted so far. */
export interface DrawnGround {
  /** The bands, one pixel a device pixel of the canvas. */
  readonly image: ImageData;
  /** `#rrggbb`, one a band. */
  readonly bandColors: readonly string[];
  readonly levels: readonly Level[];
  /** CSS pixels; null until they arrive. */
  readonly isolines: Isolines | null;
  readonly labels: readonly PlacedLabel[];
}

/** The theme's values; lengths in CSS pixels. */
export interface GroundStyle {
  readonly isoline: string;
  readonly isolineWidth: number;
  readonly indexIsoline: string;
  readonly indexIsolineWidth: number;
  readonly label: string;
  /** A CSS font: serif italic 13 px. */
  readonly labelFont: string;
}

/** Width of a label's halo, on each side of its strokes. */
const HALO = 2.5;

/**
 * Draws the ground from the canvas's top left: bands, isolines, labels.
 * @param pixelRatio device pixels a CSS pixel
 */
export function drawGround(
  ctx: CanvasRenderingContext2D,
  { image, bandColors, levels, isolines, labels }: DrawnGround,
  style: GroundStyle,
  pixelRatio: number,
): void {
  ctx.save();
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  ctx.putImageData(image, 0, 0);
  if (isolines !== null) {
    ctx.lineJoin = 'round';
    ctx.strokeStyle = style.isoline;
    ctx.lineWidth = style.isolineWidth;
    strokeIsolines(ctx, isolines, (level) => !levels[level].isIndex);
    ctx.strokeStyle = style.indexIsoline;
    ctx.lineWidth = style.indexIsolineWidth;
    strokeIsolines(ctx, isolines, (level) => levels[level].isIndex);
  }
  ctx.font = style.labelFont;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = style.label;
  ctx.lineWidth = 2 * HALO;
  ctx.lineJoin = 'round';
  for (const label of labels) drawLabel(ctx, label, bandColors[label.level]);
  ctx.restore();
}

/** All in one path: where translucent lines meet, they do not darken. */
function strokeIsolines(
  ctx: CanvasRenderingContext2D,
  { coordinates, starts, levels }: Isolines,
  isChosen: (level: number) => boolean,
): void {
  ctx.beginPath();
  for (let line = 0; line < levels.length; line++) {
    if (!isChosen(levels[line])) continue;
    ctx.moveTo(coordinates[2 * starts[line]], coordinates[2 * starts[line] + 1]);
    for (let point = starts[line] + 1; point < starts[line + 1]; point++)
      ctx.lineTo(coordinates[2 * point], coordinates[2 * point + 1]);
  }
  ctx.stroke();
}

function drawLabel(ctx: CanvasRenderingContext2D, label: PlacedLabel, halo: string): void {
  ctx.save();
  ctx.translate(label.x, label.y);
  ctx.rotate(label.angle);
  ctx.strokeStyle = halo;
  // Digits stand on the baseline: half their height below the line, they are centred on it.
  ctx.strokeText(label.text, 0, label.height / 2);
  ctx.fillText(label.text, 0, label.height / 2);
  ctx.restore();
}
