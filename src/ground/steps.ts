import type { Vector } from '../linalg/vector.ts';
import type { DataModel, Problem } from '../problems/problem.ts';

/** Arcs of equal width, from each of which the steps within it are a few further. */
const ARCS = 2 ** 14;

/**
 * The zero-one loss of a linear model as a problem without samples: what a line gets wrong depends on its direction alone,
 * so that the mean is constant between rays from the origin, of which each sample has two. Null where the loss is another.
 */
export function stepsOf(problem: Problem): Problem | null {
  const { data, dimension } = problem;
  if (!data || dimension !== 2 || data.loss !== 'zero-one') return null;
  const mistakesAt = mistakesByDirection(data);
  const { count, penalty } = data;
  const biasPenalty = data.model === 'weights' ? penalty : 0;
  const unscaled = (theta: Vector) =>
    mistakesAt(theta[0], theta[1]) / count +
    0.5 * (penalty * theta[0] * theta[0] + biasPenalty * theta[1] * theta[1]);
  const factor = factorOf(problem, unscaled);
  return {
    ...problem,
    samples: 0,
    data: null,
    valueInto(theta, out) {
      out[0] = factor * unscaled(theta);
    },
  };
}

/** What f is multiplied by: it is asked where there is something to multiply. */
function factorOf(problem: Problem, unscaled: (theta: Vector) => number): number {
  for (const theta of [Float64Array.of(1, 0), Float64Array.of(-1, 0), Float64Array.of(0, 0)]) {
    const value = unscaled(theta);
    if (value > 0) return problem.value(theta) / value;
  }
  return 1;
}

/** How many samples have a score of the other sign than their class, as a function of θ; a score of 0 is of class 1. */
function mistakesByDirection({ inputs, targets, count }: DataModel): (x: number, y: number) => number {
  const angles = new Float64Array(2 * count);
  const changes = new Map<number, number>();
  let steps = 0;
  const addStep = (angle: number, change: number) => {
    const turned = angle >= Math.PI ? angle - 2 * Math.PI : angle < -Math.PI ? angle + 2 * Math.PI : angle;
    if (!changes.has(turned)) angles[steps++] = turned;
    changes.set(turned, (changes.get(turned) ?? 0) + change);
  };
  for (let i = 0; i < count; i++) {
    const [x, y] = [inputs[2 * i], inputs[2 * i + 1]];
    if (x === 0 && y === 0) continue;
    const angle = Math.atan2(y, x);
    const gain = targets[i] > 0 ? -1 : 1;
    addStep(angle - Math.PI / 2, gain);
    addStep(angle + Math.PI / 2, -gain);
  }
  const rays = angles.subarray(0, steps).sort();
  // Between the last ray and the first one samples are counted; from ray to ray the count is changed.
  const between = steps === 0 ? 0 : (rays[steps - 1] - 2 * Math.PI + rays[0]) / 2;
  const mistakes = new Float64Array(steps + 1);
  mistakes[0] = countMistakes(inputs, targets, Math.cos(between), Math.sin(between));
  for (let ray = 0; ray < steps; ray++)
    mistakes[ray + 1] = mistakes[ray] + (changes.get(rays[ray]) as number);
  const atOrigin = countMistakes(inputs, targets, 0, 0);
  const firstIn = new Uint32Array(ARCS + 1);
  for (let arc = 0, ray = 0; arc <= ARCS; arc++) {
    while (ray < steps && arcOf(rays[ray]) < arc) ray++;
    firstIn[arc] = ray;
  }
  return (x, y) => {
    if (x === 0 && y === 0) return atOrigin;
    const angle = Math.atan2(y, x);
    let ray = firstIn[arcOf(angle)];
    while (ray < steps && rays[ray] <= angle) ray++;
    return mistakes[ray];
  };
}

function arcOf(angle: number): number {
  return Math.min(ARCS - 1, Math.max(0, Math.floor(((angle + Math.PI) / (2 * Math.PI)) * ARCS)));
}

function countMistakes(inputs: Vector, targets: Vector, x: number, y: number): number {
  let mistakes = 0;
  for (let i = 0; i < targets.length; i++)
    if (x * inputs[2 * i] + y * inputs[2 * i + 1] >= 0 !== targets[i] > 0) mistakes += 1;
  return mistakes;
}
