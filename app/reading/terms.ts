import { ruleOf, type RuleParts } from '../../src/engine/rule.ts';
import { namesIn } from '../../src/equations/equation.ts';
import { readingMessages as say } from '../../src/messages/reading.ts';
import { MODIFIERS } from '../../src/modifiers/registry.ts';
import type { ArrowRole, QuantitySpec } from '../../src/optimizers/optimizer.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { symbolsOf } from '../../src/reading/symbols.ts';

/** A quantity of a run's rule: what is not set by hand. */
export interface Term {
  /** As the equations write it: `m`, `sam.climb`. */
  readonly name: string;
  /** TeX. */
  readonly symbol: string;
  /** In plain words. */
  readonly label: string;
  /** What its arrow is, whose colour it has; null where there is no arrow. */
  readonly role: ArrowRole | null;
}

/** What every rule has. */
const BUILT_IN: Readonly<Record<string, Omit<Term, 'name' | 'symbol'>>> = {
  theta: { label: say.theta, role: null },
  g: { label: say.g, role: 'gradient' },
  update: { label: say.update, role: 'update' },
  lr: { label: say.learningRate, role: null },
};

/** The quantities of a run's rule in the order of its lines, each once. */
export function termsOf(run: RuleParts): Term[] {
  const symbols = symbolsOf(run);
  const isScheduled = run.schedule.some(({ id }) => id !== 'constant');
  const names = ruleOf(run).flatMap(({ equation: { left, right } }) => [...namesIn(right), left]);
  return [...new Set(['theta', ...names])].flatMap((name) => {
    const known = name === 'lr' && !isScheduled ? undefined : (BUILT_IN[name] ?? quantityOf(run, name));
    return known?.label === undefined
      ? []
      : [{ name, symbol: symbols.get(name) ?? name, label: known.label, role: roleOf(known) }];
  });
}

function roleOf(known: Omit<Term, 'name' | 'symbol'> | QuantitySpec): ArrowRole | null {
  return 'role' in known ? known.role : (known.arrow?.role ?? null);
}

/** The quantity of an optimizer or a modifier that a name stands for; none where it is a hyperparameter. */
function quantityOf({ optimizer, modifiers }: RuleParts, name: string): QuantitySpec | undefined {
  const [scope, own] = name.split('.');
  if (own === undefined) return OPTIMIZERS[optimizer.id].quantities[name];
  const modifier = modifiers.find(({ id }) => id === scope);
  return modifier && MODIFIERS[modifier.id].quantities[own];
}

/** What an optimizer’s hyperparameter is called in a run's equations: its rate is η there, where no schedule changes it. */
export function nameOfSetting(
  { optimizer, schedule }: Pick<RuleParts, 'optimizer' | 'schedule'>,
  setting: string,
): string {
  const isScheduled = schedule.some(({ id }) => id !== 'constant');
  return setting === OPTIMIZERS[optimizer.id].rate && !isScheduled ? 'lr' : setting;
}
