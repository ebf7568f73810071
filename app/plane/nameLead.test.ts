import { describe, expect, test } from 'vitest';
import { boxBeside, overlap, type Box } from './labelSolver.ts';
import { crosses } from './leaderLine.ts';
import type { Named, PlacedName } from './nameColumn.ts';
import { createNameSolver } from './nameSolver.ts';

const SIZE = { height: 18, radius: 7 };
const FRAME = { width: 784, height: 412 };

const isInside = ({ x, y, width, height }: Box) =>
  x >= 0 && y >= 0 && x + width <= FRAME.width && y + height <= FRAME.height;

describe('names that have no place beside their heads', () => {
  const heads = (count: number): Named[] =>
    Array.from({ length: count }, (_, id) => ({
      id,
      x: 390 + (id % 4),
      y: 200 - (id % 3),
      width: 40 + 5 * id,
      priority: id === 1 ? 1 : 0,
    }));
  /** What stands around the heads, so that nothing has a place beside them. */
  const around = [
    { x: 280, y: 160, width: 106, height: 76 },
    { x: 400, y: 160, width: 106, height: 76 },
    { x: 370, y: 160, width: 46, height: 30 },
    { x: 370, y: 212, width: 46, height: 24 },
  ];

  for (const count of [3, 4, 12])
    test(`stand further off, led to them: ${count} at one place`, () => {
      for (const obstacles of [[], around]) {
        const solver = createNameSolver();
        const names = solver.place(heads(count), obstacles, FRAME, SIZE);
        expect(names.size).toBe(count);
        const boxes = [...names.values()];
        boxes.forEach((name, i) => {
          expect(isInside(name)).toBe(true);
          for (const other of [...boxes.slice(i + 1), ...obstacles]) expect(overlap(name, other)).toBe(0);
        });
        if (obstacles === around) for (const { leader } of boxes) expect(leader).not.toBeNull();
        // At rest nothing moves any more.
        expect(solver.place(heads(count), obstacles, FRAME, SIZE)).toEqual(names);
      }
    });

  test('stay there while their heads tremble, and come back beside them when there is room', () => {
    const solver = createNameSolver();
    const [head] = heads(1);
    const tremble = (by: number, obstacles: readonly Box[]) =>
      solver.place([{ ...head, x: head.x + by }], obstacles, FRAME, SIZE).get(0) as PlacedName;
    const first = tremble(0, around);
    for (const by of [1, -1.5, 0.5]) expect(tremble(by, around).x).toBeCloseTo(first.x + by, 9);
    // A place that is nearer but not beside the head does not draw it away.
    const farther = createNameSolver();
    const wall = { x: 270, y: 100, width: 400, height: 200 };
    const far = farther.place([head], [wall], FRAME, SIZE).get(0);
    expect(far?.leader).not.toBeNull();
    expect(farther.place([head], around, FRAME, SIZE).get(0)).toEqual(far);
    expect(tremble(0, []).leader).toBeNull();
  });

  test('let their lines cross no other text where that can be', () => {
    const [head] = heads(1);
    // A small text on each of the eight places beside the head, with room between them.
    const texts = Array.from({ length: 8 }, (_, place) => {
      const box = boxBeside(head.x, head.y, { width: head.width, height: SIZE.height }, 14, place);
      return { x: box.x + box.width / 2 - 3, y: box.y + box.height / 2 - 3, width: 6, height: 6 };
    });
    const name = createNameSolver().place([head], texts, FRAME, SIZE).get(0) as PlacedName;
    expect(name.leader).not.toBeNull();
    for (const text of texts)
      expect(crosses({ from: [head.x, head.y], to: name.leader ?? [0, 0] }, text)).toBe(false);
  });

  test('that of the focused run is found a place far off before it is missing', () => {
    const wide = { x: 210, y: 20, width: 380, height: 360 };
    const names = createNameSolver().place(heads(3), [wide], FRAME, SIZE);
    expect([...names.keys()]).toEqual([1]);
  });
});

test('the lines of a column cross no other text where it has room elsewhere', () => {
  const crowd: Named[] = Array.from({ length: 5 }, (_, id) => ({
    id,
    x: 390,
    y: 200,
    width: 50,
    priority: 0,
  }));
  const text = { x: 398, y: 212, width: 120, height: 20 };
  const names = createNameSolver().place(crowd, [text], FRAME, SIZE);
  expect(names.size).toBe(5);
  for (const { leader } of names.values())
    expect(crosses({ from: [390, 200], to: leader ?? [0, 0] }, text)).toBe(false);
});
