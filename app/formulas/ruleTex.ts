import { typeset } from '../../src/equations/equation.ts';
import type { Optimizer } from '../../src/optimizers/optimizer.ts';
import type { AnyValues } from '../../src/specs/spec.ts';

const BUILT_IN: Readonly<Record<string, string>> = {
  theta: String.raw`\theta`,
  g: 'g',
  update: String.raw`\Delta\theta`,
  lr: String.raw`\eta`,
  t: 't',
};

/** The TeX of a name in an optimizer's equations: its own symbol, whatever kind of quantity it is. */
export function symbolOf({ quantities, hyperparameters }: Optimizer, name: string): string {
  return BUILT_IN[name] ?? quantities[name]?.symbol ?? hyperparameters[name]?.symbol ?? name;
}

/** The lines of an update rule in symbols: `m \leftarrow …`, and at the end `\theta \leftarrow \theta …`. */
export function ruleTex(optimizer: Optimizer, hyperparameters: AnyValues): string[] {
  const symbol = (name: string) => symbolOf(optimizer, name);
  return optimizer.equations(hyperparameters).map(({ left, right }) => {
    const tex = typeset(right, symbol);
    return left === 'update'
      ? String.raw`\theta \leftarrow \theta ${tex}`
      : String.raw`${symbol(left)} \leftarrow ${tex}`;
  });
}

/**
 * The same lines as one formula, with their arrows below one another. Lines that follow each other and differ in
 * nothing but their symbols, as those of m̂ and v̂, share one.
 */
export function alignedRuleTex(optimizer: Optimizer, hyperparameters: AnyValues): string {
  const lines = ruleTex(optimizer, hyperparameters);
  const rows: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (i > 0 && patternOf(line) === patternOf(lines[i - 1]))
      rows.push(String.raw`${rows.pop()}, \quad ${line}`);
    else rows.push(line.replace(String.raw` \leftarrow`, String.raw` &\leftarrow`));
  }
  return String.raw`\begin{aligned} ${rows.join(String.raw` \\[2pt] `)} \end{aligned}`;
}

/** The right side of a line without its symbols, which stand in braces. */
function patternOf(line: string): string {
  return line.replace(/^.*?\\leftarrow/, '').replaceAll(/\{[^{}]*\}/g, '{}');
}
