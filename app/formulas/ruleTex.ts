import { ruleOf, type RuleLine, type RuleParts } from '../../src/engine/rule.ts';
import { typeset } from '../../src/equations/equation.ts';
import { ruleMessages as say } from '../../src/messages/rules.ts';
import { BUILT_IN, symbolsOf } from '../../src/reading/symbols.ts';

/** One line of an update rule, in symbols. */
export interface TexLine {
  readonly left: string;
  readonly right: string;
  /** Which steps compute it, `t \bmod k = 0`. */
  readonly when?: string;
  /** What some of its symbols stand for. */
  readonly where: readonly string[];
}

/** The lines of a run's rule in symbols. The last is what θ becomes. */
export function ruleTex(run: RuleParts): TexLine[] {
  const lines = ruleOf(run);
  const symbols = symbolsOf(run);
  const tex = (template: string) => typeset(template, (name) => symbols.get(name) ?? name);
  // An optimizer's own rule ends with what it adds to θ; what modifiers change in between has a line of its own.
  const endsWithSum = lines.some(({ equation }) => equation.left === 'theta');
  return lines.map(({ equation: { left, right, when }, where = [] }: RuleLine) => {
    const isStep = left === 'update' && !endsWithSum;
    return {
      left: isStep ? BUILT_IN.theta : (symbols.get(left) ?? left),
      right: isStep ? `${BUILT_IN.theta} ${tex(right)}` : tex(right).replace(/^\+/, ''),
      ...(when === undefined ? {} : { when: tex(when) }),
      where: where.map(tex),
    };
  });
}

/** So many short lines share a row. */
const A_ROW = 2;

/**
 * The same lines as one formula, with their arrows below one another. Lines that follow each other and differ in
 * nothing but their symbols, as those of m̂ and v̂, share a row.
 */
export function alignedRuleTex(run: RuleParts): string {
  const rows: string[] = [];
  let pattern = '';
  let inRow = 0;
  for (const { left, right, when, where } of ruleTex(run)) {
    const condition = when === undefined ? '' : String.raw` \quad \text{${say.ruleWhen}}\ ${when}`;
    const line = (arrow: string) => String.raw`${left} ${arrow} ${right}${condition}`;
    const ownPattern = `${right}${condition}`.replaceAll(/\{[^{}]*\}(_\d)?/g, '{}');
    if (ownPattern === pattern && inRow < A_ROW) {
      rows.push(String.raw`${rows.pop()}, \quad ${line(String.raw`\leftarrow`)}`);
      inRow += 1;
    } else {
      rows.push(line(String.raw`&\leftarrow`));
      inRow = 1;
    }
    pattern = where.length > 0 ? '' : ownPattern;
    rows.push(...where.map((words) => String.raw`&\quad ${words}`));
  }
  return String.raw`\begin{aligned} ${rows.join(String.raw` \\[2pt] `)} \end{aligned}`;
}
