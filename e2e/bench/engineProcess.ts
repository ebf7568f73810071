// A process of its own for the engine's figures: forked by engineBench.ts, it sends them to its parent and ends.
import { simulate } from '../../src/engine/simulate.ts';
import { createStepper } from '../../src/engine/stepper.ts';
import type { OptimizerId } from '../../src/optimizers/registry.ts';
import type { ProblemId } from '../../src/problems/registry.ts';
import type { Task } from '../../src/scene/scene.ts';
import {
  ADAM,
  advance,
  bytesPerStep,
  bytesRecorded,
  IDS,
  SCHEDULE_IDS,
  scheduledTask,
  START,
  STEPS,
  taskFor,
  walk,
} from './engineRuns.ts';
import { bareAdam, sameAdam, type HandTask } from './handWritten.ts';
import { median } from './statistics.ts';

/** Nanoseconds a step, and bytes a step where it says so; each a median over repetitions in one process. */
export interface EngineFigures {
  readonly bareByHand: number;
  readonly sameByHand: number;
  /** Adam before anything else has run, when the compiler knows of one optimizer and one problem. */
  readonly alone: number;
  /** Adam, and the loop by hand beside it, after every optimizer has run on several problems, and Adam under every schedule: a worker's state. */
  readonly seasoned: number;
  readonly sameByHandSeasoned: number;
  readonly optimizers: Readonly<Record<string, number>>;
  /** simulate(): recording every step, every fiftieth as a run of a million does, and at Adam's rate alone. */
  readonly everyStep: number;
  readonly everyFiftieth: number;
  /** Of each optimizer after everything has run: bytes of `advance()`, and with f at each new point. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly loopBytes: Readonly<Record<string, number>>;
  /** With f at each new point, of Adam under each schedule. */
  readonly scheduleBytes: Readonly<Record<string, number>>;
  /** Of simulate() then, as above. */
  readonly everyStepBytes: number;
  readonly everyFiftiethBytes: number;
}

const OTHER_PROBLEMS: readonly ProblemId[] = ['bowl', 'himmelblau', 'rastrigin', 'saddle', 'ackley'];

/** Nanoseconds a step of one repetition. */
function timed(task: Task): { time: number; theta: Float64Array } {
  const stepper = createStepper(task);
  const began = performance.now();
  const made = walk(stepper, STEPS);
  const time = ((performance.now() - began) / made) * 1e6;
  return { time, theta: stepper.theta };
}

/** The same, of a run that must not end early: else it would measure something else than it says. */
function timedWhole(optimizer: OptimizerId): number {
  const task = taskFor(optimizer);
  const stepper = createStepper(task);
  const began = performance.now();
  const made = walk(stepper, STEPS);
  const time = performance.now() - began;
  if (made < STEPS) throw new Error(`${optimizer} ended after ${made} steps; choose another learning rate.`);
  return (time / STEPS) * 1e6;
}

const HAND: HandTask = {
  steps: STEPS,
  a: 1,
  b: 100,
  lr: ADAM.learningRate,
  beta1: ADAM.beta1,
  beta2: ADAM.beta2,
  epsilon: ADAM.epsilon,
  start: START,
};
const handOut = new Float64Array(3);

function timedByHand(loop: typeof bareAdam): number {
  const began = performance.now();
  loop(HAND, handOut);
  return ((performance.now() - began) / STEPS) * 1e6;
}

/** Repeats contenders in turn, so that a slow spell of the machine meets all of them. @returns medians, by name */
function compare<Name extends string>(
  contenders: Readonly<Record<Name, () => number>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(contenders) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  // The first rounds compile.
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++)
    for (const name of names) {
      const time = contenders[name]();
      if (round >= 0) samples[name].push(time);
    }
  return Object.fromEntries(names.map((name) => [name, median(samples[name])])) as Record<Name, number>;
}

/** Adam by the engine; its last point must be that of the loop by hand, bit for bit. */
function timedAdam(): number {
  const { time, theta } = timed(taskFor('adam'));
  if (theta[0] !== handOut[0] || theta[1] !== handOut[1])
    throw new Error(`The loop by hand is another algorithm: ${handOut.join()} and ${theta.join()}.`);
  return time;
}

function timedSimulation(stride: number): number {
  let rows = 0;
  const began = performance.now();
  for (const { piece } of simulate(taskFor('adam'), { stride, pause: () => false }))
    rows += piece.steps.length;
  const time = performance.now() - began;
  if (rows !== STEPS / stride + 1) throw new Error(`${rows} rows were recorded.`);
  return (time / STEPS) * 1e6;
}

function measure(rounds: number): EngineFigures {
  const alone = compare(
    {
      bareByHand: () => timedByHand(bareAdam),
      sameByHand: () => timedByHand(sameAdam),
      alone: timedAdam,
    },
    rounds,
  );
  const optimizers = compare(
    Object.fromEntries(IDS.map((id) => [id, () => timedWhole(id)])),
    Math.ceil(rounds / 2),
  );
  for (let round = 0; round < 5; round++) {
    for (const id of IDS) for (const problem of OTHER_PROBLEMS) timed(taskFor(id, problem));
    for (const id of SCHEDULE_IDS) timed(scheduledTask(id));
  }
  const seasoned = compare({ sameByHandSeasoned: () => timedByHand(sameAdam), seasoned: timedAdam }, rounds);
  const recorded = compare(
    { everyStep: () => timedSimulation(1), everyFiftieth: () => timedSimulation(50) },
    Math.ceil(rounds / 2),
  );
  return {
    ...alone,
    ...seasoned,
    ...recorded,
    optimizers,
    bytes: Object.fromEntries(IDS.map((id) => [id, bytesPerStep(taskFor(id), advance)])),
    loopBytes: Object.fromEntries(IDS.map((id) => [id, bytesPerStep(taskFor(id), walk)])),
    scheduleBytes: Object.fromEntries(SCHEDULE_IDS.map((id) => [id, bytesPerStep(scheduledTask(id), walk)])),
    everyStepBytes: bytesRecorded(1),
    everyFiftiethBytes: bytesRecorded(50),
  };
}

process.send?.(measure(Number(process.argv[2] ?? 20)));
