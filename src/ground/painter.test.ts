import { describe, expect, test } from 'vitest';
import type { ProblemSelection } from '../problems/createProblem.ts';
import { createPainter } from './painter.ts';
import type { GroundReply, PaintRequest } from './protocol.ts';
import { surface } from './testSurface.ts';

const selection: ProblemSelection = { id: 'bowl', params: {}, scale: 1, rotation: 0 };
const paint = (id: number, changes: Partial<PaintRequest> = {}): PaintRequest => ({
  type: 'paint',
  id,
  problem: selection,
  window: { x: [-3, 3], y: [-2, 2] },
  width: 60,
  height: 40,
  pixelRatio: 2,
  ramp: ['#ffffff', '#000000'],
  ...changes,
});

/** A painter whose deferred work runs when the test says so. */
function start(f = (x: number, y: number) => x * x + y * y) {
  const replies: GroundReply[] = [];
  const transfers: ArrayBuffer[][] = [];
  const deferred: (() => void)[] = [];
  let created = 0;
  const receive = createPainter({
    createProblem: () => {
      created++;
      return surface(f, 0);
    },
    post: (reply, transfer) => {
      replies.push(reply);
      transfers.push(transfer);
    },
    defer: (callback) => deferred.push(callback),
  });
  const turn = () => deferred.splice(0).forEach((callback) => callback());
  const summary = () => replies.map(({ type, id }) => `${type} ${id}`);
  return { receive, turn, replies, transfers, summary, created: () => created };
}

describe('the painter', () => {
  test('posts bands first and isolines a turn later', () => {
    const { receive, turn, summary } = start();
    receive(paint(1));
    expect(summary()).toEqual([]);
    turn();
    expect(summary()).toEqual(['bands 1']);
    turn();
    expect(summary()).toEqual(['bands 1', 'isolines 1']);
  });

  test('posts device pixels, one colour a band, and hands over all buffers', () => {
    const { receive, turn, replies, transfers } = start();
    receive(paint(1));
    turn();
    turn();
    const [bands, lines] = replies;
    if (bands.type !== 'bands' || lines.type !== 'isolines') throw new Error('other replies than expected');
    expect([bands.width, bands.height, bands.pixels.byteLength]).toEqual([120, 80, 120 * 80 * 4]);
    expect(bands.bandColors).toHaveLength(bands.levels.levels.length + 1);
    expect(transfers[0]).toEqual([bands.pixels]);
    const { coordinates, starts, levels } = lines.isolines;
    expect(transfers[1]).toEqual([coordinates.buffer, starts.buffer, levels.buffer]);
    expect(starts[levels.length]).toBe(coordinates.length / 2);
  });

  test('paints only the newest of several waiting windows', () => {
    const { receive, turn, summary, created } = start();
    receive(paint(1));
    receive(paint(2));
    receive(paint(3));
    turn();
    expect(summary()).toEqual(['bands 3']);
    expect(created()).toBe(1);
  });

  test('leaves out the isolines of a superseded window', () => {
    const { receive, turn, summary } = start();
    receive(paint(1));
    turn();
    receive(paint(2));
    turn();
    turn();
    expect(summary()).toEqual(['bands 1', 'bands 2', 'isolines 2']);
  });

  test('recolours without computing f again', () => {
    const { receive, turn, replies, summary, created } = start();
    receive(paint(1));
    turn();
    turn();
    receive({ type: 'recolour', id: 2, ramp: ['#000000', '#ffffff'] });
    expect(summary()).toEqual(['bands 1', 'isolines 1', 'bands 2']);
    expect(created()).toBe(1);
    const [before, , after] = replies;
    if (before.type !== 'bands' || after.type !== 'bands') throw new Error('other replies than expected');
    expect(before.bandColors[0]).toBe('#ffffff');
    expect(after.bandColors[0]).toBe('#000000');
    const [old, recoloured] = [new Uint8Array(before.pixels), new Uint8Array(after.pixels)];
    for (let at = 0; at < old.length; at += 4) expect(recoloured[at]).toBeCloseTo(255 - old[at], -0.5);
  });

  test('paints a waiting window in the newest colours', () => {
    const { receive, turn, replies } = start();
    receive(paint(1));
    receive({ type: 'recolour', id: 2, ramp: ['#123456'] });
    turn();
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ type: 'bands', id: 1 });
    expect(new Set(replies[0].type === 'bands' ? replies[0].bandColors : [])).toEqual(new Set(['#123456']));
  });

  test('reports a failure and paints on', () => {
    let fails = true;
    const { receive, turn, replies, summary } = start((x, y) => {
      if (fails) throw new Error('no value');
      return x * x + y * y;
    });
    receive(paint(1));
    turn();
    expect(replies).toEqual([{ type: 'failed', id: 1, message: 'no value' }]);
    fails = false;
    receive(paint(2));
    turn();
    expect(summary()).toEqual(['failed 1', 'bands 2']);
  });
});
