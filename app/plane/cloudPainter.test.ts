import { expect, test } from 'vitest';
import { taskKey } from '../../src/scene/scene.ts';
import { createMember } from '../engine/background.ts';
import type { Cloud } from '../noise/cloud.ts';
import { computed, noisyBowl } from '../noise/cloudFixture.ts';
import { tasksWithSeeds } from '../noise/seeds.ts';
import { createCloudPainter, type CloudScene } from './cloudPainter.ts';
import { mapPlane } from './mapPlane.ts';
import type { PlaneStyle } from './planeStyle.ts';
import { fitDomain } from './viewport.ts';

/** A canvas that counts what is stroked and filled on it since it was emptied. */
function createCanvas() {
  const counts = { strokes: 0, fills: 0, texts: [] as string[] };
  const ctx = {
    canvas: { width: 400, height: 300 },
    clearRect: () => Object.assign(counts, { strokes: 0, fills: 0, texts: [] }),
    stroke: () => (counts.strokes += 1),
    fill: () => (counts.fills += 1),
    fillText: (text: string) => counts.texts.push(text),
    measureText: (text: string) => ({ width: 6 * text.length }),
  };
  const nothing = () => {};
  const canvas = new Proxy(ctx, {
    get: (target, name) => (name in target ? target[name as keyof typeof target] : nothing),
  });
  return { counts, ctx: canvas as unknown as CanvasRenderingContext2D };
}

const style = {
  color: () => '#004f9e',
  heads: { halo: '#fff' },
  numbers: { lineHeight: 14 },
  ground: { labelFont: 'italic 13px serif' },
} as unknown as PlaneStyle;

const SCENE: CloudScene = {
  viewport: fitDomain({ x: [-5, 5], y: [-3, 3] }, 400, 300),
  plane: mapPlane({ kind: 'parameters', origin: [0, 0], u: [1, 0], v: [0, 1], axes: ['x', 'y'] }, 30),
  pixelRatio: 1,
  style,
  color: '--run-2',
  obstacles: () => [],
  ink: () => 0,
};

function openCloud(noise: number, seeds = 5) {
  const task = noisyBowl({ kappa: 3, noise, steps: 30 }, 0.1);
  const tasks = tasksWithSeeds(task, seeds);
  const cloud: Cloud = { task, run: 0, members: tasks.map(createMember) };
  const ends = new Map(tasks.map((one) => [taskKey(one), computed(one)]));
  const arrive = (count: number) => {
    for (const member of cloud.members.slice(0, count)) Object.assign(member, ends.get(taskKey(member.task)));
  };
  const [paths, mean, now] = [createCanvas(), createCanvas(), createCanvas()];
  const painter = createCloudPainter({ paths: paths.ctx, mean: mean.ctx, now: now.ctx });
  return { cloud, arrive, painter, paths: paths.counts, mean: mean.counts, now: now.counts };
}

const never = () => false;

test('paths are added as they come, the mean once all have', () => {
  const { cloud, arrive, painter, paths, mean } = openCloud(1);
  arrive(3);
  expect(painter.paint(cloud, SCENE, never)).toBe(true);
  expect([paths.strokes, mean.strokes]).toEqual([3, 0]);
  arrive(5);
  painter.paint(cloud, SCENE, never);
  // Each dot of the mean has a halo below it.
  expect([paths.strokes, mean.strokes]).toEqual([5, 2]);
  painter.paint({ ...cloud }, SCENE, never);
  expect([paths.strokes, mean.strokes]).toEqual([5, 2]);
});

test('what does not fit into a frame is drawn in the next', () => {
  const { cloud, arrive, painter, paths } = openCloud(1);
  arrive(5);
  let asked = 0;
  expect(painter.paint(cloud, SCENE, () => (asked += 1) > 2)).toBe(false);
  expect(paths.strokes).toBe(2);
  expect(painter.paint(cloud, SCENE, never)).toBe(true);
  expect(paths.strokes).toBe(5);
});

test('at the playhead are a dot a seed, the ellipse and its name', () => {
  const { cloud, arrive, painter, now } = openCloud(1);
  arrive(5);
  painter.paintNow(cloud, SCENE, 12.5);
  expect(now.fills).toBe(5 + 2);
  expect(now.texts).toEqual(['mean of 5 seeds']);
  painter.paintNow(null, SCENE, 12.5);
  expect(now).toEqual({ strokes: 0, fills: 0, texts: [] });
});

test('seeds that all give one path show nothing, also where that was not known at first', () => {
  const { cloud, arrive, painter, paths, mean, now } = openCloud(0);
  arrive(3);
  painter.paint(cloud, SCENE, never);
  expect(paths.strokes).toBe(3);
  arrive(5);
  painter.paint(cloud, SCENE, never);
  painter.paintNow(cloud, SCENE, 12);
  expect([paths.strokes, mean.strokes, now.fills]).toEqual([0, 0, 0]);
});
