import { summaryMessages as say } from '../../src/messages/summary.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { readingAt, type Reading, type Trajectory } from '../engine/trajectories.ts';
import { outcomeWord } from '../runs/outcomeText.ts';
import { formatCoordinate, formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { runNames } from '../ui/names.ts';
import { ARRIVED, walkOf, type Walk } from './walk.ts';

/** A run goes to and fro if it turned back at more than this part of its steps, and another does not at less. */
const ZIGZAG = 0.5;
const STEADY = 0.25;
/** Fewer steps than this tell nothing of how a run walks. */
const FEWEST_STEPS = 8;

/** A run that is shown and stands somewhere at the step. */
interface Standing {
  readonly name: string;
  readonly reading: Reading;
  readonly trajectory: Trajectory;
}

/**
 * Two or three sentences on a scene at a step: the focused run, and how the others compare. Without runs, none.
 * @param aside what else there is to say of the focused run
 */
export function summaryOf(
  scene: Scene,
  focus: number,
  trajectories: readonly Trajectory[],
  step: number,
  aside = '',
): string {
  // The list says so, and what to do.
  if (scene.runs.length === 0) return '';
  const names = runNames(scene.runs);
  const readings = trajectories.map((trajectory) => readingAt(trajectory, step));
  const focused = readings[focus];
  if (!focused) return say.waiting;
  const { outcome } = trajectories[focus];
  const ended = outcome && step >= outcome.step ? outcomeWord(outcome) : '';
  const first = say.focused(
    names[focus],
    formatCount(focused.step),
    formatCount(scene.steps),
    formatMeasure(focused.loss),
    ended === '' ? null : ended,
  );
  const standing = trajectories.flatMap((trajectory, i) => {
    const reading = readings[i];
    const end = trajectory.outcome;
    const isGone = end?.kind === 'diverged' && end.step <= step;
    const counts = reading && !isGone && !scene.runs[i].hidden && Number.isFinite(reading.loss);
    return counts ? [{ name: names[i], reading, trajectory }] : [];
  });
  const others = comparison(scene, standing, step);
  return [first, aside, others].filter((sentence) => sentence !== '').join(' ');
}

/** Who goes to and fro and who does not; else who is nearest the minimizer, or lowest where none is known. */
function comparison(scene: Scene, standing: readonly Standing[], step: number): string {
  if (standing.length < 2) return '';
  const { minimizers } = createProblem(scene.problem);
  if (minimizers.length !== 1) {
    const lowest = standing.reduce((best, next) => (next.reading.loss < best.reading.loss ? next : best));
    return say.lowest(lowest.name, formatMeasure(lowest.reading.loss));
  }
  const { point } = minimizers[0];
  const distance = ({ reading }: Standing) => Math.hypot(...point.map((x, i) => x - reading.point[i]));
  const nearest = standing.reduce((best, next) => (distance(next) < distance(best) ? next : best));
  const zigzag = zigzagSentence(standing, nearest, point, step);
  if (zigzag !== '') return zigzag;
  const arrival = arrivalSentence(standing, nearest, distance, point, step);
  if (arrival !== '') return arrival;
  const coordinates = point.map(formatCoordinate).join(', ');
  const place = point.length === 1 ? coordinates : `(${coordinates})`;
  return say.nearest(nearest.name, formatMeasure(distance(nearest)), place);
}

/** When the nearest run had arrived, and how far away the farthest still is; nothing where none or all have arrived. */
function arrivalSentence(
  standing: readonly Standing[],
  nearest: Standing,
  distance: (one: Standing) => number,
  minimizer: readonly number[],
  step: number,
): string {
  const walk = walkOf(nearest.trajectory, step, minimizer);
  const farthest = standing.reduce((worst, next) => (distance(next) > distance(worst) ? next : worst));
  const near = ARRIVED * distanceAtStart(nearest, minimizer);
  if (!walk || walk.steps === 0 || distance(nearest) > near || distance(farthest) <= near) return '';
  return say.arrived(
    nearest.name,
    formatCount(walk.steps),
    formatCount(step),
    farthest.name,
    formatMeasure((100 * distance(farthest)) / distanceAtStart(farthest, minimizer)),
  );
}

function distanceAtStart({ trajectory }: Standing, minimizer: readonly number[]): number {
  return Math.hypot(...minimizer.map((x, i) => x - trajectory.points[i]));
}

/** Compares the run that turned back most with the nearest one, where that went steadily; nothing where it did not. */
function zigzagSentence(
  standing: readonly Standing[],
  nearest: Standing,
  minimizer: readonly number[],
  step: number,
): string {
  const steady = walkOf(nearest.trajectory, step, minimizer);
  if (!steady || steady.steps < FEWEST_STEPS || turning(steady) > STEADY || steady.gained <= 0) return '';
  let worst: { readonly name: string; readonly walk: Walk } | null = null;
  for (const { name, trajectory } of standing) {
    const walk = walkOf(trajectory, step, minimizer);
    if (!walk || walk.steps < FEWEST_STEPS || turning(walk) < ZIGZAG || walk.gained <= 0) continue;
    if (!worst || turning(walk) > turning(worst.walk)) worst = { name, walk };
  }
  if (!worst) return '';
  return say.zigzag({ ...inWords(worst.walk), name: worst.name }, { ...inWords(steady), name: nearest.name });
}

function turning({ turns, steps }: Walk): number {
  return turns / steps;
}

function inWords({ steps, turns, walked, gained }: Walk) {
  return {
    steps: formatCount(steps),
    turns: formatCount(turns),
    walked: formatMeasure(walked),
    gained: formatMeasure(gained),
  };
}
