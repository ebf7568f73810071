import { rotationBy } from '../../linalg/rotation.ts';
import { pytorchMessages as say } from '../../messages/pytorch.ts';
import { createProblem } from '../../problems/createProblem.ts';
import { PROBLEMS } from '../../problems/registry.ts';
import { isWholeSet } from '../../random/batches.ts';
import type { Scene } from '../../scene/scene.ts';
import { BATCH_SCRIPTS } from './batches.ts';
import { gradientText, hessianText, LIBRARY, PATH } from './library.ts';
import { PROBLEM_SCRIPTS, type ProblemScript } from './problems.ts';
import { calls, floatOf, indented, listOf, mentions } from './python.ts';
import { runFunction, type RunSetting } from './runScript.ts';
import { SCHEDULE_SCRIPTS } from './schedules.ts';

/**
 * A scene's runs as a PyTorch script: it needs torch 1.13 or later and nothing else, has the functions that these runs
 * need, and prints one line of JSON a run, with its points and its losses. Scripts one after the other are a script.
 */
export function pytorchScript(scene: Scene): string {
  if (scene.runs.length === 0) return `"""${say.noRuns}"""\n`;
  const deviation = deviationOf(scene);
  const problem = problemScript(scene);
  const { online: isOnline, samples } = createProblem(scene.problem);
  const isBatched = !isWholeSet(scene.sampling, samples);
  const setting = { isNoisy: deviation > 0, isOnline, isBatched, project: problem.project };
  const names = scene.runs.map((_, i) => `run_${i + 1}`);
  const functions = scene.runs.map((run, i) => runFunction(run, names[i], setting));
  const needed = neededBy([problem.text, problem.samples ?? '', ...functions].join('\n'), scene, setting);
  const core = needed.join('\n');
  const constants = {
    START: listOf(scene.start),
    STEPS: String(scene.steps),
    ...(mentions(core, 'NOISE') && { NOISE: `${floatOf(deviation)}  # ${say.noise}` }),
    ...(mentions(core, 'SEED') && { SEED: String(scene.sampling.seed) }),
    ...(isBatched && { BATCH: `${scene.sampling.batchSize}  # ${say.batch}` }),
    ...problem.constants,
  };
  const remarks = [
    ...(isBatched ? [say.batched] : []),
    ...(searchesByRounding(scene, deviation) ? [say.searchesByRounding] : []),
  ];
  const head = [
    `"""${[say.header, ...remarks].join('\n')}"""`,
    '',
    ...(mentions(core, 'functools') ? ['import functools'] : []),
    'import json',
    'import math',
    '',
    'import torch',
    '',
    'torch.set_default_dtype(torch.float64)',
    '',
    ...Object.entries(constants).map(([name, value]) => `${name} = ${value}`),
  ];
  const samplesText = problem.samples === null ? [] : [problem.samples];
  return [head.join('\n'), problem.text, PATH, ...needed, ...samplesText, ...functions, mainText(names)].join(
    '\n\n\n',
  );
}

/** Whether a run searches along gradients that are not those of the values it compares. */
function searchesByRounding({ runs }: Scene, deviation: number): boolean {
  return runs.some(
    ({ optimizer, modifiers }) =>
      optimizer.id === 'lbfgs' && (deviation > 0 || modifiers.some(({ id }) => id === 'sam')),
  );
}

/** Of each gradient coordinate's noise; 0 where there is none. */
function deviationOf({ problem, sampling: { noise, batchSize } }: Scene): number {
  if (batchSize === 'full' || createProblem(problem).samples > 0) return 0;
  return noise / Math.sqrt(batchSize);
}

/** The functions that a text calls, and those that they call, in the library's order. */
function neededBy(text: string, { sampling }: Scene, { isNoisy, isOnline, isBatched }: RunSetting): string[] {
  const schedules = Object.entries(SCHEDULE_SCRIPTS).flatMap(([name, script]) =>
    script?.text ? [[name, script.text] as const] : [],
  );
  const all = [
    ...Object.entries(LIBRARY),
    ...(isBatched ? Object.entries(BATCH_SCRIPTS[sampling.order]) : []),
    ['gradient', gradientText(isNoisy, isOnline || isBatched)] as const,
    ['hessian', hessianText(isBatched)] as const,
    ...schedules,
  ];
  const needed = new Set<string>();
  const look = (caller: string) => {
    for (const [name, own] of all)
      if (!needed.has(name) && calls(caller, name)) {
        needed.add(name);
        look(own);
      }
  };
  look(text);
  return all.filter(([name]) => needed.has(name)).map(([, own]) => own);
}

/** f with the scene's rotation and scale, and the constants in it. */
function problemScript({ problem: selection, sampling }: Scene) {
  const { id, params, scale, rotation } = selection;
  const script: ProblemScript = PROBLEM_SCRIPTS[id](params);
  const { cos, sin } = rotationBy(rotation);
  const turn = [`# ${say.turned(rotation)}`, 'x, y = COS * x + SIN * y, COS * y - SIN * x'];
  const { online, samples } = createProblem(selection);
  const isBatched = !isWholeSet(sampling, samples);
  const rows = isBatched ? 'SAMPLES if t is None else SAMPLES[batch(t)]' : 'SAMPLES';
  const lines = [
    `"""${PROBLEMS[id].name}."""`,
    ...(script.samples === undefined ? [] : [`rows = ${rows}`]),
    ...(script.unpack ?? ['x, y = theta']),
    ...(rotation === 0 ? [] : turn),
    ...(script.lines ?? []),
    scale === 1 ? `return ${script.value}` : `return SCALE * (${script.value})`,
  ];
  return {
    constants: {
      ...script.constants,
      ...(rotation !== 0 && { COS: floatOf(cos), SIN: floatOf(sin) }),
      ...(scale !== 1 && { SCALE: floatOf(scale) }),
    },
    project: script.project,
    samples: script.samples ?? null,
    text: [`def f(theta${online || isBatched ? ', t=None' : ''}):`, ...indented(lines)].join('\n'),
  };
}

function mainText(names: readonly string[]): string {
  return `\
if __name__ == "__main__":
    for run in [${names.join(', ')}]:
        print(run().to_json())
`;
}
