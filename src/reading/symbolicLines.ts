import { ruleOf, type RuleLine } from '../engine/rule.ts';
import { typeset } from '../equations/equation.ts';
import type { Task } from '../scene/scene.ts';
import type { ReadLine } from './reading.ts';
import { symbolsOf } from './symbols.ts';

/** What of a line needs no step. */
export type SymbolicLine = Pick<ReadLine, 'owner' | 'name' | 'symbols'>;

/** The rule of a run, and what θ becomes. */
export function wholeRuleOf(task: Task): readonly RuleLine[] {
  const rule = ruleOf(task);
  const endsWithSum = rule.some(({ equation }) => equation.left === 'theta');
  return endsWithSum
    ? rule
    : [...rule, { owner: 'optimizer', equation: { left: 'theta', right: '@theta + @update' } }];
}

/** The same in symbols, each of them a `\term`. θ of a right side is the one before the step. */
export function symbolicLines(task: Task): SymbolicLine[] {
  const symbols = symbolsOf(task);
  const named = (name: string) => term(name, symbols.get(name) ?? name);
  const tex = (template: string) =>
    typeset(template, (name) => (name === 'theta' ? term(name, String.raw`\theta_{t-1}`) : named(name)));
  return wholeRuleOf(task).map(({ owner, equation: { left, right, when }, where = [] }) => ({
    owner,
    name: left,
    symbols: {
      left: left === 'theta' ? term(left, String.raw`\theta_t`) : named(left),
      right: tex(right).replace(/^\+/, ''),
      ...(when === undefined ? {} : { when: tex(when) }),
      where: where.map(tex),
    },
  }));
}

/** `\term{name}{…}`, which the panel knows a name's TeX by. */
export function term(name: string, tex: string): string {
  return String.raw`\term{${name}}{${tex}}`;
}
