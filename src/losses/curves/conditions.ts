import { evaluateNode, type Environment } from '../../equations/evaluateTex.ts';
import { parseTex, type TexNode } from '../../equations/parseTex.ts';
import { printExactly } from '../../reading/printNumber.ts';
import type { NumbersTex } from '../../reading/reading.ts';

const RELATION = /\s*(\\ge|\\ne|[<>=])\s*/;

/** Of each relation: when it holds, and its opposite. */
const RELATIONS: Readonly<
  Record<string, { readonly holds: (a: number, b: number) => boolean; readonly opposite: string }>
> = {
  '<': { holds: (a, b) => a < b, opposite: String.raw`\ge` },
  '>': { holds: (a, b) => a > b, opposite: String.raw`\le` },
  '=': { holds: (a, b) => a === b, opposite: String.raw`\ne` },
  [String.raw`\ge`]: { holds: (a, b) => a >= b, opposite: '<' },
  [String.raw`\ne`]: { holds: (a, b) => a !== b, opposite: '=' },
};

interface Sides {
  readonly left: TexNode;
  readonly relation: string;
  readonly right: TexNode;
}

function sidesOf(condition: string): Sides {
  const [left, relation, right] = condition.split(RELATION);
  return { left: parseTex(left), relation, right: parseTex(right) };
}

/** Whether a condition of a case holds: `@target @prediction < 1`, with `<`, `>`, `=`, `\ge` or `\ne`. */
export function conditionHolds(condition: string, names: Environment['names']): boolean {
  const { left, relation, right } = sidesOf(condition);
  return RELATIONS[relation].holds(numberOf(left, names), numberOf(right, names));
}

/**
 * A condition with its numbers as they are: `1 · 0.4 = 0.4 < 1`, or `0.4 ≥ 0` where it does not hold.
 * @param print a side with its numbers
 */
export function conditionNumbers(
  condition: string,
  names: Environment['names'],
  print: (side: TexNode) => NumbersTex,
): NumbersTex {
  const { left, relation, right } = sidesOf(condition);
  const [a, b] = [numberOf(left, names), numberOf(right, names)];
  const { holds, opposite } = RELATIONS[relation];
  const sign = holds(a, b) ? relation : opposite;
  const isPlain = left.kind === 'name' || left.kind === 'number';
  const computed = isPlain
    ? []
    : [{ tex: String.raw`\slot{0}`, slots: [printExactly(Number(a.toPrecision(12)))] }];
  const parts = [print(left), ...computed, print(right)];
  const joints = isPlain ? [sign] : ['=', sign];
  return parts.reduce((all, part, i) => ({
    // After the empty group the sign has its space.
    tex: `${all.tex} {} ${joints[i - 1]} ${shifted(part.tex, all.slots.length)}`,
    slots: [...all.slots, ...part.slots],
  }));
}

function shifted(tex: string, by: number): string {
  return tex.replaceAll(/\\slot\{(\d+)\}/g, (_, i: string) => String.raw`\slot{${Number(i) + by}}`);
}

function numberOf(node: TexNode, names: Environment['names']): number {
  const value = evaluateNode(node, { names, functions: {} });
  return typeof value === 'number' ? value : Number.NaN;
}
