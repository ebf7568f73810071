import { asksOf, rewriteAsked, type TexOracle } from '../equations/asked.ts';
import { qualify, type Equation } from '../equations/equation.ts';
import { parseTex } from '../equations/parseTex.ts';
import { MODIFIERS, type ModifierId } from '../modifiers/registry.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Choice, Task } from '../scene/scene.ts';
import { SCHEDULES, type ScheduleId } from '../schedules/registry.ts';

/** What a line comes from: a schedule by its place in the scene's list. */
export type Owner = 'optimizer' | ModifierId | number;

/** One line of a whole rule. The names of a modifier and of a schedule are qualified: `@sam.climb`. */
export interface RuleLine {
  readonly owner: Owner;
  readonly equation: Equation;
  /** TeX of what the right side's symbols mean, where they need words. */
  readonly where?: readonly string[];
}

/** What a rule is made of. */
export type RuleParts = Pick<Task, 'problem' | 'optimizer' | 'modifiers' | 'schedule'>;

/**
 * The whole rule of a run, in the order of computation: η of this step, what the optimizer asks as its modifiers
 * change it, its own lines, and what becomes of Δθ. Without schedule and modifiers, on a problem whose every θ is
 * feasible, it is the optimizer's equations.
 */
export function ruleOf({
  problem,
  optimizer: { id, hyperparameters },
  modifiers,
  schedule,
}: RuleParts): RuleLine[] {
  const lines = rateLines(schedule, OPTIMIZERS[id].rate);
  for (const equation of OPTIMIZERS[id].equations(hyperparameters)) {
    const { oracle, asked } = oracleIn(modifiers);
    const right = rewriteAsked(equation.right, oracle);
    const { when } = equation;
    for (const line of asked)
      lines.push(when === undefined ? line : { ...line, equation: { ...line.equation, when } });
    lines.push({ owner: 'optimizer', equation: { ...equation, right } });
  }
  const changes = inOrder(modifiers).flatMap(({ id: owner, hyperparameters: h }) =>
    (MODIFIERS[owner].changes?.(h) ?? []).map((equation) => ({ owner, equation })),
  );
  lines.push(...changes);
  const isProjected = createProblem(problem).project !== undefined;
  if (changes.length > 0 || isProjected) {
    const right = isProjected ? String.raw`\operatorname{proj}(@theta + @update)` : '@theta + @update';
    lines.push({ owner: 'optimizer', equation: { left: 'theta', right } });
  }
  return lines;
}

/** What a run's optimizer is answered, in TeX; `asked` fills with the lines that come before an answer. */
export function oracleIn(modifiers: RuleParts['modifiers']): { oracle: TexOracle; asked: RuleLine[] } {
  const asked: RuleLine[] = [];
  const oracle = inOrder(modifiers).reduce<TexOracle>((inner, { id: owner, hyperparameters }) => {
    const compute = (equation: Equation) => asked.push({ owner, equation });
    return MODIFIERS[owner].rewrite?.(inner, compute, hyperparameters) ?? inner;
  }, asksOf);
  return { oracle, asked };
}

/** The modifiers of a run in the order in which they apply. */
export function inOrder(modifiers: RuleParts['modifiers']): Choice<ModifierId>[] {
  const ids = Object.keys(MODIFIERS) as ModifierId[];
  return modifiers.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** What a schedule's names are qualified with. */
export function scheduleScope(index: number): string {
  return `schedule-${index}`;
}

/** One line a factor: η times the first, and what that gives times the next. */
function rateLines(schedule: RuleParts['schedule'], learningRate: string): RuleLine[] {
  const lines: RuleLine[] = [];
  for (const [owner, { id, hyperparameters }] of schedule.entries()) {
    if (id === 'constant') continue;
    const [formula, ...where] = scheduleFormula(id, hyperparameters).map((tex) =>
      qualify(tex, scheduleScope(owner), ['t', 'T']),
    );
    const { kind } = parseTex(formula);
    const factor = kind === 'sum' || kind === 'modulo' ? String.raw`\left(${formula}\right)` : formula;
    const rate = lines.length === 0 ? `@${learningRate}` : '@lr';
    lines.push({ owner, equation: { left: 'lr', right: String.raw`${rate} \cdot ${factor}` }, where });
  }
  return lines;
}

/** The factor, and what explains its symbols. */
function scheduleFormula(id: ScheduleId, hyperparameters: Choice<ScheduleId>['hyperparameters']): string[] {
  return SCHEDULES[id].formula(hyperparameters).split(String.raw`,\quad `);
}
