import { describe, expect, test } from 'vitest';
import type { GroundRequest, PaintRequest } from '../../src/ground/protocol.ts';
import type { ProblemSelection } from '../../src/problems/createProblem.ts';
import { BOOTH, CLOSE, createPage, HOME, openedPage, ROSENBROCK } from './groundLayerFixture.ts';
import { panBy, zoomAbout } from './viewport.ts';

const windowsOf = (posted: readonly GroundRequest[]) =>
  posted.map((request) => (request as PaintRequest).window);

describe('the first ground', () => {
  test('is on the map as soon as its bands have come', () => {
    const page = createPage();
    page.show(HOME);
    expect(page.shown).toEqual([]);
    page.bands();
    expect(page.shown.map(({ window }) => window)).toEqual([HOME.window]);
    expect(page.laid().map(({ numbers }) => numbers)).toEqual([[0, 0]]);
  });
});

describe('while the window moves', () => {
  test('what is known follows at once, cut and stretched', () => {
    const page = openedPage();
    page.show(CLOSE);
    const [{ numbers }] = page.laid();
    // A fifth of the picture, around the pixel (300, 200), fills the map.
    expect(numbers).toHaveLength(8);
    [240, 160, 156.8, 82.4, 0, 0, 784, 412].forEach((number, i) => expect(numbers[i]).toBeCloseTo(number, 6));
  });

  test('new pictures are asked for a few times a second, and at last that of where it rests', () => {
    const page = openedPage();
    let view = HOME;
    for (let now = 0; now < 600; now += 16) {
      view = panBy(view, -3, 1);
      page.show(view);
      page.wait(16);
      if (page.last().window !== HOME.window) page.bands();
    }
    const asked = page.posted.length - 1;
    expect(asked).toBeGreaterThan(3);
    expect(asked).toBeLessThan(7);
    page.wait(200);
    expect(page.last().window).toEqual(view.window);
  });

  test('a slow worker is not asked again before it has answered, so that something comes of it', () => {
    const page = openedPage();
    const first = panBy(HOME, -20, 0);
    page.show(first);
    for (let i = 2; i < 30; i++) {
      page.show(panBy(HOME, -20 * i, 0));
      page.wait(50);
    }
    expect(windowsOf(page.posted)).toEqual([HOME.window, first.window]);
    page.bands();
    page.wait(200);
    expect(page.last().window).toEqual(panBy(HOME, -20 * 29, 0).window);
  });

  test('bands wait for their isolines: without them these would flicker', () => {
    const page = openedPage();
    page.show(CLOSE);
    page.bands();
    expect(page.shown.at(-1)?.window).toEqual(HOME.window);
    page.isolines();
    expect(page.shown.at(-1)?.window).toEqual(CLOSE.window);
    expect(page.laid().at(-1)?.numbers).toEqual([0, 0]);
  });

  test('beyond what is known, the whole map’s picture lies below, and beyond that its border goes on', () => {
    const page = openedPage();
    page.show(CLOSE);
    page.bands();
    page.isolines();
    page.show(panBy(CLOSE, -300, 0));
    const pictures = page.laid().map(({ picture }) => picture);
    expect(new Set(pictures).size).toBe(2);
    const covered = page.laid().reduce((area, { numbers }) => area + numbers[6] * numbers[7], 0);
    // The whole map below, and the close picture but for 300 of its 784 columns.
    expect(covered).toBeCloseTo(784 * 412 + 484 * 412, 3);
    page.show(zoomAbout(HOME, 392, 206, 0.5));
    expect(page.laid().length).toBeGreaterThan(8);
  });
});

describe('a change of view', () => {
  test('asks at once for the picture of its end, and for none on the way', () => {
    const page = openedPage();
    page.layer.expect(CLOSE);
    expect(page.last().window).toEqual(CLOSE.window);
    for (const factor of [1.5, 2, 3, 4]) {
      page.show(zoomAbout(HOME, 300, 200, factor));
      page.wait(60);
    }
    expect(page.posted).toHaveLength(2);
  });

  test('puts that picture on the map only where it covers it', () => {
    const page = openedPage();
    page.layer.expect(CLOSE);
    page.show(zoomAbout(HOME, 300, 200, 2));
    page.bands();
    page.isolines();
    expect(page.shown.at(-1)?.window).toEqual(HOME.window);
    page.show(CLOSE);
    expect(page.shown.at(-1)?.window).toEqual(CLOSE.window);
  });

  test('back to the whole map is there without asking', () => {
    const page = openedPage();
    page.show(CLOSE);
    page.bands();
    page.isolines();
    page.layer.expect(HOME);
    page.show(HOME);
    expect(page.posted).toHaveLength(2);
    expect(page.shown.at(-1)?.window).toEqual(HOME.window);
    expect(page.laid().at(-1)?.numbers).toEqual([0, 0]);
  });

  test('that was given up asks for where the hand is', () => {
    const page = openedPage();
    page.layer.expect(CLOSE);
    const taken = zoomAbout(HOME, 300, 200, 2);
    page.show(taken);
    page.bands();
    page.layer.expect(null);
    page.wait(200);
    expect(page.last().window).toEqual(taken.window);
  });
});

describe('another problem', () => {
  test('is asked for at once, though another ground is on its way', () => {
    const page = openedPage();
    page.show(CLOSE);
    page.show(HOME, BOOTH);
    expect(page.last().problem).toBe(BOOTH);
    page.bands();
    expect(page.shown.at(-1)?.problem).toBe(BOOTH);
  });

  test('under a slider that moves is painted as fast as the worker can, each picture at once', () => {
    const page = openedPage();
    const turned = (b: number): ProblemSelection => ({ ...ROSENBROCK, params: { a: 1, b } });
    for (let b = 1; b <= 6; b++) page.show(HOME, turned(b));
    // One is on its way; of the others only the newest follows.
    expect(page.posted).toHaveLength(2);
    page.bands();
    expect(page.shown.at(-1)?.problem.params).toEqual({ a: 1, b: 1 });
    expect(page.last().problem.params).toEqual({ a: 1, b: 6 });
    page.bands();
    expect(page.shown.at(-1)?.problem.params).toEqual({ a: 1, b: 6 });
  });

  test('whose ground fails has none, rather than a wrong one', () => {
    const page = openedPage();
    page.show(HOME, BOOTH);
    page.reply({ type: 'failed', id: page.last().id, message: 'no memory' });
    expect(page.failures).toHaveLength(1);
    expect(page.laid()).toEqual([]);
  });
});
