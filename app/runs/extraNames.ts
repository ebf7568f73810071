import { runMessages as say } from '../../src/messages/runs.ts';
import { MODIFIERS, type ModifierId } from '../../src/modifiers/registry.ts';
import type { Choice, Run } from '../../src/scene/scene.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';

/** A name within a sentence: Cosine is cosine, SAM stays SAM. */
export function midSentence(name: string): string {
  return name === name.toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** The modifiers of a run in the order in which they apply. */
export function inOrder(modifiers: Run['modifiers']): readonly Choice<ModifierId>[] {
  const order = Object.keys(MODIFIERS);
  return modifiers.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** A run's schedule in short: warm-up × cosine. */
export function scheduleSummary(schedule: Run['schedule']): string {
  const names = schedule.map(({ id }) => midSentence(SCHEDULES[id].name));
  return names.length > 0 ? names.join(say.times) : say.constant;
}

/** A run's modifiers in short: SAM, Lookahead. */
export function modifierSummary(modifiers: Run['modifiers']): string {
  const names = inOrder(modifiers).map(({ id }) => MODIFIERS[id].name);
  return names.length > 0 ? names.join(', ') : say.none;
}

/** What stands beside a run's optimizer: its schedule and its modifiers, or nothing. */
export function extrasSummary({ schedule, modifiers }: Run): string {
  const parts = [
    ...(schedule.length > 0 ? [scheduleSummary(schedule)] : []),
    ...(modifiers.length > 0 ? [modifierSummary(modifiers)] : []),
  ];
  return parts.join(', ');
}
