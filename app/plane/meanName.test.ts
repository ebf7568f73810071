import { expect, test } from 'vitest';
import { isFree, type Box } from './labelSolver.ts';
import { boxesOf, placeMeanName } from './meanName.ts';

const ELLIPSE = { x: 200, y: 120, major: 40, minor: 12, angle: 0.4 };
const NAME = { width: 110, height: 16 };
const FRAME = { width: 600, height: 400 };
const noInk = () => 0;

test('the name stands beside the mean, clear of its ellipse', () => {
  const { box } = placeMeanName(ELLIPSE, NAME, boxesOf(ELLIPSE), FRAME, noInk, null);
  expect(isFree(box, boxesOf(ELLIPSE), FRAME)).toBe(true);
  const dx = Math.max(box.x - ELLIPSE.x, ELLIPSE.x - box.x - box.width, 0);
  const dy = Math.max(box.y - ELLIPSE.y, ELLIPSE.y - box.y - box.height, 0);
  expect(Math.hypot(dx, dy)).toBeLessThan(40);
});

test('it moves out where all around is taken, and stays there while it can', () => {
  const crowd: Box = { x: 140, y: 70, width: 120, height: 100 };
  const far = placeMeanName(ELLIPSE, NAME, [crowd], FRAME, noInk, null);
  expect(isFree(far.box, [crowd], FRAME)).toBe(true);
  const next = placeMeanName({ ...ELLIPSE, x: 203 }, NAME, [], FRAME, noInk, far);
  expect(next.gap).toBe(far.gap);
  expect(next.box.place).toBe(far.box.place);
});

test('it keeps off paths where it can, and is there all the same where it cannot', () => {
  const onTheRight = ({ x }: Box) => (x > 200 ? 1 : 0);
  const { box } = placeMeanName(ELLIPSE, NAME, [], FRAME, onTheRight, null);
  expect(box.x).toBeLessThanOrEqual(200);
  const everywhere = placeMeanName(ELLIPSE, NAME, [{ x: 0, y: 0, ...FRAME }], FRAME, () => 1, null);
  expect(everywhere.box.width).toBe(110);
});
