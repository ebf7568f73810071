import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { createFurnisher, type Room } from './furniture.ts';
import type { TextMeasure } from './italicText.ts';
import { overlap, type Box } from './labelSolver.ts';
import { fitDomain, panBy, xToPixel, yToPixel, zoomAbout } from './viewport.ts';

const measure: TextMeasure = { width: (text) => 8 * text.length, height: 20, unit: 1, isFinal: true };
const rosenbrock = createProblem({ id: 'rosenbrock', params: { a: 1, b: 100 }, scale: 1, rotation: 0 });
const HOME = fitDomain(rosenbrock.domain, 784, 412);
const controls = { x: 740, y: 10, width: 34, height: 130 };
const key = { x: 512, y: 364, width: 262, height: 38 };

const room = (changed: Partial<Room> = {}): Room => ({
  problem: rosenbrock,
  start: [-1.5, 2],
  startName: (x, y) => `start (${x}, ${y})`,
  viewport: HOME,
  reserved: [controls, key],
  measure,
  ink: () => 0,
  ...changed,
});

const isInside = ({ x, y, width, height }: Box) => x >= 0 && y >= 0 && x + width <= 784 && y + height <= 412;

describe('the names of points', () => {
  test('say where they are, and stand beside them: that of the start to its left', () => {
    const { startText, startBox, start, marks } = createFurnisher()(room());
    expect(startText).toBe('start (−1.5, 2)');
    expect(startBox.x + startBox.width).toBeLessThan(start.x);
    expect(start).toEqual({ x: xToPixel(HOME, -1.5), y: yToPixel(HOME, 2), arrow: null });
    expect(marks).toMatchObject([{ kind: 'minimizer', text: 'minimizer (1, 1)' }]);
  });

  test('cover neither each other nor what is reserved, wherever the start is', () => {
    const coordinate = fc.integer({ min: -240, max: 240 }).map((n) => n / 100);
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const { startBox, marks } = createFurnisher()(room({ start: [x, y] }));
        const names = [startBox, ...marks.flatMap(({ box }) => box ?? [])];
        expect(overlap(names[0], names[1])).toBe(0);
        for (const name of names) {
          expect(isInside(name)).toBe(true);
          for (const other of [controls, key]) expect(overlap(name, other)).toBe(0);
        }
      }),
      REPEATABLE,
    );
  });

  test('keep clear of paths, and stay where they are as long as that is as good', () => {
    const furnish = createFurnisher();
    const isLeft = ({ x }: Box) => (x < xToPixel(HOME, -1.5) - 20 ? 0.4 : 0);
    const moved = furnish(room({ ink: isLeft })).startBox;
    expect(moved.x).toBeGreaterThan(xToPixel(HOME, -1.5) - 90);
    const { startBox } = furnish(room({ start: [-1.49, 2] }));
    expect(startBox.place).toBe(moved.place);
  });

  test('are the same object when nothing has moved', () => {
    const furnish = createFurnisher();
    expect(furnish(room())).toBe(furnish(room({ start: [-1.5, 2] })));
    expect(furnish(room())).not.toBe(furnish(room({ start: [-1.4, 2] })));
  });

  test('are left out where there are many of a kind', () => {
    const himmelblau = createProblem({ id: 'himmelblau', params: {}, scale: 1, rotation: 0 });
    const viewport = fitDomain(himmelblau.domain, 784, 412);
    const { marks } = createFurnisher()(room({ problem: himmelblau, viewport }));
    expect(marks.map(({ kind }) => kind).sort()).toEqual([
      ...Array(4).fill('minimizer'),
      ...Array(4).fill('saddle'),
    ]);
    expect(marks.every(({ text }) => text === null)).toBe(true);
  });
});

describe('a start outside the window', () => {
  test('is shown by an arrow at the edge that points to it, with its name', () => {
    const viewport = panBy(HOME, -300, 0);
    const { start, startBox } = createFurnisher()(room({ viewport }));
    expect(start.x).toBe(16);
    expect(start.y).toBeCloseTo(yToPixel(HOME, 2), 9);
    // To the left.
    expect(Math.cos(start.arrow ?? 0)).toBeCloseTo(-1, 9);
    expect(isInside(startBox)).toBe(true);
  });

  test('is pointed at from beside the controls, never from under them', () => {
    const viewport = zoomAbout(HOME, 0, 412, 6);
    for (const start of [
      [2.3, 2],
      [2, 3],
      [2.3, -0.3],
    ] as const) {
      const { start: stand } = createFurnisher()(room({ viewport, start: [...start] }));
      const box = { x: stand.x - 14, y: stand.y - 14, width: 28, height: 28 };
      expect(stand.arrow).not.toBeNull();
      expect(overlap(box, controls)).toBe(0);
      expect(overlap(box, key)).toBe(0);
      expect(isInside(box)).toBe(true);
    }
  });
});
