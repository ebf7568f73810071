import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapMessages as say } from '../../src/messages/map.ts';
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
  startName: (coordinates) => `start (${coordinates.join(', ')})`,
  viewport: HOME,
  reserved: [controls, key],
  measure,
  ink: () => 0,
  heads: [],
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

  test('in a plane of time have one coordinate: the start at its left end, the minimizer at its right', () => {
    const problem = createProblem({ id: 'reddi', params: { variant: 'theorem' }, scale: 1, rotation: 0 });
    const viewport = fitDomain(problem.domain, 784, 412, 'time');
    const { startText, start, marks } = createFurnisher()(
      room({ problem, viewport, start: [0.25], startName: say.start }),
    );
    expect(startText).toBe('start x = 0.25');
    expect(start).toEqual({ x: xToPixel(viewport, 0), y: yToPixel(viewport, 0.25), arrow: null });
    expect(marks).toMatchObject([
      { x: xToPixel(viewport, 1), y: yToPixel(viewport, -1), text: 'minimizer x = −1' },
    ]);
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

  test('make way for the markers of runs, and come back when these have gone', () => {
    const furnish = createFurnisher();
    const minimizerBox = (heads: readonly Box[]) => furnish(room({ heads })).marks[0].box as Box;
    const markerAt = (x: number, y: number) => ({ x: x - 9, y: y - 9, width: 18, height: 18 });
    const first = minimizerBox([]);
    // Passing from the left to the right over the name, as it first stands beside its point.
    const middle = first.y + first.height / 2;
    const away = minimizerBox([markerAt(first.x + 20, middle)]);
    expect(overlap(away, first)).toBe(0);
    const end = first.x + first.width;
    const last = markerAt(end + 2, middle);
    expect(overlap(minimizerBox([last]), last)).toBe(0);
    // Just past it the place is free, but only a clear distance brings the name back.
    expect(minimizerBox([markerAt(end + 12, middle)])).toEqual(away);
    expect(minimizerBox([markerAt(end + 24, middle)])).toEqual(first);
    // Once back, it stays until the next marker stands on it.
    expect(minimizerBox([markerAt(end + 12, middle)])).toEqual(first);
  });

  test('stand on a marker only where all around is taken', () => {
    const heads = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 766 }), y: fc.integer({ min: 0, max: 394 }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(heads, heads, (before, now) => {
        const furnish = createFurnisher();
        const markers = (points: typeof now) => points.map((point) => ({ ...point, width: 18, height: 18 }));
        furnish(room({ heads: markers(before) }));
        const { startBox, marks } = furnish(room({ heads: markers(now) }));
        for (const name of [startBox, ...marks.flatMap(({ box }) => box ?? [])])
          for (const marker of markers(now)) expect(overlap(name, marker)).toBe(0);
      }),
      REPEATABLE,
    );
  });

  test('stand further off rather than on a marker', () => {
    const [x, y] = [xToPixel(HOME, 1), yToPixel(HOME, 1)];
    const heads = [-1, 0, 1].flatMap((i) =>
      [-1, 0, 1].map((j) => ({ x: x + 24 * i - 8, y: y + 24 * j - 8, width: 16, height: 16 })),
    );
    const [{ box }] = createFurnisher()(room({ heads })).marks;
    for (const head of heads) expect(overlap(head, box as Box)).toBe(0);
  });

  test('leave a path that has come to rest under them, but do not jump about while the start moves', () => {
    const furnish = createFurnisher();
    const first = furnish(room()).startBox;
    const ink = (box: Box) => (overlap(box, first) > 0 ? 0.2 : 0);
    const atRest = furnish(room({ ink })).startBox;
    expect(atRest.place).not.toBe(first.place);
    const everywhere = () => 0.2;
    const kept = furnish(room({ ink: everywhere })).startBox;
    expect(furnish(room({ ink: everywhere, start: [-1.49, 2] })).startBox.place).toBe(kept.place);
    expect(furnish(room({ ink: everywhere, start: [-1.4, 1.9] })).startBox.place).toBe(kept.place);
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
