import type { Explanation } from '../../engine/explain.ts';
import { ruleOf, type RuleLine } from '../../engine/rule.ts';
import { conditionHolds, type Value } from '../../equations/evaluateTex.ts';
import { parseCondition, parseTex, type TexNode } from '../../equations/parseTex.ts';
import { partsOf } from '../../equations/partsOf.ts';
import type { Vector } from '../../linalg/vector.ts';
import { MODIFIERS } from '../../modifiers/registry.ts';
import type { QuantitySpec } from '../../optimizers/optimizer.ts';
import { OPTIMIZERS } from '../../optimizers/registry.ts';
import type { Task } from '../../scene/scene.ts';
import { namesBefore, recordedOf } from '../account.ts';

/** A line of a rule that a step computed, with what it was computed from. */
export interface ComputedLine {
  readonly index: number;
  /** The name on the left. */
  readonly name: string;
  readonly owner: RuleLine['owner'];
  readonly node: TexNode;
  /** What each name was before the line. */
  readonly before: Readonly<Record<string, Value>>;
  /** What the step recorded on the left. */
  readonly value: Vector;
}

export interface ComputedRule {
  readonly task: Task;
  readonly explanation: Explanation;
  /** In the order of computation, without those whose condition does not hold. */
  readonly lines: readonly ComputedLine[];
}

interface ReadLine {
  readonly line: RuleLine;
  readonly node: TexNode;
  readonly when: ReturnType<typeof parseCondition> | null;
}

const read = new WeakMap<Task, readonly ReadLine[]>();

/** A run's rule is read once: its numbers change from step to step, its lines do not. */
function linesOf(task: Task): readonly ReadLine[] {
  const known = read.get(task);
  if (known) return known;
  const lines = ruleOf(task).map((line) => {
    const { right, when } = line.equation;
    return { line, node: parseTex(right), when: when === undefined ? null : parseCondition(when) };
  });
  read.set(task, lines);
  return lines;
}

/** A step's rule line by line, with the recorded numbers. */
export function computedRule(task: Task, explanation: Explanation): ComputedRule {
  const names = namesBefore(task, explanation);
  const lines: ComputedLine[] = [];
  for (const [index, { line, node, when }] of linesOf(task).entries()) {
    if (when && !conditionHolds(when, { names, functions: {} })) continue;
    const name = line.equation.left;
    const value = recordedOf(line, task, explanation);
    lines.push({ index, name, owner: line.owner, node, before: { ...names }, value });
    names[name] = asValue(value, kindOf(task, name), explanation.theta.length);
  }
  return { task, explanation, lines };
}

function asValue(vector: Vector, kind: NameKind, n: number): Value {
  return kind === 'matrix' ? { rows: n, cols: n, data: vector } : vector;
}

/** The quantity of the optimizer or of a modifier that a name stands for; none where it is a hyperparameter. */
export function quantityOf({ optimizer }: Pick<Task, 'optimizer'>, name: string): QuantitySpec | undefined {
  const [scope, own] = name.split('.');
  if (own === undefined) return OPTIMIZERS[optimizer.id].quantities[name];
  return isModifier(scope) ? MODIFIERS[scope].quantities[own] : undefined;
}

function isModifier(scope: string): scope is keyof typeof MODIFIERS {
  return Object.hasOwn(MODIFIERS, scope);
}

export type NameKind = 'vector' | 'matrix' | 'scalar';

const VECTORS: ReadonlySet<string> = new Set(['theta', 'g', 'update']);
/** Any number of parameters whose square is another one. */
const SOME = 3;

/** What a name stands for, whatever the number of parameters: with one parameter a vector has one entry, as a scalar. */
export function kindOf(task: Pick<Task, 'optimizer'>, name: string): NameKind {
  if (name === 'I') return 'matrix';
  if (VECTORS.has(name)) return 'vector';
  const quantity = quantityOf(task, name);
  if (!quantity) return 'scalar';
  if (!quantity.size || quantity.arrow) return 'vector';
  return quantity.size(SOME, task.optimizer.hyperparameters) === SOME ** 2 ? 'matrix' : 'scalar';
}

/** Calls that come to a vector whatever stands in them, and calls that come to a number or a matrix. */
const VECTOR_CALLS: ReadonlySet<string> = new Set([
  'gradient',
  'msign',
  'NS',
  'H',
  'Rademacher',
  'proj',
  'diag',
]);
const OTHER_CALLS: ReadonlySet<string> = new Set(['value', 'hessian', 'Armijo', 'Wolfe']);

/** What a part of a formula comes to. */
export function kindOfNode(task: Pick<Task, 'optimizer'>, node: TexNode): NameKind {
  if (node.kind === 'call') {
    if (VECTOR_CALLS.has(node.name)) return 'vector';
    if (OTHER_CALLS.has(node.name)) return node.name === 'hessian' ? 'matrix' : 'scalar';
  }
  if (node.kind === 'norm' || node.kind === 'entry') return 'scalar';
  if (node.kind === 'name') return kindOf(task, node.name);
  const kinds = new Set(partsOf(node).map((part) => kindOfNode(task, part)));
  return kinds.has('vector') ? 'vector' : kinds.has('matrix') ? 'matrix' : 'scalar';
}

/** The first part of a formula, itself included, of which something holds. */
export function findPart(node: TexNode, holds: (part: TexNode) => boolean): TexNode | null {
  if (holds(node)) return node;
  for (const part of partsOf(node)) {
    const found = findPart(part, holds);
    if (found) return found;
  }
  return null;
}

/** A call by its name, somewhere in a formula. */
export function findCall(
  node: TexNode,
  ...names: readonly string[]
): Extract<TexNode, { kind: 'call' }> | null {
  const found = findPart(node, (part) => part.kind === 'call' && names.includes(part.name));
  return found?.kind === 'call' ? found : null;
}
