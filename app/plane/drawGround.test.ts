import { expect, test } from 'vitest';
import { drawGround, type DrawnGround, type GroundStyle } from './drawGround.ts';

const style: GroundStyle = {
  isoline: 'thin',
  isolineWidth: 0.6,
  indexIsoline: 'strong',
  indexIsolineWidth: 0.9,
  label: 'ink',
  labelFont: 'italic 13px serif',
};
const level = (value: number, isIndex: boolean) => ({ value, label: value, isIndex, staysInCrowd: isIndex });
const image = {} as ImageData;
const ground: DrawnGround = {
  image,
  bandColors: ['#111111', '#222222', '#333333'],
  levels: [level(0.68, false), level(1, true)],
  isolines: {
    coordinates: Float32Array.of(0, 0, 10, 5, 20, 5, 7, 7, 8, 9),
    starts: Uint32Array.of(0, 3, 5),
    levels: Uint16Array.of(1, 0),
  },
  labels: [{ text: '1', level: 1, x: 30, y: 40, angle: 0.5, width: 7, height: 9 }],
};

/** A canvas context that writes down what is drawn, with the properties that matter. */
function recorder() {
  const calls: unknown[][] = [];
  const ctx: Record<string, unknown> = {};
  for (const name of ['putImageData', 'moveTo', 'lineTo', 'setTransform', 'translate', 'rotate'])
    ctx[name] = (...parameters: unknown[]) => calls.push([name, ...parameters]);
  for (const name of ['save', 'restore', 'beginPath']) ctx[name] = () => {};
  ctx['stroke'] = () => calls.push(['stroke', ctx['strokeStyle'], ctx['lineWidth']]);
  ctx['strokeText'] = (...parameters: unknown[]) =>
    calls.push(['strokeText', ctx['strokeStyle'], ...parameters]);
  ctx['fillText'] = (...parameters: unknown[]) => calls.push(['fillText', ctx['fillStyle'], ...parameters]);
  return { ctx: ctx as unknown as CanvasRenderingContext2D, calls };
}

test('draws bands at device pixels, lines in CSS pixels, then labels with a halo of their band', () => {
  const { ctx, calls } = recorder();
  drawGround(ctx, ground, style, 2);
  expect(calls).toEqual([
    ['setTransform', 2, 0, 0, 2, 0, 0],
    ['putImageData', image, 0, 0],
    ['moveTo', 7, 7],
    ['lineTo', 8, 9],
    ['stroke', 'thin', 0.6],
    ['moveTo', 0, 0],
    ['lineTo', 10, 5],
    ['lineTo', 20, 5],
    ['stroke', 'strong', 0.9],
    ['translate', 30, 40],
    ['rotate', 0.5],
    ['strokeText', '#222222', '1', 0, 4.5],
    ['fillText', 'ink', '1', 0, 4.5],
  ]);
});

test('draws bands alone until isolines arrive', () => {
  const { ctx, calls } = recorder();
  drawGround(ctx, { ...ground, isolines: null, labels: [] }, style, 1);
  expect(calls.map(([name]) => name)).toEqual(['setTransform', 'putImageData']);
});
