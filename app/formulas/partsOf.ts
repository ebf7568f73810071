import { inOrder, scheduleScope, type RuleParts } from '../../src/engine/rule.ts';
import { MODIFIERS } from '../../src/modifiers/registry.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import type { Citation } from '../../src/specs/citation.ts';

/** What a rule is made of beside its optimizer. */
export interface RulePart {
  /** Apart from those of the rule's other parts. */
  readonly key: string;
  readonly name: string;
  readonly idea: string;
  readonly cite: readonly Citation[];
}

/** The modifiers of a run in the order in which they apply, and the schedules that change its η. */
export function partsOf({ modifiers, schedule }: Pick<RuleParts, 'modifiers' | 'schedule'>): RulePart[] {
  const part = (key: string, { name, idea, cite }: Omit<RulePart, 'key'>): RulePart => ({
    key,
    name,
    idea,
    cite,
  });
  return [
    ...inOrder(modifiers).map(({ id }) => part(id, MODIFIERS[id])),
    ...schedule.flatMap(({ id }, i) => (id === 'constant' ? [] : [part(scheduleScope(i), SCHEDULES[id])])),
  ];
}
