import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { overlap, type Box } from './labelSolver.ts';
import type { Named, PlacedName } from './nameColumn.ts';
import { createNameSolver } from './nameSolver.ts';

const SIZE = { height: 18, radius: 7 };
const FRAME = { width: 784, height: 412 };

const heads = (frame: Pick<Box, 'width' | 'height'>, most = 12) =>
  fc
    .array(
      fc.record({
        x: fc.integer({ min: 0, max: 8 * frame.width }).map((n) => n / 8),
        y: fc.integer({ min: 0, max: 8 * frame.height }).map((n) => n / 8),
        width: fc.integer({ min: 20, max: 110 }),
        priority: fc.constantFrom(0, 0, 0, 1, 2),
      }),
      { maxLength: most },
    )
    .map((all) => all.map((head, id): Named => ({ id: 7 * id + 3, ...head })));

const frames = fc.record({
  width: fc.integer({ min: 200, max: 1300 }),
  height: fc.integer({ min: 150, max: 700 }),
});

/** Heads anywhere, or all about one place; a few obstacles. */
const scenes = frames.chain((frame) =>
  fc.record({
    frame: fc.constant(frame),
    heads: fc.tuple(heads(frame), fc.constantFrom(1, 0.3, 0.05, 0)).map(([all, spread]) =>
      all.map((head) => ({
        ...head,
        x: frame.width / 3 + spread * (head.x - frame.width / 3),
        y: frame.height / 2 + spread * (head.y - frame.height / 2),
      })),
    ),
    obstacles: fc.array(
      fc.record({
        x: fc.integer({ min: -20, max: frame.width }),
        y: fc.integer({ min: -20, max: frame.height }),
        width: fc.integer({ min: 5, max: 150 }),
        height: fc.integer({ min: 5, max: 60 }),
      }),
      { maxLength: 6 },
    ),
  }),
);

const markerOf = ({ x, y }: Named): Box => ({ x: x - 7, y: y - 7, width: 14, height: 14 });

function gather(count: number, x: number, y: number): Named[] {
  return Array.from({ length: count }, (_, id) => ({
    id,
    x: x + (id % 4),
    y: y - (id % 3),
    width: 40 + 5 * id,
    priority: id === 5 ? 1 : 0,
  }));
}

const isInside = ({ x, y, width, height }: Box, frame: Pick<Box, 'width' | 'height'>) =>
  x >= 0 && y >= 0 && x + width <= frame.width && y + height <= frame.height;

describe('names', () => {
  test('cover neither each other nor a marker nor an obstacle, and none leaves the frame', () => {
    let placed = 0;
    fc.assert(
      fc.property(scenes, ({ frame, heads, obstacles }) => {
        const names = [...createNameSolver().place(heads, obstacles, frame, SIZE).values()];
        placed += names.length;
        const others = [...obstacles, ...heads.map(markerOf)];
        names.forEach((name, i) => {
          expect(isInside(name, frame)).toBe(true);
          for (const other of [...names.slice(i + 1), ...others]) expect(overlap(name, other)).toBe(0);
        });
      }),
      REPEATABLE,
    );
    expect(placed).toBeGreaterThan(200);
  });

  test('do so from frame to frame as well, whatever was before', () => {
    fc.assert(
      fc.property(scenes, scenes, ({ frame, heads, obstacles }, before) => {
        const solver = createNameSolver();
        solver.place(before.heads, before.obstacles, before.frame, SIZE);
        const names = [...solver.place(heads, obstacles, frame, SIZE).values()];
        names.forEach((name, i) => {
          expect(isInside(name, frame)).toBe(true);
          for (const other of [...names.slice(i + 1), ...obstacles]) expect(overlap(name, other)).toBe(0);
        });
      }),
      REPEATABLE,
    );
  });

  test('stand beside their markers where there is room for all', () => {
    const apart: Named[] = [
      { id: 1, x: 100, y: 90, width: 60, priority: 0 },
      { id: 2, x: 400, y: 210, width: 90, priority: 1 },
      { id: 9, x: 600, y: 330, width: 40, priority: 0 },
    ];
    const names = createNameSolver().place(apart, [], FRAME, SIZE);
    for (const { id, x, y, width } of apart)
      expect(names.get(id)).toEqual({ x: x + 14, y: y - 9, width, height: 18, leader: null });
  });

  test('keep their places while their heads move a little, so that nothing jumps', () => {
    fc.assert(
      fc.property(
        heads(FRAME, 6),
        fc.array(fc.tuple(shift, shift), { minLength: 6, maxLength: 6 }),
        (points, moves) => {
          const solver = createNameSolver();
          // Twice: what was left out has no place to keep.
          solver.place(points, [], FRAME, SIZE);
          const before = solver.place(points, [], FRAME, SIZE);
          const moved = points.map((point, i) => ({
            ...point,
            x: point.x + moves[i][0],
            y: point.y + moves[i][1],
          }));
          const after = solver.place(moved, [], FRAME, SIZE);
          for (const [i, { id }] of points.entries()) {
            const [old, now] = [before.get(id), after.get(id)];
            if (!old || !now || old.leader || now.leader) continue;
            const carried: Box = { ...old, x: old.x + moves[i][0], y: old.y + moves[i][1] };
            const isFree =
              isInside(carried, { width: FRAME.width - 3, height: FRAME.height - 3 }) &&
              carried.x >= 3 &&
              carried.y >= 3 &&
              [...after].every(([other, box]) => other === id || overlap(carried, box) === 0) &&
              moved.every(
                (point) =>
                  overlap(carried, {
                    ...markerOf(point),
                    x: point.x - 8,
                    y: point.y - 8,
                    width: 16,
                    height: 16,
                  }) === 0,
              );
            // Another name may have taken the place before it; only a free one must be kept.
            if (isFree && points.every(({ priority }) => priority === 0)) {
              expect(now.x).toBeCloseTo(carried.x, 9);
              expect(now.y).toBeCloseTo(carried.y, 9);
            }
          }
        },
      ),
      REPEATABLE,
    );
  });

  test('stay with their runs though these change their order', () => {
    const solver = createNameSolver();
    const points: Named[] = [
      { id: 4, x: 770, y: 200, width: 60, priority: 0 },
      { id: 8, x: 300, y: 200, width: 60, priority: 0 },
    ];
    const before = solver.place(points, [], FRAME, SIZE);
    const [first, second] = points;
    // The first one’s place was to the left of its head; away from the edge it stays there.
    const after = solver.place([{ ...second }, { ...first, x: 500 }], [], FRAME, SIZE);
    expect(before.get(4)?.x).toBe(770 - 14 - 60);
    expect(after.get(4)?.x).toBe(500 - 14 - 60);
    expect(after.get(8)).toEqual(before.get(8));
  });

  test('avoid paths where another place is free', () => {
    const isRight = ({ x }: Box) => (x > 400 ? 0.3 : 0);
    const point: Named = { id: 1, x: 400, y: 200, width: 60, priority: 0 };
    expect(createNameSolver().place([point], [], FRAME, SIZE, isRight).get(1)?.x).toBeLessThan(400);
    const everywhere = () => 0.3;
    expect(createNameSolver().place([point], [], FRAME, SIZE, everywhere).get(1)?.x).toBe(414);
  });
});

const shift = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);

describe('many heads at one place', () => {
  const columnOf = (names: ReadonlyMap<number, PlacedName>) =>
    [...names].sort(([a], [b]) => a - b).map(([, name]) => name);

  test('have their names in a column beside it, in their order, each led to its head', () => {
    const names = columnOf(createNameSolver().place(gather(12, 390, 200), [], FRAME, SIZE));
    expect(names).toHaveLength(12);
    for (let i = 1; i < names.length; i++) {
      expect(names[i].y - names[i - 1].y).toBeCloseTo(18, 9);
      expect(names[i].x).toBe(names[0].x);
    }
    for (const { leader, x, y, height } of names) expect(leader).toEqual([x, y + height / 2]);
  });

  test('have it on the other side at the right edge, written up to it', () => {
    const names = columnOf(createNameSolver().place(gather(5, 760, 200), [], FRAME, SIZE));
    expect(names).toHaveLength(5);
    const ends = names.map(({ x, width }) => x + width);
    for (const end of ends) expect(end).toBeCloseTo(ends[0], 9);
    expect(ends[0]).toBeLessThan(760);
  });

  test('leave out the last where there is no room for all, but never the focused one or the one pointed at', () => {
    const frame = { width: 300, height: 150 };
    const points = gather(12, 140, 70).map((point) => ({
      ...point,
      priority: point.id === 11 ? 2 : point.priority,
    }));
    const names = createNameSolver().place(points, [], frame, SIZE);
    expect(names.size).toBeLessThan(12);
    expect(names.has(5)).toBe(true);
    expect(names.has(11)).toBe(true);
  });

  test('keep the column still while they tremble', () => {
    const solver = createNameSolver();
    const tremble = (by: number) => gather(6, 390 + by, 200 - by);
    const before = columnOf(solver.place(tremble(0), [], FRAME, SIZE));
    for (const by of [2, -1.5, 3, 0.5])
      expect(columnOf(solver.place(tremble(by), [], FRAME, SIZE))).toEqual(before);
  });

  test('let it go only when they are clearly apart', () => {
    const around = (distance: number): Named[] =>
      [
        [0, 0],
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ].map(([x, y], id) => ({ id, x: 300 + distance * x, y: 200 + distance * y, width: 15, priority: 0 }));
    const led = (names: ReadonlyMap<number, PlacedName>) =>
      [...names.values()].filter(({ leader }) => leader).length;
    const solver = createNameSolver();
    expect(led(solver.place(around(30), [], FRAME, SIZE))).toBe(0);
    expect(led(solver.place(around(20), [], FRAME, SIZE))).toBe(5);
    expect(led(solver.place(around(30), [], FRAME, SIZE))).toBe(5);
    expect(led(solver.place(around(40), [], FRAME, SIZE))).toBe(0);
  });

  test('on their way keep their lines when others join and leave, and are in order again at rest', () => {
    const solver = createNameSolver();
    const place = (points: readonly Named[], isMoving: boolean) =>
      solver.place(points, [], FRAME, SIZE, undefined, isMoving);
    const all = gather(7, 390, 200);
    const before = place(all.slice(1, 6), true);
    const joined = place(all, true);
    for (const { id } of all.slice(1, 6)) expect(joined.get(id)?.y).toBeCloseTo(before.get(id)?.y ?? 0, -1);
    expect(joined.size).toBe(7);
    const left = place(all.slice(0, 4), true);
    for (const { id } of all.slice(0, 4)) expect(left.get(id)?.y).toBeCloseTo(joined.get(id)?.y ?? 0, -1);
    const ys = columnOf(place(all, false)).map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
  });
});

test('on its way a name waits for its place when something passes, rather than jump; at rest it does not', () => {
  const point: Named = { id: 1, x: 300, y: 200, width: 60, priority: 0 };
  const passing: Named = { id: 2, x: 330, y: 200, width: 40, priority: 0 };
  const place = (isMoving: boolean, passes: boolean, solver = createNameSolver()) => {
    solver.place([point], [], FRAME, SIZE, undefined, isMoving);
    return solver.place(passes ? [point, passing] : [point], [], FRAME, SIZE, undefined, isMoving);
  };
  expect(place(true, true).has(1)).toBe(false);
  expect(place(false, true).get(1)?.x).not.toBe(314);
  const solver = createNameSolver();
  place(true, true, solver);
  expect(solver.place([point], [], FRAME, SIZE, undefined, true).get(1)?.x).toBe(314);
  // The focused run's name is never missing, and after a while no other's is.
  const focused = createNameSolver();
  const strong = { ...point, priority: 1 };
  focused.place([strong], [], FRAME, SIZE, undefined, true);
  expect(focused.place([strong, passing], [], FRAME, SIZE, undefined, true).has(1)).toBe(true);
  const patient = createNameSolver();
  place(true, true, patient);
  for (let i = 0; i < 60; i++) patient.place([point, passing], [], FRAME, SIZE, undefined, true);
  expect(patient.place([point, passing], [], FRAME, SIZE, undefined, true).has(1)).toBe(true);
});
