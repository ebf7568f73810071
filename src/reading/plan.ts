import { scheduleScope, type RuleLine } from '../engine/rule.ts';
import type { Environment, Value } from '../equations/evaluateTex.ts';
import { parseCondition, parseTex, type Condition, type TexNode } from '../equations/parseTex.ts';
import type { Modifier } from '../modifiers/modifier.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Task } from '../scene/scene.ts';
import { entriesOf } from './functions.ts';
import { asksLoss, notesOf } from './notes.ts';
import type { ReadLine } from './reading.ts';
import { columnOf, SCALAR, type Shape } from './shape.ts';
import { simplified } from './simplify.ts';
import { symbolicLines, term, wholeRuleOf } from './symbolicLines.ts';
import { symbolsOf } from './symbols.ts';
import { templateOf, type Printable, type Template } from './template.ts';

/** What is the same in every step of a run: its lines, and the TeX that their numbers are put in. */
export interface Plan {
  readonly rule: readonly RuleLine[];
  readonly lines: readonly PlanLine[];
  /** The value of each name that no step changes, and of what was folded. */
  readonly constants: Environment['names'];
  /** The names of points of the plane. */
  readonly points: ReadonlySet<string>;
}

export interface PlanLine {
  readonly symbols: ReadLine['symbols'];
  readonly notes: readonly string[];
  /** Whether f or its derivatives are asked for, which on a data problem are those of some samples. */
  readonly asksLoss: boolean;
  readonly left: Template;
  /** Null where there are no numbers to put in. */
  readonly right: { readonly node: TexNode; readonly template: Template } | null;
  readonly when: PlanCondition | null;
  readonly where: readonly { readonly name: string; readonly template: Template }[];
}

export interface PlanCondition {
  readonly condition: Condition;
  readonly holds: Template;
  /** `37 \bmod 10 = 7 \ne 0`; what is 7 here is the last slot's. */
  readonly fails: Template;
}

/** Names that are counted, and printed in full. */
const COUNTS: ReadonlySet<string> = new Set(['t', 'T', String.raw`\tau`, 'n_i', 'rows', 'cols']);
/** Quantities that are never below zero, where they would need brackets otherwise. */
const UNSIGNED: Readonly<Partial<Record<OptimizerId, readonly string[]>>> = {
  nadam: ['mu', 'muNext', 'c', 'cNext'],
  qhadam: ['vHat'],
  lbfgs: ['alpha'],
  'line-search': ['alpha'],
};

/** Whether a name is a count. */
export function isCount(name: string): boolean {
  return COUNTS.has(name) || name.endsWith('.halvings');
}

/**
 * A run's rule, ready to take a step's numbers. Its last line is what θ becomes.
 * @param entering what the names of each line mean in some step: their shapes are those of every step
 */
export function planOf(task: Task, entering: readonly Environment['names'][]): Plan {
  const rule = wholeRuleOf(task);
  const constants = constantsOf(task, rule);
  const printables: Record<string, Printable> = {};
  const context: Context = { task, constants, printables, symbols: symbolsOf(task), layout: layoutOf(task) };
  for (const names of entering)
    for (const [name, value] of Object.entries(names)) printables[name] = printableOf(name, value, context);
  const symbolic = symbolicLines(task);
  const points = new Set(Object.keys(printables).filter((name) => isPoint(name, task)));
  return {
    rule,
    constants,
    points,
    lines: rule.map((line, i) => planLine(line, symbolic[i].symbols, context)),
  };
}

interface Context {
  readonly task: Task;
  readonly constants: Record<string, Value>;
  readonly printables: Record<string, Printable>;
  readonly symbols: ReadonlyMap<string, string>;
  readonly layout: Layout;
}

function planLine(
  { equation, where = [] }: RuleLine,
  symbols: ReadLine['symbols'],
  context: Context,
): PlanLine {
  const { left, right, when } = equation;
  const { printables, task } = context;
  const node = reduced(parseTex(right), context);
  const template = node.kind === 'name' ? null : templateOf(node, printables);
  const hasNumbers = template !== null && /\\term/.test(template.tex);
  return {
    symbols,
    notes: notesOf(node, task),
    asksLoss: asksLoss(node),
    left: templateOf({ kind: 'name', name: left, place: node.place }, printables),
    right: hasNumbers ? { node, template } : null,
    when: when === undefined ? null : conditionPlan(parseCondition(when), context),
    where: where.flatMap((words) => wherePlan(words, context)),
  };
}

function reduced(node: TexNode, context: Context): TexNode {
  const { constants, printables } = context;
  const constantOf = (name: string) => {
    const value = constants[name];
    return typeof value === 'number' ? value : null;
  };
  return simplified(node, constantOf, ({ value, term }) => {
    const name = `${term}=${value}`;
    constants[name] = value;
    printables[name] = { ...printableOf(name, value, context), term };
    return name;
  });
}

function conditionPlan(condition: Condition, { printables }: Context): PlanCondition {
  const [left, right] = [condition.left, condition.right].map((side) => templateOf(side, printables));
  const compared = (relation: string): Template => {
    const others = right.tex.replaceAll(/\\slot\{(\d+)\}/g, (_, i: string) =>
      slot(left.slots.length + Number(i)),
    );
    return { tex: `${left.tex} ${relation} ${others}`, slots: [...left.slots, ...right.slots] };
  };
  if (condition.relation === '>')
    return { condition, holds: compared('>'), fails: compared(String.raw`\le`) };
  const result = slot(left.slots.length + right.slots.length);
  return { condition, holds: compared('='), fails: compared(String.raw`= ${result} \ne`) };
}

function slot(index: number): string {
  return String.raw`\slot{${index}}`;
}

/** What is said of a symbol in words, `\tau = …`, as a number. */
function wherePlan(words: string, context: Context): PlanLine['where'] {
  const node = parseTex(words.split(' = ')[0]);
  if (node.kind !== 'name') return [];
  const { name } = node;
  const { tex, slots } = templateOf(node, context.printables);
  const symbol = context.symbols.has(name) ? term(name, context.symbols.get(name) ?? name) : name;
  return [{ name, template: { tex: `${symbol} = ${tex}`, slots } }];
}

/** The hyperparameters, T, and η where no schedule changes it. */
function constantsOf(task: Task, rule: readonly RuleLine[]): Record<string, Value> {
  const constants: Record<string, Value> = { T: task.steps };
  const add = (scope: string, hyperparameters: Task['optimizer']['hyperparameters']) => {
    for (const [name, value] of Object.entries(hyperparameters))
      if (typeof value === 'number') constants[scope + name] = value;
      else if (Array.isArray(value)) constants[scope + name] = Float64Array.from(value);
  };
  const { id, hyperparameters } = task.optimizer;
  add('', hyperparameters);
  for (const modifier of task.modifiers) add(`${modifier.id}.`, modifier.hyperparameters);
  for (const [i, schedule] of task.schedule.entries()) add(`${scheduleScope(i)}.`, schedule.hyperparameters);
  const isScheduled = rule.some(({ equation }) => equation.left === 'lr');
  if (!isScheduled) constants.lr = constants[OPTIMIZERS[id].rate];
  return constants;
}

function printableOf(name: string, value: Value, { task, constants, layout }: Context): Printable {
  const known = Object.hasOwn(constants, name) ? { constant: [...entriesOf(constants[name])] } : {};
  const unsigned = UNSIGNED[task.optimizer.id] ?? [];
  return {
    shape: shapeOfValue(value, layout),
    isSigned: name !== 'lr' && !unsigned.includes(name) && !isCount(name),
    isCount: isCount(name),
    ...known,
  };
}

function shapeOfValue(value: Value, [rows, cols]: Layout): Shape {
  if (typeof value === 'number') return SCALAR;
  if ('data' in value) return { kind: 'matrix', rows: value.rows, cols: value.cols };
  return value.length > 1 && value.length === rows * cols
    ? { kind: 'vector', rows, cols }
    : columnOf(value.length);
}

/** Rows and columns in which a vector of all parameters is set. */
type Layout = readonly [number, number];

/** The matrix that the parameters are, to Muon or by themselves; a column where a Hessian multiplies them. */
function layoutOf({ optimizer, problem }: Task): Layout {
  const { dimension, shape } = createProblem(problem);
  const column: Layout = [dimension, 1];
  if (OPTIMIZERS[optimizer.id].needs.includes('hessian')) return column;
  const own = optimizer.hyperparameters.shape;
  const [rows, cols] = own === undefined ? (shape ?? column) : Array.isArray(own) ? own : column;
  return rows > 1 && cols > 1 ? [rows, cols] : column;
}

function isPoint(name: string, { optimizer }: Task): boolean {
  if (name === 'theta') return true;
  const [scope, own] = name.split('.');
  const members = own === undefined ? [OPTIMIZERS[optimizer.id]] : modifiersCalled(scope);
  return members.some(({ quantities }) => quantities[own ?? name]?.arrow?.as === 'point');
}

function modifiersCalled(scope: string): Modifier[] {
  return Object.entries(MODIFIERS).flatMap(([id, modifier]) => (id === scope ? [modifier] : []));
}
