import { describe, expect, test } from 'vitest';
import { lineGround, surveyGround, type Ground } from '../../src/ground/paintGround.ts';
import type { Isolines } from '../../src/ground/isolines.ts';
import type { View } from '../../src/ground/grid.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { placeIsolineLabels, type Obstacles, type PlacedLabel } from './isolineLabels.ts';

const size = { width: 784, height: 412 };
const view: View = { ...size, window: { x: [-2.474, 2.474], y: [-0.4, 2.2] }, pixelRatio: 1 };
const rosenbrock = createProblem({ id: 'rosenbrock', params: { a: 1, b: 100 }, scale: 1, rotation: 0 });
const ground = surveyGround(view, rosenbrock);
const isolines = lineGround(ground);
const measure = (text: string) => 7 * text.length;
const nothing: Obstacles = { paths: [], rectangles: [] };
const place = (obstacles: Obstacles, lines: Isolines = isolines, { levels }: Ground = ground) =>
  placeIsolineLabels(lines, levels.levels, obstacles, size, measure);

/** The corners and the middle line of a label. */
function outline({ x, y, angle, width, height }: PlacedLabel): [number, number][] {
  return [-1, -0.5, 0, 0.5, 1].flatMap((part) =>
    [-1, 1].map((side): [number, number] => {
      const [along, across] = [(part * width) / 2, (side * height) / 2];
      return [
        x + along * Math.cos(angle) - across * Math.sin(angle),
        y + along * Math.sin(angle) + across * Math.cos(angle),
      ];
    }),
  );
}

function distanceToSegment([x, y]: [number, number], [ax, ay, bx, by]: readonly number[]): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const part =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay));
}

/** The parabola y = x² of the valley, in pixels. */
const valley = Array.from({ length: 300 }, (_, i) => -1.5 + i / 100).flatMap((x) => [
  ((x + 2.474) / 4.948) * 784,
  ((2.2 - x * x) / 2.6) * 412,
]);

describe('labels', () => {
  const labels = place(nothing);

  test('are four to six, on index lines, with their values', () => {
    expect(labels.length).toBeGreaterThanOrEqual(4);
    expect(labels.length).toBeLessThanOrEqual(6);
    for (const { level, text } of labels) {
      expect(ground.levels.levels[level].isIndex).toBe(true);
      expect(['0.1', '1', '10', '100', '1,000']).toContain(text);
    }
    expect(new Set(labels.map(({ text }) => text)).size).toBeGreaterThanOrEqual(4);
  });

  test('lie on a line of their level and along it', () => {
    for (const { level, x, y, angle } of labels) {
      let nearest = { distance: Infinity, slant: 0 };
      for (const [line, other] of isolines.levels.entries()) {
        if (other !== level) continue;
        for (let p = isolines.starts[line]; p < isolines.starts[line + 1] - 1; p++) {
          const segment = isolines.coordinates.slice(2 * p, 2 * p + 4);
          const distance = distanceToSegment([x, y], [...segment]);
          const slant = Math.atan2(segment[3] - segment[1], segment[2] - segment[0]);
          if (distance < nearest.distance) nearest = { distance, slant };
        }
      }
      expect(nearest.distance).toBeLessThan(1.5);
      expect(Math.abs(Math.sin(nearest.slant - angle))).toBeLessThan(0.15);
    }
  });

  test('are never upside down', () => {
    for (const { angle } of labels) {
      expect(angle).toBeGreaterThan(-Math.PI / 2);
      expect(angle).toBeLessThanOrEqual(Math.PI / 2);
    }
  });

  test('keep 10 px from the frame and 70 px from each other', () => {
    for (const [i, label] of labels.entries())
      for (const [x, y] of outline(label)) {
        expect(Math.min(x, y, size.width - x, size.height - y)).toBeGreaterThanOrEqual(10);
        for (const other of labels.slice(i + 1))
          for (const [ox, oy] of outline(other)) expect(Math.hypot(x - ox, y - oy)).toBeGreaterThan(69);
      }
  });

  test('are the same for the same ground', () => {
    expect(place(nothing)).toEqual(labels);
  });

  test('keep 26 px from every path', () => {
    const paths = [valley, [100, 380, 700, 390]];
    const kept = place({ paths, rectangles: [] });
    expect(kept.length).toBeGreaterThan(1);
    expect(kept).not.toEqual(labels);
    for (const label of kept)
      for (const corner of outline(label))
        for (const path of paths)
          for (let i = 0; i + 3 < path.length; i += 2)
            expect(distanceToSegment(corner, path.slice(i, i + 4))).toBeGreaterThanOrEqual(26);
  });

  test('keep clear of rectangles', () => {
    const rectangles = labels.map(({ x, y }) => ({ x: x - 20, y: y - 10, width: 40, height: 20 }));
    const kept = place({ paths: [], rectangles });
    expect(kept.length).toBeGreaterThan(1);
    for (const label of kept)
      for (const [x, y] of outline(label))
        for (const box of rectangles)
          expect(x < box.x || y < box.y || x > box.x + box.width || y > box.y + box.height).toBe(true);
  });

  test('of a path that diverges only what is in the plot counts', () => {
    const away = [400, -50, 1e300, -1e300, Number.NaN, Number.NaN, -1e9, 900, Infinity, 3];
    expect(place({ paths: [away], rectangles: [] })).toEqual(labels);
    const through = place({ paths: [[-1e8, 206, 1e8, 206]], rectangles: [] });
    for (const label of through)
      for (const [, y] of outline(label)) expect(Math.abs(y - 206)).toBeGreaterThanOrEqual(26);
  });

  test('a single point is kept clear of, too', () => {
    const { x, y } = labels[0];
    for (const label of place({ paths: [[x, y]], rectangles: [] }))
      for (const corner of outline(label))
        expect(Math.hypot(corner[0] - x, corner[1] - y)).toBeGreaterThanOrEqual(26);
  });

  test('a second label of a level is far from the first', () => {
    const bowl = createProblem({ id: 'bowl', params: { kappa: 1 }, scale: 1, rotation: 0 });
    const round = surveyGround({ ...view, window: { x: [-5.7, 5.7], y: [-3, 3] } }, bowl);
    const found = place(nothing, lineGround(round), round);
    for (const [i, label] of found.entries())
      for (const other of found.slice(i + 1))
        if (label.text === other.text)
          expect(Math.hypot(label.x - other.x, label.y - other.y)).toBeGreaterThan(240);
  });
});
