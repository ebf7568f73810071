import { describe, expect, test } from 'vitest';
import { readScene } from './readScene.ts';

const GOOD = {
  focus: 1,
  playhead: 37,
  theme: 'dark',
  window: { x: [-3, 4], y: [-2.5, 1.5] },
  unfolded: true,
  chart: { quantity: 'gradient', scale: 'linear', against: 'evaluations', range: [12, 90] },
  speed: 0.5,
  loop: true,
  cloud: 37,
  reading: { numbers: 'both', form: 'Erlangen', curvature: true },
};

/** The view read for a scene of two runs, and what is said of it. */
function read(view: unknown, second = 'muon') {
  const runs = [{ optimizer: { id: 'adam' } }, { optimizer: { id: second } }];
  const { scene, issues } = readScene({ runs, view });
  return { view: scene.view, said: issues.map(({ path, message }) => `${path}: ${message}`) };
}

test('every part of a view may be missing', () => {
  expect(read(GOOD)).toStrictEqual({ view: GOOD, said: [] });
  for (const name of Object.keys(GOOD) as (keyof typeof GOOD)[]) {
    const { [name]: _gone, ...view } = GOOD;
    expect(read(view)).toStrictEqual({ view, said: [] });
  }
});

test('a focus on a run that is not taken is no focus', () => {
  const { focus: _gone, ...rest } = GOOD;
  const { view, said } = read(GOOD, 'muonn');
  expect(view).toStrictEqual(rest);
  expect(said.map((sentence) => sentence.split(':')[0])).toEqual(['runs[1].optimizer.id']);
});

describe('a window', () => {
  const { window: _gone, ...rest } = GOOD;
  const empty = 'a window needs its first number below its second';
  test.each([
    [[2, -3], `view.window.x: ${empty}`],
    [[2, 2], `view.window.x: ${empty}`],
    [[0, 1e-320], 'view.window.x: a window this narrow cannot be drawn'],
    [[4e7, 4e7 + 1e-3], 'view.window.x: a window this narrow cannot be drawn'],
    [[-1e308, 3], 'view.window.x[0]: -1e+308 is less than -100000000'],
    [[2], `view.window.x: ${empty}`],
    [[2, 3, 4], `view.window.x: ${empty}`],
    [5, 'view.window.x: expected a list, found 5'],
    [[-2, 'top'], 'view.window.x[1]: "top" is not a number'],
    [undefined, 'view.window.x: expected a list, found nothing'],
  ])('from %j is refused whole', (x, sentence) => {
    const window = { y: GOOD.window.y, ...(x === undefined ? {} : { x }) };
    expect(read({ ...GOOD, window })).toStrictEqual({ view: rest, said: [sentence] });
  });
});

describe('a chart and playback', () => {
  const {
    chart: _chart,
    speed: _speed,
    loop: _loop,
    unfolded: _unfolded,
    cloud: _cloud,
    reading: _reading,
    ...rest
  } = GOOD;
  test.each([
    [
      { chart: { quantity: 'losses' } },
      'view.chart.quantity: "losses" is not one of loss, distance, gradient, step',
    ],
    [{ chart: { scale: 'square' } }, 'view.chart.scale: "square" is not one of auto, log, linear'],
    [{ chart: { against: 'time' } }, 'view.chart.against: "time" is not one of steps, evaluations'],
  ])('%j loses the word that is not known, and keeps the chart', (view, sentence) => {
    expect(read({ ...rest, ...view })).toStrictEqual({ view: { ...rest, chart: {} }, said: [sentence] });
  });
  test.each([
    [{ speed: 17 }, 'view.speed: 17 is more than 16'],
    [{ speed: 0 }, 'view.speed: 0 is less than 0.25'],
    [{ loop: 'yes' }, 'view.loop: "yes" is neither true nor false'],
    [{ cloud: 51 }, 'view.cloud: 51 is more than 50'],
    [{ cloud: 2.5 }, 'view.cloud: 2.5 is not a whole number'],
    [{ reading: 'open' }, 'view.reading: expected an object, found "open"'],
    [{ unfolded: 1 }, 'view.unfolded: 1 is neither true nor false'],
  ])('%j is left out, and said', (view, sentence) => {
    expect(read({ ...rest, ...view })).toStrictEqual({ view: rest, said: [sentence] });
  });
});
