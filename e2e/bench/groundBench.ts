import { fitDomain } from '../../app/plane/viewport.ts';
import type { View } from '../../src/ground/grid.ts';
import { lineGround, paintGround, surveyGround } from '../../src/ground/paintGround.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { median } from './statistics.ts';
import { figure, printTable, UNITS, type Row } from './table.ts';

/** The plot in a window of 1280×720, on a common and on a dense screen, and in one of 1920×1080; CSS pixels. */
const PLOTS = [
  { width: 784, height: 412, pixelRatio: 1 },
  { width: 784, height: 412, pixelRatio: 2 },
  { width: 1248, height: 652, pixelRatio: 1 },
] as const;
/** Any 28 shades: the colours cost the same. */
const RAMP = Array.from({ length: 28 }, (_, i) => `#${(0xf0 - 4 * i).toString(16).repeat(3)}`);

/**
 * The ground of Rosenbrock as its worker paints it, here in Node: bands (sampling f once a device pixel, choosing
 * levels, classifying and colouring), which are shown first, and then the isolines.
 */
export function benchGround(quick: boolean): void {
  const { scene } = readScene({ version: 1, problem: { id: 'rosenbrock' } });
  const problem = createProblem(scene.problem);
  const rows: Row[] = PLOTS.flatMap(({ width, height, pixelRatio }) => {
    const { window } = fitDomain(problem.domain, width, height);
    const view: View = { window, width, height, pixelRatio };
    const bands: number[] = [];
    const isolines: number[] = [];
    for (let round = -2; round < (quick ? 5 : 15); round++) {
      const began = performance.now();
      const ground = surveyGround(view, problem);
      const { pixels } = paintGround(ground.bands, RAMP);
      const painted = performance.now();
      const { coordinates } = lineGround(ground);
      const traced = performance.now();
      if (pixels.length === 0 || coordinates.length === 0) throw new Error('The ground is empty.');
      // The first rounds compile.
      if (round < 0) continue;
      bands.push(painted - began);
      isolines.push(traced - painted);
    }
    const name = `${width}×${height} at ${pixelRatio}×`;
    return [
      figure(`bands, ${name}`, median(bands), UNITS.milliseconds),
      figure(`isolines, ${name}`, median(isolines), UNITS.milliseconds),
    ];
  });
  printTable('2. Ground: Rosenbrock, in one thread', rows, [
    'It has a worker of its own: paths do not wait for it.',
  ]);
}
