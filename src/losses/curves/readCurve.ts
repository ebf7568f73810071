import { typeset } from '../../equations/equation.ts';
import { evaluateNode, type Environment } from '../../equations/evaluateTex.ts';
import { parseTex, type TexNode } from '../../equations/parseTex.ts';
import { FEWEST, search } from '../../reading/digits.ts';
import { printExactly, printNumber } from '../../reading/printNumber.ts';
import type { NumbersTex, PrintedNumber, ReadLine } from '../../reading/reading.ts';
import { SCALAR } from '../../reading/shape.ts';
import { simplified } from '../../reading/simplify.ts';
import { templateOf, type Printable, type Template } from '../../reading/template.ts';
import type { Curve } from './curve.ts';
import { conditionHolds, conditionNumbers } from './conditions.ts';
import type { Branch, CurveLine } from './formulas.ts';
import { withoutZeroTerms } from './withoutZeroTerms.ts';

/** A line of a curve's formula with its numbers. */
export type CurveReading = Omit<ReadLine, 'owner'>;

/**
 * The formulas of a loss at one prediction, line by line, as a step of an optimizer is read: the prediction and what is set
 * are printed with all their digits, what is computed before with as many as it takes for the printed right side to round
 * to the printed left.
 */
export function readCurve(curve: Curve, prediction: number): readonly CurveReading[] {
  const { before = [], value, slope } = curve.formulas;
  const names: Record<string, number> = { prediction, target: curve.target, ...curve.parameters };
  return [...before, value, slope].map((line) => {
    const branch = branchOf(line, names);
    const exact = resultOf(line, branch, curve, names);
    const reading = readLine(line, branch, exact, curve, names);
    if (before.includes(line)) names[line.left] = exact;
    return reading;
  });
}

/** The case that holds; null where none does, as at a jump. */
function branchOf(line: CurveLine, names: Environment['names']): Branch | null {
  if ('right' in line) return { right: line.right, when: null };
  return line.branches.find(({ when }) => when === null || conditionHolds(when, names)) ?? null;
}

function resultOf(
  line: CurveLine,
  branch: Branch | null,
  curve: Curve,
  names: Record<string, number>,
): number {
  if (line.left === 'value') return curve.valueAt(names.prediction);
  if (line.left === 'slope') return curve.slopeAt(names.prediction);
  return branch === null ? Number.NaN : evaluated(parseTex(branch.right), names);
}

function readLine(
  line: CurveLine,
  branch: Branch | null,
  exact: number,
  curve: Curve,
  names: Record<string, number>,
): CurveReading {
  const set: Record<string, number> = { target: curve.target, ...curve.parameters };
  const printables = printablesOf(names, set);
  const common = {
    name: line.left,
    symbols: symbolsOf(line, curve),
    isComputed: true,
    where: [],
    notes: [],
    when: whenOf(line, branch, names, set),
  };
  const node = branch === null ? null : reduced(parseTex(branch.right), set, printables);
  const template = node === null || isPlain(node) ? null : templateOf(node, printables);
  const hasNumbers = node !== null && template !== null && template.tex.includes(String.raw`\term`);
  const print = (digits: number) => (name: string) => printed(name, names[name], digits);
  if (!hasNumbers) {
    const left = node === null ? printNumber(exact, FEWEST) : printExactly(exact);
    return { ...common, relation: '=', right: null, left: leftOf(line.left, left) };
  }
  const inputs = [...new Set(template.slots.map(({ name }) => name))];
  const found = search({
    left: Float64Array.of(exact),
    digits: [FEWEST],
    isPoint: false,
    evaluate(digitsOf) {
      const digits = digitsOf(false, 0);
      const values = Object.fromEntries(inputs.map((name) => [name, print(digits)(name).value]));
      return Float64Array.of(evaluated(node, { ...names, ...set, ...values }));
    },
  });
  return {
    ...common,
    relation: found.holds ? '=' : '≈',
    right: filled(template, print(found.digitsOf(false, 0))),
    left: leftOf(line.left, printNumber(exact, found.left[0])),
  };
}

/** Whether a formula is a name or its negative: put into numbers it is its own result. */
function isPlain(node: TexNode): boolean {
  if (node.kind === 'sum') return node.terms.length === 1 && isPlain(node.terms[0].node);
  return node.kind === 'name' || node.kind === 'number';
}

/** What is dragged or set is printed as it is, what is computed with so many digits. */
function printed(name: string, value: number, digits: number): PrintedNumber {
  return name === 'prediction' || Number.isInteger(value) ? printExactly(value) : printNumber(value, digits);
}

function printablesOf(names: Record<string, number>, set: Record<string, number>): Record<string, Printable> {
  return Object.fromEntries(
    Object.entries(names).map(([name, value]) => [
      name,
      {
        shape: SCALAR,
        isSigned: value < 0,
        isCount: name === 'prediction',
        ...(name in set ? { constant: [value] } : {}),
      },
    ]),
  );
}

/** 1 − y as one number, as far as it is set. */
function reduced(node: TexNode, set: Record<string, number>, printables: Record<string, Printable>): TexNode {
  return simplified(
    node,
    (name) => set[name] ?? null,
    ({ value, term }) => {
      const name = `${term}=${value}`;
      set[name] = value;
      printables[name] = { shape: SCALAR, isSigned: value < 0, isCount: false, constant: [value], term };
      return name;
    },
  );
}

/** What did not happen costs nothing, however improbable it was said to be: 0 · ln 0 is 0. */
function evaluated(node: TexNode, names: Environment['names']): number {
  const value = evaluateNode(withoutZeroTerms(node, names), { names, functions: {} });
  return typeof value === 'number' ? value : Number.NaN;
}

function filled({ tex, slots }: Template, print: (name: string) => PrintedNumber): NumbersTex {
  return { tex, slots: slots.map(({ name }) => print(name)) };
}

function leftOf(name: string, number: PrintedNumber): NumbersTex {
  return { tex: String.raw`\term{${name}}{\slot{0}}`, slots: [number] };
}

function symbolsOf(line: CurveLine, curve: Curve): ReadLine['symbols'] {
  const tex = (template: string) => typeset(template, (name) => term(name, curve.symbols[name] ?? name));
  const right = 'right' in line ? tex(line.right) : casesTex(line.branches, tex);
  return { left: tex(`@${line.left}`), right, sign: '=', where: [] };
}

function casesTex(branches: readonly Branch[], tex: (template: string) => string): string {
  const rows = branches.map(({ right, when }) => `${tex(right)} & ${when === null ? OTHERWISE : tex(when)}`);
  const table = rows.join(String.raw` \\ `);
  // A brace that grows with three rows or more is drawn with inline styles, which the page's security policy forbids.
  return rows.length > 2
    ? String.raw`\Bigg\{ \begin{array}{ll} ${table} \end{array}`
    : String.raw`\begin{cases} ${table} \end{cases}`;
}

const OTHERWISE = String.raw`\text{otherwise}`;

function term(name: string, tex: string): string {
  return String.raw`\term{${name}}{${tex}}`;
}

/** The condition of the case that holds, with its numbers; of the last case, why the first does not. */
function whenOf(
  line: CurveLine,
  branch: Branch | null,
  names: Record<string, number>,
  set: Record<string, number>,
): NumbersTex | null {
  if ('right' in line) return null;
  const asked = branch?.when ?? line.branches[0].when;
  if (asked === null) return null;
  const printables = printablesOf(names, set);
  return conditionNumbers(asked, names, (node) => {
    const template = templateOf(node, printables);
    return filled(template, (name) => printed(name, names[name], FEWEST));
  });
}
