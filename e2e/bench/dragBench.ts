import type { Browser, Page } from '@playwright/test';
import { isLightInHand, lightStrideFor } from '../../src/engine/lightRun.ts';
import { runToEnd, simulate } from '../../src/engine/simulate.ts';
import { strideFor } from '../../src/engine/trajectory.ts';
import { taskOf, type Task } from '../../src/scene/scene.ts';
import { dragTurn, tracedTurn, type DragTurn, type TracedTurn } from './dragTurn.ts';
import { plainHand, sliderHand, startHand, type Hand } from './hand.ts';
import { installProbe } from './pageProbe.ts';
import { drawWithPointer, openPlainPage } from './plainPage.ts';
import { linkTo, sceneOf, type BenchScene } from './scenes.ts';
import { median } from './statistics.ts';
import { atMost, figure, printTable, UNITS, type Row } from './table.ts';

/** The budget: painted within two frames, one frame of work, the full style back within 100 ms of rest. */
const FRAME = 1000 / 60;
const TWO_FRAMES = 33.4;
const WORK = 16.7;
const REST = 100;

/** On some scenes only the start is dragged. */
const SCENES: readonly (BenchScene & { readonly name: string; readonly hasSlider?: false })[] = [
  { name: 'smooth: Rosenbrock', problem: 'rosenbrock', steps: 1000, playhead: 1000 },
  { name: 'jagged: Rastrigin, noise 1', problem: 'rastrigin', steps: 1000, noise: 1, playhead: 1000 },
  {
    name: 'modified: Rosenbrock, noise 1, modifiers and schedule on each run',
    problem: 'rosenbrock',
    steps: 1000,
    noise: 1,
    playhead: 1000,
    modified: true,
  },
  {
    name: 'data: Iris, batches of 16',
    problem: 'iris',
    steps: 1000,
    batchSize: 16,
    playhead: 1000,
    // The data lie above the runs there, and the slider below the window's edge.
    hasSlider: false,
  },
];

const HANDS: readonly { readonly name: string; readonly hand: Hand; readonly moves: 'all' | 'one' }[] = [
  { name: '3b. Drag to paint', hand: startHand, moves: 'all' },
  {
    name: '3c. Slider to paint',
    hand: sliderHand((page) => page.getByRole('slider', { name: /learning rate/ })),
    moves: 'one',
  },
];

/**
 * The start point, which moves all runs, and a learning rate’s slider, which moves one and has all painted, held and
 * moved about by real mouse events: 12 runs of 1,000 steps, 1920×1080. A position counts as painted at the end of the
 * first frame that shows its paths, all of them, or those of a later position: when the main thread has finished that
 * frame. Its time runs from the pointermove event, and, as “hand”, from when the browser received the movement, which it
 * keeps until the next frame begins. Several turns; of each figure the median of turns. A page that only draws as many
 * paths takes turns with it: what the frames of this machine cost anyway.
 */
export async function benchDrag(browser: Browser, url: string, quick: boolean): Promise<void> {
  for (const { name: gesture, hand, moves } of HANDS)
    for (const { name, hasSlider = true, ...scene } of SCENES) {
      if (moves === 'one' && !hasSlider) continue;
      const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
      try {
        await installProbe(context);
        const page = await context.newPage();
        await page.goto(`${url}#${linkTo({ ...scene, unfolded: true })}`);
        await page.waitForFunction(() => window.ravineProbe.batches[0]?.computed);
        const plainPage = await openPlainPage(browser, page);
        await drawWithPointer(plainPage);
        const [drag, plain] = await dragInTurn(
          browser,
          [
            { page, hand },
            { page: plainPage, hand: plainHand },
          ],
          quick,
        );
        await plainPage.context().close();
        const waited = Math.round(100 * median(drag.traced.map((turn) => turn.waited)));
        const inNode = moves === 'all' ? [timeInNode(scene)] : [];
        printTable(
          `${gesture}, ${name}`,
          [...latencyRows(drag.turns, inNode), ...workRows(drag.traced), ...plainRows(drag, plain)],
          [
            `The main thread waited for a processor in ${waited} % of its working time: above 20 %, others were busy.`,
          ],
        );
      } finally {
        await context.close();
      }
    }
}

/** Turns of a drag: as a person would see it, and recorded. */
interface Drag {
  readonly turns: DragTurn[];
  readonly traced: TracedTurn[];
}

/** Something that is dragged. */
interface Contender {
  readonly page: Page;
  readonly hand: Hand;
}

/** Drags two pages in turn, so that a slow spell of the machine meets both. */
async function dragInTurn(
  browser: Browser,
  contenders: readonly [Contender, Contender],
  quick: boolean,
): Promise<[Drag, Drag]> {
  for (const { page, hand } of contenders) await dragTurn(page, hand, 1000);
  const drags: [Drag, Drag] = [
    { turns: [], traced: [] },
    { turns: [], traced: [] },
  ];
  for (let i = 0; i < (quick ? 1 : 5); i++)
    for (const [k, { page, hand }] of contenders.entries()) {
      drags[k].turns.push(await dragTurn(page, hand, 2500));
      drags[k].traced.push(await tracedTurn(browser, page, hand, 1500));
    }
  return drags;
}

/** What a drag takes beside the plain page. */
function plainRows(drag: Drag, plain: Drag): Row[] {
  const figures: readonly (readonly [what: string, of: (drag: Drag) => number])[] = [
    ['pointermove to painted, median', ({ turns }) => median(turns.map(({ painted }) => painted.median))],
    [
      'pointermove to painted, 95th percentile',
      ({ turns }) => median(turns.map(({ painted }) => painted.p95)),
    ],
    ['main-thread work a frame, median', ({ traced }) => median(traced.map(({ wall }) => wall.median))],
    ['main-thread work a frame, 95th percentile', ({ traced }) => median(traced.map(({ wall }) => wall.p95))],
    ['of it processor time, median', ({ traced }) => median(traced.map(({ processor }) => processor.median))],
  ];
  return figures.flatMap(([what, of]) => [
    figure(`a plain page that draws as many paths here: ${what}`, of(plain), UNITS.milliseconds),
    figure(`drag, of what the plain page needs: ${what}`, of(drag) / of(plain), UNITS.ratio),
  ]);
}

function latencyRows(turns: readonly DragTurn[], inNode: readonly number[]): Row[] {
  const middle = (pick: (turn: DragTurn) => number) => median(turns.map(pick));
  const { milliseconds, percent, perSecond } = UNITS;
  const painted = middle((turn) => turn.painted.median);
  const paintedMostly = middle((turn) => turn.painted.p95);
  return [
    figure(
      'frames in which paths were drawn',
      middle((turn) => turn.drawnPerSecond),
      perSecond,
    ),
    figure(
      'of them in full style',
      middle((turn) => 100 * turn.full),
      percent,
    ),
    figure(
      'worker asked to all that moved back, median',
      middle((turn) => turn.workerBack),
      milliseconds,
    ),
    ...inNode.map((time) => figure('the same runs computed in Node', time, milliseconds)),
    inFrames(atMost('pointermove to painted, median', painted, milliseconds, TWO_FRAMES), painted),
    inFrames(
      atMost('pointermove to painted, 95th percentile', paintedMostly, milliseconds, TWO_FRAMES),
      paintedMostly,
    ),
    figure(
      'hand to painted, median',
      middle((turn) => turn.paintedFromHand.median),
      milliseconds,
    ),
    figure(
      'hand to painted, 95th percentile',
      middle((turn) => turn.paintedFromHand.p95),
      milliseconds,
    ),
    atMost(
      'hand rests to full style',
      middle((turn) => turn.rest),
      milliseconds,
      REST,
    ),
  ];
}

function workRows(turns: readonly TracedTurn[]): Row[] {
  const middle = (pick: (turn: TracedTurn) => number) => median(turns.map(pick));
  const { milliseconds } = UNITS;
  return [
    figure(
      'hand to screen, recorded, median',
      middle((turn) => turn.onScreen),
      milliseconds,
    ),
    figure(
      'main-thread work a frame, median',
      middle((turn) => turn.wall.median),
      milliseconds,
    ),
    atMost(
      'main-thread work a frame, 95th percentile',
      middle((turn) => turn.wall.p95),
      milliseconds,
      WORK,
    ),
    figure(
      'of it processor time, median',
      middle((turn) => turn.processor.median),
      milliseconds,
    ),
    figure(
      'of it processor time, 95th percentile',
      middle((turn) => turn.processor.p95),
      milliseconds,
    ),
  ];
}

/** Adds how many frames a time is, begun ones included. */
function inFrames(row: Row, time: number): Row {
  return { ...row, measured: `${row.measured}, ${Math.ceil(time / FRAME)} frames` };
}

function compute(task: Task): void {
  if (!isLightInHand(task)) runToEnd(task, strideFor(task.steps));
  else for (const chunk of simulate(task, { stride: lightStrideFor(task), light: true })) void chunk;
}

/** Milliseconds that the runs of a scene take in one thread, recorded as the worker records them under a moving hand. */
function timeInNode(bench: BenchScene): number {
  const scene = sceneOf(bench);
  const tasks = scene.runs.map((run) => taskOf(scene, run));
  const times: number[] = [];
  for (let round = -10; round < 20; round++) {
    const began = performance.now();
    for (const task of tasks) compute(task);
    if (round >= 0) times.push(performance.now() - began);
  }
  return median(times);
}
