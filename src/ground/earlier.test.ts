import { describe, expect, test } from 'vitest';
import './atOnce.ts';
import type { Domain } from '../problems/problem.ts';
import { sampleGrid } from './grid.ts';
import { beginSurvey, type Survey } from './survey.ts';
import { surface, view } from './testSurface.ts';

const softplus = (s: number) => Math.max(0, s) + Math.log1p(Math.exp(-Math.abs(s)));
/** So many samples that the first pass is coarse; its value is computed directly. */
const PROBLEM = {
  ...surface((x, y) => softplus(4 * x + 2 * y) + softplus(3 * y - 5 * x), 0),
  samples: 100_000,
};
const viewOf = ({ x, y }: Domain) => view(x, y, 240 / (x[1] - x[0]));
const HOME: Domain = { x: [-3, 3], y: [-2, 2] };

const finish = (survey: Survey) => {
  while (survey.done < 1) survey.advance(() => false);
  return survey;
};
const firstPass = (window: Domain, before: Survey | null) => {
  const survey = beginSurvey(viewOf(window), PROBLEM, before);
  survey.advance(() => false);
  return survey;
};

/** The greatest error of f within a part of the window. */
function errorOf(survey: Survey, window: Domain, within: Domain): number {
  const { grid, levels } = survey.ground();
  const exact = sampleGrid(PROBLEM, viewOf(window), grid.margin);
  const across = grid.columns + 2 * grid.margin;
  let greatest = 0;
  for (const [at, value] of exact.values.entries()) {
    const x =
      window.x[0] + (((at % across) - grid.margin + 0.5) / grid.columns) * (window.x[1] - window.x[0]);
    const y =
      window.y[1] - ((Math.floor(at / across) - grid.margin + 0.5) / grid.rows) * (window.y[1] - window.y[0]);
    if (x < within.x[0] || x > within.x[1] || y < within.y[0] || y > within.y[1]) continue;
    greatest = Math.max(greatest, Math.abs(grid.values[at] + levels.floor - value));
  }
  return greatest;
}

describe('a window that takes the place of another', () => {
  const home = finish(beginSurvey(viewOf(HOME), PROBLEM));

  test.each<[string, Domain, number]>([
    ['beside it', { x: [-1, 5], y: [-1.5, 2.5] }, 20],
    ['within it', { x: [-1.5, 1.5], y: [-1, 1] }, 4],
    ['around it', { x: [-6, 6], y: [-4, 4] }, 20],
  ])('shows what is known of a finished one %s from its first pass on', (_, window, times) => {
    const overlap: Domain = {
      x: [Math.max(window.x[0], -2.9), Math.min(window.x[1], 2.9)],
      y: [Math.max(window.y[0], -1.9), Math.min(window.y[1], 1.9)],
    };
    const alone = errorOf(firstPass(window, null), window, overlap);
    const after = errorOf(firstPass(window, home), window, overlap);
    // Enlarged, it is read between its pixels.
    expect(after).toBeLessThan(alone / times);
    // In the end nothing of it is left: it is as if there had been none.
    const ends = [finish(firstPass(window, home)), finish(firstPass(window, null))];
    const [withIt, without] = ends.map((survey) => survey.ground().grid.values);
    expect(withIt).toEqual(without);
  });

  test('hands it on where it is given up itself before it knows better', () => {
    const aside: Domain = { x: [-2, 4], y: [-2, 2] };
    const given = firstPass(aside, home);
    const back: Domain = { x: [-2.5, 3.5], y: [-2, 2] };
    const overlap: Domain = { x: [-2.4, 2.9], y: [-1.9, 1.9] };
    expect(errorOf(firstPass(back, given), back, overlap)).toBeLessThan(
      errorOf(firstPass(back, null), back, overlap) / 20,
    );
  });

  test('takes nothing from another problem', () => {
    const other = beginSurvey(viewOf(HOME), { ...PROBLEM }, home);
    other.advance(() => false);
    expect(other.ground().grid.values).toEqual(firstPass(HOME, null).ground().grid.values);
  });
});
