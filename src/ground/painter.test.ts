import { describe, expect, test } from 'vitest';
import { createProblem, type ProblemSelection } from '../problems/createProblem.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { defaultsOf } from '../specs/defaults.ts';
import '../problems/data/atOnce.ts';
import './atOnce.ts';
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
    now: () => 0,
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

/** A painter of a data problem whose every value takes so many milliseconds of a clock that nothing else moves. */
function startSlow(samples: number, cost = 1) {
  const replies: GroundReply[] = [];
  const deferred: (() => void)[] = [];
  let clock = 0;
  let evaluations = 0;
  const receive = createPainter({
    createProblem: () => ({
      ...surface((x, y) => {
        clock += cost;
        evaluations += 1;
        return x * x + 2 * y * y;
      }, 0),
      samples,
    }),
    post: (reply) => replies.push(reply),
    defer: (callback) => deferred.push(callback),
    now: () => clock,
  });
  const turn = () => deferred.splice(0).forEach((callback) => callback());
  const turnUntil = (isEnough: () => boolean) => {
    for (let turns = 0; turns < 1e5 && !isEnough(); turns++) turn();
  };
  const has = (type: GroundReply['type'], count = 1) =>
    replies.filter((reply) => reply.type === type).length >= count;
  return {
    receive,
    turn,
    turnUntil,
    has,
    replies,
    of: <T extends GroundReply['type']>(type: T) =>
      replies.filter((reply): reply is Extract<GroundReply, { type: T }> => reply.type === type),
    evaluations: () => evaluations,
    clock: () => clock,
    isIdle: () => deferred.length === 0,
  };
}

describe('a problem of many samples', () => {
  const MANY = 100_000;

  test('is painted in passes, bands and then isolines of each, until the last', () => {
    const { receive, turnUntil, isIdle, of, replies } = startSlow(MANY);
    receive(paint(1));
    turnUntil(isIdle);
    const passes = of('bands').map(({ pass }) => pass);
    expect(passes.length).toBeGreaterThan(2);
    expect(passes).toEqual(passes.toSorted((a, b) => a - b));
    expect(of('isolines').map(({ pass }) => pass)).toEqual(passes);
    expect(of('isolines').map(({ isLast }) => isLast)).toEqual(passes.map((pass) => pass === passes.at(-1)));
    expect(replies.at(-1)?.type).toBe('isolines');
  });

  test('is computed in slices of a few milliseconds', () => {
    const { receive, turn, clock, isIdle } = startSlow(MANY);
    receive(paint(1));
    while (!isIdle()) {
      const before = clock();
      turn();
      expect(clock() - before).toBeLessThanOrEqual(5);
      if (clock() > 3000) break;
    }
  });

  test('is dropped in the middle of a fine pass when something newer comes', () => {
    const { receive, turnUntil, has, replies, of, evaluations } = startSlow(MANY);
    receive(paint(1));
    turnUntil(() => has('isolines', 2));
    for (let i = 0; i < 100; i++) turnUntil(() => true);
    const before = evaluations();
    receive(paint(2, { window: { x: [-1, 1], y: [-1, 1] } }));
    turnUntil(() => replies.at(-1)?.id === 2 && replies.at(-1)?.type === 'bands');
    expect(evaluations() - before).toBeLessThan(400);
    expect(of('bands').at(-1)).toMatchObject({ id: 2, pass: 1 });
    turnUntil(() => has('isolines', 4));
    expect(of('isolines').filter(({ id }) => id === 1)).toHaveLength(2);
  });

  test('is recoloured in the middle of a pass, which goes on in the new colours', () => {
    const { receive, turnUntil, has, of, isIdle, evaluations } = startSlow(MANY);
    receive(paint(1));
    turnUntil(() => has('isolines', 1));
    const before = evaluations();
    receive({ type: 'recolour', id: 2, ramp: ['#000000', '#ffffff'] });
    expect(of('bands').map(({ id, pass }) => [id, pass])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(evaluations()).toBe(before);
    turnUntil(isIdle);
    expect(
      of('bands')
        .slice(1)
        .every(({ id, bandColors }) => id === 2 && bandColors[0] === '#000000'),
    ).toBe(true);
    // Isolines have no colours: they go by the number of what was asked for.
    expect(new Set(of('isolines').map(({ id }) => id))).toEqual(new Set([1]));
  });

  test('stops when it is told to', () => {
    const { receive, turnUntil, has, turn, evaluations, isIdle } = startSlow(MANY);
    receive(paint(1));
    turnUntil(() => has('bands'));
    receive({ type: 'stop', id: 2 });
    turn();
    const before = evaluations();
    turnUntil(isIdle);
    expect(evaluations()).toBe(before);
  });

  test('tells how far it is once it takes long, ever further, to 1', () => {
    const { receive, turnUntil, isIdle, of } = startSlow(MANY);
    receive(paint(1));
    turnUntil(isIdle);
    const parts = of('progress').map(({ done }) => done);
    expect(parts.length).toBeGreaterThan(20);
    for (const [i, part] of parts.entries()) expect(part).toBeGreaterThan(parts[i - 1] ?? 0);
    expect(parts.at(-1)).toBe(1);
  });

  test('keeps its levels from pass to pass', () => {
    const { receive, turnUntil, isIdle, of } = startSlow(MANY);
    receive(paint(1));
    turnUntil(isIdle);
    expect(new Set(of('bands').map(({ levels }) => levels)).size).toBe(1);
  });
});

test('a problem of few samples is there at once, and tells of no progress', () => {
  const { receive, turnUntil, isIdle, of, evaluations } = startSlow(20, 0.01);
  receive(paint(1, { width: 12, height: 8, pixelRatio: 1 }));
  turnUntil(isIdle);
  expect(evaluations()).toBeLessThan(1500);
  expect([of('bands').length, of('isolines').length, of('progress').length]).toEqual([1, 1, 0]);
});

test('the first bands of a problem over data tell where its minimizer is, and other bands of nothing', () => {
  const replies: GroundReply[] = [];
  const deferred: (() => void)[] = [];
  const receive = createPainter({
    createProblem,
    post: (reply) => replies.push(reply),
    defer: (callback) => deferred.push(callback),
    now: () => 0,
  });
  const found = (request: PaintRequest) => {
    receive(request);
    while (deferred.length > 0) deferred.splice(0).forEach((callback) => callback());
    const first = replies.find(({ type, id }) => type === 'bands' && id === request.id);
    return first?.type === 'bands' ? first.found : undefined;
  };
  const params = { ...defaultsOf(PROBLEMS.iris.parameters), penalty: 0.1 };
  const iris: ProblemSelection = { id: 'iris', params, scale: 1, rotation: 0 };
  expect(found(paint(1, { problem: iris }))).toEqual({
    points: [createProblem(iris).minimizers[0].point],
    extent: 'point',
  });
  expect(found(paint(2))).toBeNull();
  // Where the weights run away, nobody searches.
  const separable: ProblemSelection = { ...iris, params: { ...params, penalty: 0, negative: 'setosa' } };
  expect(found(paint(3, { problem: separable }))).toBeNull();
});
