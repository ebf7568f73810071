import { symbolicLines } from '../../src/reading/symbolicLines.ts';
import type { Task } from '../../src/scene/scene.ts';
import type { SymbolicLine } from './linePieces.ts';
import { lineSections, type LineSection } from './lineSections.ts';
import { termsOf, type Term } from './terms.ts';

/** What of a run's rule stays from step to step: its lines in symbols, and how they are arranged. */
export interface RuleStructure {
  /** Equal for rules that look alike: turning a number does not change it, choosing a variant does. */
  readonly key: string;
  readonly lines: readonly SymbolicLine[];
  readonly sections: readonly LineSection[];
  readonly terms: readonly Term[];
}

const known = new WeakMap<object, RuleStructure>();

/** The same object for the same task. */
export function ruleStructure(task: Task): RuleStructure {
  const before = known.get(task);
  if (before) return before;
  const lines = symbolicLines(task);
  const terms = termsOf(task);
  const sections = lineSections(lines, terms, task);
  const structure = { key: JSON.stringify([lines, sections]), lines, sections, terms };
  known.set(task, structure);
  return structure;
}
