import '../../src/ground/atOnce.ts';
import '../../src/problems/data/atOnce.ts';
import { fitDomain } from '../../app/plane/viewport.ts';
import { layGrid, type View } from '../../src/ground/grid.ts';
import { ISOLINE_MARGIN } from '../../src/ground/isolines.ts';
import { chooseLattice, nodesAt, type Lattice } from '../../src/ground/lattice.ts';
import { createPainter } from '../../src/ground/painter.ts';
import type { GroundReply } from '../../src/ground/protocol.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { figure, printTable, UNITS } from './table.ts';

/** The plot in a window of 1280×720; CSS pixels. */
const PLOT = { width: 784, height: 412 } as const;
const RAMP = ['#f8fafc', '#b9ccda'];
const SAMPLES = 100_000;
/** Of the nodes, the plain loop goes over one in so many, and its time is taken so many times. */
const PLAIN_SHARE = 16;

/**
 * The ground of 100,000 samples under the logistic loss as its worker computes it, here in Node: in passes up to a grid of
 * 200² and in slices, between which messages are received; beside the same losses in a plain loop.
 * @param quick a tenth of the samples
 */
export async function benchDataGround(quick: boolean): Promise<void> {
  const count = quick ? SAMPLES / 10 : SAMPLES;
  const { scene } = readScene({ version: 1, problem: { id: 'blobs', params: { count, penalty: 0.01 } } });
  const problem = createProblem(scene.problem);
  const { window } = fitDomain(problem.domain, PLOT.width, PLOT.height);
  const view: View = { ...PLOT, window, pixelRatio: 1 };
  const lattice = chooseLattice(layGrid(view, ISOLINE_MARGIN), count);
  const few = createProblem({ ...scene.problem, params: { ...scene.problem.params, count: 1000 } });
  // The first rounds compile; nothing of the data is made while the time is taken.
  await timeOfSurvey(few, view);
  plainSum(few, view, lattice);
  problem.value(new Float64Array(2));
  const began = processorTime();
  const survey = await timeOfSurvey(problem, view);
  const surveyed = processorTime();
  if (!Number.isFinite(plainSum(problem, view, lattice))) throw new Error('The losses have no sum.');
  const plain = PLAIN_SHARE * (processorTime() - surveyed);
  const computed = surveyed - began;
  const losses = nodesAt(lattice, 1) * count;
  printTable(
    `2b. Ground: ${count} samples, logistic loss, ${lattice.across} × ${lattice.down} nodes in ${lattice.strides.length} passes`,
    [
      figure('first bands', survey.first, UNITS.milliseconds),
      figure('all of it', survey.whole / 1000, UNITS.seconds),
      figure('longest time without a look at messages', survey.longest, UNITS.milliseconds),
      figure('processor time of one loss', (1e6 * computed) / losses, UNITS.nanoseconds),
      figure('the same in a plain loop', (1e6 * plain) / losses, UNITS.nanoseconds),
      figure('all of it, against the plain loop', computed / plain, UNITS.ratio),
    ],
    [`The plain loop goes over one node in ${PLAIN_SHARE}; its time is taken ${PLAIN_SHARE} times.`],
  );
}

/** Milliseconds that this process has computed: other work on the machine does not lengthen them. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds to the first bands, to the last isolines, and between two looks at messages. */
async function timeOfSurvey(
  problem: Problem,
  view: View,
): Promise<{ first: number; whole: number; longest: number }> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let first = 0;
    let longest = 0;
    const answer = (reply: GroundReply): void => {
      if (reply.type === 'failed') reject(new Error(reply.message));
      if (reply.type === 'bands' && first === 0) first = performance.now() - began;
      if (reply.type === 'isolines' && reply.isLast)
        resolve({ first, whole: performance.now() - began, longest });
    };
    const receive = createPainter({
      createProblem: () => problem,
      post: answer,
      defer: (callback) =>
        setImmediate(() => {
          const from = performance.now();
          callback();
          longest = Math.max(longest, performance.now() - from);
        }),
      now: () => performance.now(),
    });
    const selection = { id: 'blobs', params: {}, scale: 1, rotation: 0 } as const;
    receive({ ...view, type: 'paint', id: 1, problem: selection, ramp: RAMP });
  });
}

/** The sum of f over some of a lattice's nodes, as one would write it by hand. */
function plainSum({ data }: Problem, { window: { x, y } }: View, { across, down }: Lattice): number {
  if (!data) throw new Error('There are no samples.');
  const { inputs, targets, count, penalty } = data;
  let sum = 0;
  for (let node = 0; node < across * down; node += PLAIN_SHARE) {
    const a = x[0] + ((x[1] - x[0]) * (node % across)) / across;
    const b = y[0] + ((y[1] - y[0]) * Math.floor(node / across)) / down;
    let loss = 0;
    for (let i = 0; i < count; i++) {
      const margin = targets[i] * (a * inputs[2 * i] + b * inputs[2 * i + 1]);
      loss += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }
    sum += loss / count + 0.5 * penalty * (a * a + b * b);
  }
  return sum;
}
