import { ruleOf, scheduleScope, type RuleParts } from '../engine/rule.ts';
import { namesIn } from '../equations/equation.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import type { Quantities } from '../optimizers/optimizer.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import type { Specs } from '../specs/spec.ts';

/** TeX of the names that every rule has. */
export const BUILT_IN: Readonly<Record<string, string>> = {
  theta: String.raw`\theta`,
  g: 'g',
  update: String.raw`\Delta\theta`,
  lr: String.raw`\eta`,
  t: 't',
  T: 'T',
};
/** η of this step, where a schedule makes it differ from the learning rate. */
const SCHEDULED = String.raw`\eta_t`;

/** The TeX of each name in a run's rule: its own symbol, with a prime where another member has the same. */
export function symbolsOf(run: RuleParts): ReadonlyMap<string, string> {
  const lines = ruleOf(run);
  const names = new Set(
    lines.flatMap(({ equation: { left, right, when = '' }, where = [] }) => [
      left,
      ...[right, when, ...where].flatMap(namesIn),
    ]),
  );
  const isScheduled = lines.some(({ equation }) => equation.left === 'lr');
  const symbols = new Map<string, string>();
  // The optimizer's own names, which have no dot, keep their symbols.
  for (const name of [...names].toSorted((a, b) => Number(a.includes('.')) - Number(b.includes('.')))) {
    let symbol = name === 'lr' && isScheduled ? SCHEDULED : symbolOf(run, name);
    while (name.includes('.') && [...symbols.values()].includes(symbol)) symbol = `${symbol}'`;
    symbols.set(name, symbol);
  }
  return symbols;
}

function symbolOf({ optimizer, modifiers, schedule }: RuleParts, name: string): string {
  const [scope, own] = name.split('.');
  if (own === undefined) return BUILT_IN[name] ?? symbolIn(OPTIMIZERS[optimizer.id], name);
  const modifier = modifiers.find(({ id }) => id === scope);
  if (modifier) return symbolIn(MODIFIERS[modifier.id], own);
  const index = schedule.findIndex((_, i) => scheduleScope(i) === scope);
  return symbolIn(SCHEDULES[schedule[index].id], own);
}

interface Member {
  readonly hyperparameters: Specs;
  readonly quantities: Quantities;
}

function symbolIn({ hyperparameters, quantities }: Member, name: string): string {
  return quantities[name]?.symbol ?? hyperparameters[name]?.symbol ?? name;
}
