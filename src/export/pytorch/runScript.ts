import { OPTIMIZERS } from '../../optimizers/registry.ts';
import type { Run } from '../../scene/scene.ts';
import type { AnyValues, Specs } from '../../specs/spec.ts';
import { modifiersOf } from './modifiers.ts';
import { OPTIMIZER_SCRIPTS } from './optimizers.ts';
import { oracleScript, type OracleScript } from './oracle.ts';
import { floatOf, indented, inComment, literalOf, mentions, variableOf } from './python.ts';
import { schedulesOf } from './schedules.ts';
import type { OptimizerScript, WriteOptimizer } from './writing.ts';

/** Longer lines are broken where that is easy. */
const LONG = 92;

/** What a run's function must know of the scene's problem. */
export interface RunSetting {
  readonly isNoisy: boolean;
  /** Whether f is another one in each step. */
  readonly isOnline: boolean;
  /** Whether f is of a step's batch; losses are those of all samples. */
  readonly isBatched: boolean;
  /** Python that brings `theta` back into the feasible set, if there is one. */
  readonly project: string | undefined;
}

/** One run as a Python function of this name, which returns its path. */
export function runFunction(run: Run, name: string, setting: RunSetting): string {
  const { isNoisy, isOnline, isBatched, project } = setting;
  const { id, hyperparameters } = run.optimizer;
  const { name: title, idea, rate: rateKey, hyperparameters: specs } = OPTIMIZERS[id];
  const modifiers = modifiersOf(run.modifiers);
  const schedules = schedulesOf(run.schedule);
  const oracle = oracleScript(modifiers, {
    gradient: isNoisy || isOnline || isBatched,
    value: isOnline || isBatched,
    hessian: isBatched,
  });
  const isScheduled = schedules.length > 0;
  const write: WriteOptimizer = OPTIMIZER_SCRIPTS[id];
  const script = write({ hyperparameters, isRateConstant: !isScheduled, ...oracle.ask });
  const isTorch = 'torch' in script;
  const rate = isScheduled ? 'learning_rate' : 'eta';
  const { setup, step } = isTorch ? torchLines(script, rate, oracle) : script;

  const factors = schedules.map((schedule) => schedule.script.factor(schedule.hyperparameters));
  // A schedule that stands there twice counts twice, but remembers once.
  const states = [...new Set(schedules.map((schedule) => schedule.script))];
  const after = [...modifiers.flatMap((modifier) => modifier.after), ...(project ? [project] : [])];
  const lossAt = (t: string) => (isOnline ? `f(theta, ${t}).item()` : 'path.losses[-1]');
  const keepsTheta = after.some((line) => mentions(line, 'before'));
  const loop = [
    ...factors.map((factor, i) => (i === 0 ? `eta = ${rate} * ${factor}` : `eta *= ${factor}`)),
    ...(keepsTheta ? ['before = theta.detach().clone()'] : []),
    ...step,
    ...(isTorch && after.length > 0 ? ['with torch.no_grad():', ...indented(after)] : after),
    'path.add(theta)',
    ...states.flatMap((state) => state.afterStep?.(lossAt('t')) ?? []),
  ];
  const lines = [...setup, ...loop].join('\n');
  const wrappers = oracle.wrappersFor(lines);
  return [
    ...(run.name === null ? [] : [`# ${inComment(run.name)}`]),
    `def ${name}():`,
    ...indented([
      ...described(title, idea),
      assignment(rate, floatOf(Number(hyperparameters[rateKey])), specs[rateKey].label),
      ...numbersIn(lines, specs, hyperparameters, rateKey),
      `theta = torch.tensor(START${isTorch ? ', requires_grad=True' : ''})`,
      ...modifiers.flatMap((modifier) => modifier.setup),
      ...wrappers.flatMap((wrapper) => ['', ...wrapper]),
      ...(wrappers.length > 0 ? [''] : []),
      ...setup,
      'path = Path()',
      'path.add(theta)',
      ...states.flatMap((state) => state.setup?.(lossAt('1')) ?? []),
      'for t in range(1, STEPS + 1):',
      ...indented(['if path.diverged:', '    break', ...loop]),
      'return path',
    ]),
  ].join('\n');
}

/** The lines around an optimizer of torch.optim. @param rate the variable that it is made with */
function torchLines(
  { torch, options, note }: Extract<OptimizerScript, { readonly torch: string }>,
  rate: string,
  { ask, isPlain }: OracleScript,
): { setup: readonly string[]; step: readonly string[] } {
  return {
    setup: [
      ...(note === undefined ? [] : [`# ${note}`]),
      ...call(`optimizer = torch.optim.${torch}`, ['[theta]', `lr=${rate}`, ...options].join(', ')),
    ],
    step: [
      ...(rate === 'eta' ? [] : ['optimizer.param_groups[0]["lr"] = eta']),
      ...(isPlain
        ? ['optimizer.zero_grad()', 'f(theta).backward()']
        : [`theta.grad = ${ask.gradient('theta')}`]),
      'optimizer.step()',
    ],
  };
}

/** What a function is, on one line or on several. */
function described(title: string, idea: string): string[] {
  const line = `"""${title}. ${idea}"""`;
  return line.length <= LONG ? [line] : [`"""${title}.`, '', idea, '"""'];
}

/** A call on one line, or with its arguments on a line of their own. */
function call(name: string, args: string): string[] {
  const line = `${name}(${args})`;
  return line.length <= LONG ? [line] : [`${name}(`, ...indented([args]), ')'];
}

/** The hyperparameters that the lines name, with their labels; the momentum is `mu`. */
function numbersIn(lines: string, specs: Specs, values: AnyValues, rateKey: string): string[] {
  return Object.entries(specs).flatMap(([key, spec]) => {
    const variable = key === 'momentum' ? 'mu' : variableOf(key);
    const isNumber = spec.kind === 'number' || spec.kind === 'numbers';
    if (!isNumber || key === rateKey || !mentions(lines, variable)) return [];
    return [assignment(variable, literalOf(values[key], spec), spec.label)];
  });
}

/** A number with its label, where that is not its name. */
function assignment(name: string, value: string, label: string): string {
  const isTold = name.replaceAll('_', ' ') === label.toLowerCase();
  return `${name} = ${value}${isTold ? '' : `  # ${label}`}`;
}
