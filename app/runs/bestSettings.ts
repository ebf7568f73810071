import { simulate } from '../../src/engine/simulate.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Task } from '../../src/scene/scene.ts';
import { hasMomentum } from './hasMomentum.ts';

/** What may be searched: the learning rate alone, or the coefficient of momentum with it. */
export type Sought = 'rate' | 'rate-and-momentum';

/** The settings with which a run came nearest to the least loss, among those that were tried. */
export interface Best {
  /** Null where the run diverged with each. */
  readonly rate: number | null;
  /** The hyperparameter that is this run's learning rate. */
  readonly rateName: string;
  /** Null where it was not searched: the run keeps its own. */
  readonly momentum: number | null;
  readonly tried: number;
  /** Over how many steps. */
  readonly steps: number;
}

/** Longer runs are judged by so many of their steps; with momentum there are twenty times as many trials. */
const MOST_STEPS = { rate: 10_000, 'rate-and-momentum': 2000 } as const;
/** Tried first; then every hundredth between the best one's neighbours. */
const MOMENTA = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99];
/** The first search: six decades. While the best is at an end, it goes on by a decade, this often on each side. */
const FIRST_DECADE = -5;
const DECADES = 6;
const MORE_DECADES = 3;
/** Ten a decade, in two digits. */
const MANTISSAS = [1, 1.3, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 7.9];
/** Of the loss at the start: whoever comes this near to the floor has come down to it. */
const AT_FLOOR = 1e-12;
/** Long runs are recorded every so many steps only. */
const STRIDE = 10;
const SHORT = 1000;

interface Trial {
  readonly rate: number;
  /** Loss above the floor after the last step; the loss itself where no floor is known. */
  readonly gap: number;
  /** Sum of that over the steps: the less, the earlier the run came down. */
  readonly area: number;
}

/** What a search over learning rates has come to. */
interface Searched {
  readonly best: Trial | null;
  readonly tried: number;
}

/**
 * Tries settings on the real engine. The least final loss wins; among those that have come down to the floor, who came
 * down earliest.
 * @param due asked from time to time: true makes the search yield, so that it never blocks for long
 */
export function* searchBest(task: Task, sought: Sought, due: () => boolean): Generator<void, Best, void> {
  const steps = Math.min(task.steps, MOST_STEPS[sought]);
  const floor = createProblem(task.problem).minimum ?? 0;
  const rateName = OPTIMIZERS[task.optimizer.id].rate;
  if (sought === 'rate' || !hasMomentum(task)) {
    const { best, tried } = yield* searchRate(task, steps, floor, due);
    return { rate: best?.rate ?? null, rateName, momentum: null, tried, steps };
  }
  const searched = new Map<number, Searched>();
  for (const momentum of MOMENTA)
    searched.set(momentum, yield* searchRate(withSettings(task, { momentum }), steps, floor, due));
  for (const momentum of hundredthsAround(bestOf(searched), MOMENTA))
    searched.set(momentum, yield* searchRate(withSettings(task, { momentum }), steps, floor, due));
  const momentum = bestOf(searched);
  const rate = searched.get(momentum)?.best?.rate ?? null;
  const tried = [...searched.values()].reduce((sum, one) => sum + one.tried, 0);
  return { rate, rateName, momentum: rate === null ? null : momentum, tried, steps };
}

function withSettings(task: Task, settings: Readonly<Record<string, number>>): Task {
  const hyperparameters = { ...task.optimizer.hyperparameters, ...settings };
  return { ...task, optimizer: { ...task.optimizer, hyperparameters } };
}

/** The coefficient whose best learning rate comes lowest. */
function bestOf(searched: ReadonlyMap<number, Searched>): number {
  let [winner] = searched.keys();
  for (const [momentum, { best }] of searched) {
    const least = searched.get(winner)?.best;
    if (best && (!least || isBetter(best, least))) winner = momentum;
  }
  return winner;
}

/** Every hundredth strictly between the neighbours of a coefficient, but for itself. */
function hundredthsAround(momentum: number, tried: readonly number[]): number[] {
  const i = tried.indexOf(momentum);
  const [low, high] = [tried[i - 1] ?? 0, tried[i + 1] ?? 1];
  return Array.from({ length: 99 }, (_, k) => (k + 1) / 100).filter(
    (other) => other > low && other < high && other !== momentum,
  );
}

/** Tries ten learning rates a decade, then every two-digit number between the best one's neighbours. */
function* searchRate(
  task: Task,
  steps: number,
  floor: number,
  due: () => boolean,
): Generator<void, Searched, void> {
  const trials = new Map<number, Trial | null>();
  function* tryAll(rates: readonly number[]): Generator<void, void, void> {
    for (const rate of rates) {
      if (!trials.has(rate)) trials.set(rate, yield* trial(task, rate, steps, floor, due));
      if (due()) yield;
    }
  }
  const best = () =>
    [...trials.values()].reduce(
      (best, next) => (next && (!best || isBetter(next, best)) ? next : best),
      null,
    );
  let [low, high] = [FIRST_DECADE, FIRST_DECADE + DECADES];
  yield* tryAll(decades(low, high));
  for (let more = 0; more < MORE_DECADES; more++) {
    const rate = best()?.rate;
    if (rate === Number(`1e${high}`)) yield* tryAll(decades(high, ++high));
    else if (rate === Number(`1e${low}`) || rate === undefined) yield* tryAll(decades(--low, low + 1));
    else break;
  }
  const coarse = best();
  if (coarse) yield* tryAll(between(coarse.rate, [...trials.keys()]));
  return { best: best(), tried: trials.size };
}

/** One run with another learning rate; null if it diverges. */
function* trial(
  task: Task,
  rate: number,
  steps: number,
  floor: number,
  due: () => boolean,
): Generator<void, Trial | null, void> {
  const run = simulate(withSettings(task, { [OPTIMIZERS[task.optimizer.id].rate]: rate }), {
    until: steps,
    stride: steps > SHORT ? STRIDE : 1,
    pause: due,
  });
  let first = Number.NaN;
  let gap = Number.NaN;
  let area = 0;
  for (;;) {
    const next = run.next();
    if (next.done) {
      const diverged = next.value?.kind === 'diverged' || !Number.isFinite(gap);
      return diverged ? null : { rate, gap: gap <= AT_FLOOR * first ? 0 : gap, area };
    }
    const { losses } = next.value.piece;
    for (let i = 0; i < losses.length; i++) {
      gap = losses[i] - floor;
      if (Number.isNaN(first)) first = Math.abs(gap);
      area += gap;
    }
    if (due()) yield;
  }
}

function isBetter(a: Trial, b: Trial): boolean {
  return a.gap === b.gap ? a.area < b.area : a.gap < b.gap;
}

/** Ten rates a decade from 10^low up to 10^high. */
function decades(low: number, high: number): number[] {
  const rates: number[] = [];
  for (let power = low; power < high; power++) rates.push(...MANTISSAS.map((m) => Number(`${m}e${power}`)));
  return [...rates, Number(`1e${high}`)];
}

/** Every number of two digits between the tried neighbours of a rate. */
function between(rate: number, tried: readonly number[]): number[] {
  const low = Math.max(...tried.filter((other) => other < rate), rate / 2);
  const high = Math.min(...tried.filter((other) => other > rate), rate * 2);
  const power = Math.floor(Math.log10(rate));
  return [power - 1, power]
    .flatMap((p) => Array.from({ length: 90 }, (_, i) => Number(`${(i + 10) / 10}e${p}`)))
    .filter((other) => other > low && other < high);
}
