import type { Theme } from '../../src/scene/scene.ts';
import type { SamplesStyle } from './samplesPainter.ts';

export interface FigureStyle extends SamplesStyle {
  /** Height of an axis's numbers in pixels. */
  readonly text: number;
  color(property: string): string;
}

/** The theme's values as the figure needs them. @param theme is set on the root already */
export function readSamplesStyle(root: HTMLElement, theme: Theme): FigureStyle {
  const computed = getComputedStyle(root);
  const text = (name: string) => computed.getPropertyValue(name).trim();
  const rem = Number.parseFloat(computed.fontSize);
  const colors = new Map<string, string>();
  const color = (property: string) => {
    const known = colors.get(property) ?? text(property);
    colors.set(property, known);
    return known;
  };
  const isLarge = theme === 'projector';
  return {
    negative: color('--class-negative'),
    positive: color('--class-positive'),
    ink: color('--ink'),
    halo: color('--halo'),
    mark: (isLarge ? 5 : 3.25) * (rem / 16),
    line: Number.parseFloat(text('--path')),
    focusLine: isLarge ? 5 : 3,
    text: Number.parseFloat(text('--t-tick')) * rem,
    color,
  };
}
