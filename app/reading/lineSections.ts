import type { Owner } from '../../src/engine/rule.ts';
import { roleWords } from '../../src/messages/reading.ts';
import { MODIFIERS } from '../../src/modifiers/registry.ts';
import type { ArrowRole } from '../../src/optimizers/optimizer.ts';
import type { ReadLine } from '../../src/reading/reading.ts';
import type { Task } from '../../src/scene/scene.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import type { Term } from './terms.ts';

/** Lines of a step that belong together, below one heading. */
export interface LineSection {
  readonly heading: string;
  /** Whose arrow it has, if any. */
  readonly role: ArrowRole | null;
  /** What its quantity is, in plain words; empty where the heading says it. */
  readonly aside: string;
  /** Indices of its lines, in the order of computation. */
  readonly lines: readonly number[];
}

type SymbolicLine = Pick<ReadLine, 'owner' | 'name' | 'symbols'>;

/** All names that a line reads. */
function namesRead({ symbols: { right, when = '' } }: SymbolicLine): Set<string> {
  return new Set(Array.from(`${right} ${when}`.matchAll(/\\term\{([^{}]*)\}/g), ([, name]) => name));
}

/**
 * Sorts the lines of a rule into sections by the arrow of what they compute. A line goes up to a section of its kind only
 * past lines that neither need it nor write what it needs, so that read from top to bottom the rule stays true.
 */
export function lineSections(
  lines: readonly SymbolicLine[],
  terms: readonly Term[],
  task: Pick<Task, 'modifiers' | 'schedule'>,
): LineSection[] {
  const termOf = new Map(terms.map((term) => [term.name, term]));
  const sections: { owner: Owner; heading: string; role: ArrowRole | null; lines: number[] }[] = [];
  for (const [i, line] of lines.entries()) {
    const role = line.name === 'theta' ? 'update' : (termOf.get(line.name)?.role ?? null);
    const reads = namesRead(line);
    const joins = (section: (typeof sections)[number]) =>
      section.owner === line.owner &&
      section.role === role &&
      (role !== null || section.lines.some((j) => reads.has(lines[j].name)));
    const at = sections.findLastIndex(joins);
    const passed = sections.slice(at + 1).flatMap((section) => section.lines.map((j) => lines[j]));
    const isFree = passed.every(
      (other) => !reads.has(other.name) && other.name !== line.name && !namesRead(other).has(line.name),
    );
    if (at >= 0 && isFree) sections[at].lines.push(i);
    else sections.push({ owner: line.owner, heading: headingOf(line, role, termOf, task), role, lines: [i] });
  }
  return sections.map(({ heading, role, lines: own }) => {
    const label = termOf.get(lines[own[0]].name)?.label ?? '';
    return { heading, role, aside: capitalized(label) === heading ? '' : label, lines: own };
  });
}

function headingOf(
  { owner, name }: SymbolicLine,
  role: ArrowRole | null,
  terms: ReadonlyMap<string, Term>,
  { modifiers, schedule }: Pick<Task, 'modifiers' | 'schedule'>,
): string {
  if (typeof owner === 'number') return SCHEDULES[schedule[owner].id].name;
  if (role !== null && role !== 'update') return roleWords[role];
  const modifier = modifiers.find(({ id }) => id === owner);
  if (modifier) return MODIFIERS[modifier.id].name;
  return role === null ? capitalized(terms.get(name)?.label ?? name) : roleWords.update;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
