import type { Explanation } from '../engine/explain.ts';
import { inOrder } from '../engine/rule.ts';
import { evaluateTex, type Environment, type Value } from '../equations/evaluateTex.ts';
import type { Vector } from '../linalg/vector.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import type { Oracle } from '../modifiers/modifier.ts';
import { functionsOf } from '../optimizers/equationFunctions.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { createProblem } from '../problems/createProblem.ts';
import { normal, uniform } from '../random/draws.ts';
import type { Task } from '../scene/scene.ts';
import { readStep } from './readStep.ts';
import type { NumbersTex, PrintedNumber, ReadLine } from './reading.ts';

// For tests only: does what a reader with a calculator does, and nothing that the code under test does.

/** What a reader finds who computes each line of a step. */
export interface Held {
  /** The lines of which the sign is wrong, each with what it says. */
  readonly wrong: readonly string[];
  /** How many lines have numbers, and in how many of those the sign is `≈`. */
  readonly lines: number;
  readonly rounded: number;
}

/** Computes each line of a step as it is displayed. */
export function heldToDigits(task: Task, explanation: Explanation): Held {
  const environment = environmentOf(task, explanation);
  const isMatrix = OPTIMIZERS[task.optimizer.id].needs.includes('hessian');
  const { lines } = readStep(task, explanation);
  const wrong = lines.flatMap((line) => {
    if (line.right === null) return line.relation === '=' ? [] : [line.name];
    // Parameters set as a matrix are a list of numbers still, entry by entry; only a Hessian multiplies as one.
    const shown = shownTex(line.right);
    const tex = isMatrix ? shown : shown.replaceAll('&', String.raw`\\`);
    const rounds = roundsToLeft(entriesOf(evaluateTex(tex, environment)), line);
    return rounds === (line.relation === '=') ? [] : [`${shown} ${line.relation} ${shownTex(line.left)}`];
  });
  const signs = lines.flatMap(({ right, relation }) => (right ? [relation] : []));
  return { wrong, lines: signs.length, rounded: signs.filter((sign) => sign === '≈').length };
}

/** The text that is displayed, as TeX without the panel's own macros and without brackets that nobody sees. */
export function shownTex({ tex, slots }: NumbersTex): string {
  return withoutTerms(tex).replaceAll(/\\slot\{(\d+)\}/g, (_, i: string) => shownNumber(slots[Number(i)]));
}

function withoutTerms(tex: string): string {
  const at = tex.lastIndexOf(String.raw`\term{`);
  if (at < 0) return tex;
  const open = tex.indexOf('}{', at) + 2;
  let depth = 1;
  let end = open;
  for (; depth > 0; end++) depth += tex[end] === '{' ? 1 : tex[end] === '}' ? -1 : 0;
  return withoutTerms(tex.slice(0, at) + tex.slice(open, end - 1) + tex.slice(end));
}

function shownNumber({ mantissa, exponent }: PrintedNumber): string {
  const digits = mantissa
    .replace('−', '-')
    .replace('∞', String.raw`\infty`)
    .replace('NaN', String.raw`\mathrm{NaN}`);
  return exponent === null ? digits : String.raw`${digits} \times 10^{${exponent}}`;
}

/** Half the last digit of a text, and what float64 needs to tell. */
export function halfUnit({ mantissa, exponent }: PrintedNumber): number {
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** ((exponent ?? 0) - decimals) * (1 + 1e-8);
}

/** The number that a text is. */
export function numberOf({ mantissa, exponent }: PrintedNumber): number {
  return Number(
    `${mantissa.replace('−', '-').replace('∞', 'Infinity')}e${exponent ?? 0}`.replace(/(y|N)e0$/, '$1'),
  );
}

function roundsToLeft(right: Vector, { left }: ReadLine): boolean {
  return (
    right.length === left.slots.length &&
    left.slots.every((text, i) => {
      const value = numberOf(text);
      if (value === 0 || !Number.isFinite(value)) return Object.is(right[i] + 0, value + 0);
      return Math.abs(right[i] - value) <= halfUnit(text);
    })
  );
}

function entriesOf(value: Value): Vector {
  if (typeof value === 'number') return Float64Array.of(value);
  return 'data' in value ? value.data : value;
}

/** f, ∇f, ∇²f with this step's noise or of its batch, and what the equations call. */
function environmentOf(task: Task, explanation: Explanation): Environment {
  const { t, theta } = explanation;
  const n = theta.length;
  const base = oracleOf(task, explanation);
  const asked = inOrder(task.modifiers).reduce<Oracle>(
    (inner, { id, hyperparameters }) =>
      MODIFIERS[id].wrap?.(
        inner,
        { t, lr: Number.NaN, before: theta, quantities: workSpace(id, n, hyperparameters) },
        hyperparameters,
      ) ?? inner,
    base,
  );
  const identity = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  const { project } = createProblem(task.problem);
  return {
    names: { I: { rows: n, cols: n, data: identity } },
    functions: {
      ...answers(base, n),
      ...ofColumns(functionsOf(task, t, answers(asked, n))),
      proj([point]) {
        const feasible = entriesOf(point).slice();
        project?.(feasible);
        return feasible;
      },
      Rademacher: () =>
        Float64Array.from({ length: n }, (_, i) =>
          uniform(task.sampling.seed, 'curvature', t, i) < 0.5 ? -1 : 1,
        ),
    },
  };
}

/** Functions that take a column first take it where it is printed as a number. */
function ofColumns(functions: Environment['functions']): Environment['functions'] {
  return Object.fromEntries(
    Object.entries(functions).map(([name, of]) => [
      name,
      ([first, ...others], subscript) => of([entriesOf(first), ...others], subscript),
    ]),
  );
}

function workSpace(
  id: keyof typeof MODIFIERS,
  n: number,
  hyperparameters: Task['optimizer']['hyperparameters'],
) {
  return Object.fromEntries(
    Object.entries(MODIFIERS[id].quantities).map(([name, { size }]) => [
      name,
      new Float64Array(size?.(n, hyperparameters) ?? n),
    ]),
  );
}

function oracleOf({ problem: selection, sampling }: Task, { t, batch }: Explanation): Oracle {
  const problem = createProblem(selection);
  const draw = { t, batch };
  const { noise, batchSize } = sampling;
  const deviation = problem.samples > 0 || batchSize === 'full' ? 0 : noise / Math.sqrt(batchSize);
  return {
    valueInto: (point, out) => problem.valueInto(point, out, draw),
    gradient(point, out) {
      problem.gradient(point, out, draw);
      for (let i = 0; i < out.length; i++) out[i] += deviation * normal(sampling.seed, 'noise', t, i);
    },
    hessian: (point, out) => problem.hessian(point, out, draw),
  };
}

function answers(oracle: Oracle, n: number): Environment['functions'] {
  const into = (size: number, fill: (out: Vector) => void) => {
    const out = new Float64Array(size);
    fill(out);
    return out;
  };
  return {
    value: ([point]) => into(1, (out) => oracle.valueInto(entriesOf(point), out)),
    gradient: ([point]) => into(n, (out) => oracle.gradient(entriesOf(point), out)),
    hessian: ([point]) => {
      const data = into(n * n, (out) => oracle.hessian(entriesOf(point), out));
      return { rows: n, cols: n, data };
    },
  };
}
