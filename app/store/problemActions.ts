import { createProblem } from '../../src/problems/createProblem.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { PROBLEMS, type ProblemId } from '../../src/problems/registry.ts';
import { SCENE_DEFAULTS } from '../../src/scene/readScene.ts';
import type { Run, Sampling } from '../../src/scene/scene.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import type { AnyValues, Value } from '../../src/specs/spec.ts';
import type { Store } from './store.ts';

/**
 * A new problem brings its own start and domain; the runs stay. On a data problem all of them see the whole set at first;
 * the noise waits for the next surface.
 */
export function chooseProblem(store: Store, id: ProblemId): void {
  const selection = { id, params: defaultsOf(PROBLEMS[id].parameters), scale: 1, rotation: 0 };
  const problem = createProblem(selection);
  const shape = problem.shape ?? [problem.dimension, 1];
  store.setState(({ scene, chart }) => ({
    scene: {
      ...scene,
      problem: selection,
      start: problem.start,
      sampling: samplingOn(problem, createProblem(scene.problem), scene.sampling),
      runs: scene.runs.map((run) => withShape(run, shape)),
    },
    window: null,
    chart: { ...chart, range: null },
  }));
}

function samplingOn(next: Problem, former: Problem, sampling: Sampling): Sampling {
  const isData = next.samples > 0;
  if (isData === former.samples > 0) return sampling;
  const { batchSize, order } = SCENE_DEFAULTS.sampling;
  return isData ? { ...sampling, batchSize: 'full' } : { ...sampling, batchSize, order };
}

/** The run with its parameters in the problem's shape: that of another problem may not fit this one's. */
function withShape(run: Run, shape: readonly number[]): Run {
  const { id, hyperparameters } = run.optimizer;
  const reshaped: AnyValues = Object.fromEntries(
    Object.entries(OPTIMIZERS[id].hyperparameters)
      .filter(([name, { kind }]) => kind === 'shape' && hyperparameters[name] !== 'diagonal')
      .map(([name]) => [name, shape]),
  );
  if (Object.keys(reshaped).length === 0) return run;
  return { ...run, optimizer: { id, hyperparameters: { ...hyperparameters, ...reshaped } } };
}

/** A parameter of the surface; start and window stay where they are. */
export function setProblemParameter(store: Store, name: string, value: Value): void {
  store.setState(({ scene }) => {
    const { problem } = scene;
    return { scene: { ...scene, problem: { ...problem, params: { ...problem.params, [name]: value } } } };
  });
}

/** @param rotation degrees, counterclockwise */
export function setRotation(store: Store, rotation: number): void {
  store.setState(({ scene }) => ({ scene: { ...scene, problem: { ...scene.problem, rotation } } }));
}

/** @param scale the loss is multiplied by it */
export function setScale(store: Store, scale: number): void {
  store.setState(({ scene }) => ({ scene: { ...scene, problem: { ...scene.problem, scale } } }));
}

/** The same problem with its default parameters, start and domain. */
export function resetProblem(store: Store): void {
  chooseProblem(store, store.getState().scene.problem.id);
}
