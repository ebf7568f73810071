import type { Explanation } from '../engine/explain.ts';
import { evaluateNode, type Environment } from '../equations/evaluateTex.ts';
import type { Vector } from '../linalg/vector.ts';
import type { Task } from '../scene/scene.ts';
import { accountOf, type AccountLine } from './account.ts';
import { digitsOfPoint, FEWEST, search } from './digits.ts';
import { entriesOf, functionsOf, wordsOf } from './functions.ts';
import { samplesNote } from './notes.ts';
import { isCount, planOf, type Plan, type PlanLine } from './plan.ts';
import { printExactly, printNumber } from './printNumber.ts';
import type { NumbersTex, PrintedNumber, ReadLine, StepReading } from './reading.ts';
import { wholeRuleOf } from './symbolicLines.ts';
import type { Template } from './template.ts';

/**
 * One step in symbols and numbers, line by line; the last line is what θ becomes. Where a line has `=`, its right side,
 * computed with the numbers that are printed there, rounds to those that are printed on the left: numbers get as many
 * digits as that takes, from three to seven, and where seven are not enough the sign is `≈`.
 */
export function readStep(task: Task, explanation: Explanation): StepReading {
  const known = PLANS.get(task);
  const meanings = {
    functions: (answers: Environment['functions']) => functionsOf(task, explanation, answers),
    words: (schedule: Task['schedule'][number]) => wordsOf(schedule, explanation.t),
  };
  const account = accountOf(task, explanation, meanings, known?.rule ?? wholeRuleOf(task));
  const plan =
    known ??
    planOf(
      task,
      account.map(({ entering }) => entering),
    );
  PLANS.set(task, plan);
  const samples = samplesNote(task, explanation);
  const lines = account.map((line, i) => {
    const planned = plan.lines[i];
    return readLine(line, planned, plan, explanation, planned.asksLoss ? samples : null);
  });
  return { task, explanation, lines };
}

/** Templates are parsed once a run: while one scrubs, a step is read in each frame. */
const PLANS = new WeakMap<Task, Plan>();

/** @param samples what is to be said of the samples, where the line asks for f */
function readLine(
  line: AccountLine,
  planned: PlanLine,
  plan: Plan,
  { theta }: Explanation,
  samples: string | null,
): ReadLine {
  const { owner, equation, isComputed, stated, recorded, entering, functions } = line;
  const { symbols, right } = planned;
  const isPoint = plan.points.has(equation.left);
  const left = recorded ?? stated;
  const digits = isPoint ? digitsOfPoint(left, theta) : Array.from(left, () => FEWEST);
  const printWith =
    (digitsIn: (name: string, entry: number) => number): Print =>
    (name, entry) =>
      printed(name, entriesOf(entering[name])[entry], digitsIn(name, entry));
  const briefly = printWith(() => FEWEST);
  const common = {
    owner,
    name: equation.left,
    symbols,
    isComputed,
    when: conditionIn(planned, line, briefly),
    where: planned.where.map(({ template }) => filled(template, briefly)),
    notes: samples === null ? planned.notes : [...planned.notes, samples],
  };
  if (right === null || !isComputed) {
    const slots = Array.from(left, (x, i) => printed(equation.left, x, digits[i]));
    return { ...common, relation: '=', right: null, left: { tex: planned.left.tex, slots } };
  }
  const { node, template } = right;
  const names = [...new Set(template.slots.map(({ name }) => name))];
  const found = search({
    left,
    digits,
    isPoint,
    evaluate(digitsOf) {
      const values = Object.fromEntries(
        names.map((name) => {
          const value = entering[name];
          const each = (x: number, i: number) => printed(name, x, digitsOf(plan.points.has(name), i)).value;
          if (typeof value === 'number') return [name, each(value, 0)];
          return [name, 'data' in value ? { ...value, data: value.data.map(each) } : value.map(each)];
        }),
      );
      return valueOr(() =>
        entriesOf(evaluateNode(node, { names: { ...entering, ...plan.constants, ...values }, functions })),
      );
    },
  });
  return {
    ...common,
    relation: found.holds ? '=' : '≈',
    right: filled(
      template,
      printWith((name, entry) => found.digitsOf(plan.points.has(name), entry)),
    ),
    left: { tex: planned.left.tex, slots: Array.from(left, (x, i) => printNumber(x, found.left[i])) },
  };
}

type Print = (name: string, entry: number) => PrintedNumber;

function printed(name: string, x: number, digits: number): PrintedNumber {
  return isCount(name) && Number.isInteger(x) ? printExactly(x) : printNumber(x, digits);
}

function filled({ tex, slots }: Template, print: Print): NumbersTex {
  return { tex, slots: slots.map(({ name, entry }) => print(name, entry)) };
}

function conditionIn(
  { when }: PlanLine,
  { entering, functions, isComputed }: AccountLine,
  print: Print,
): NumbersTex | null {
  if (when === null) return null;
  const { tex, slots } = filled(isComputed ? when.holds : when.fails, print);
  if (isComputed || when.condition.relation === '>') return { tex, slots };
  const result = evaluateNode(when.condition.left, { names: entering, functions });
  return { tex, slots: [...slots, printExactly(entriesOf(result)[0])] };
}

/** Null where the printed numbers make a matrix singular that was not. */
function valueOr(evaluate: () => Vector): Vector | null {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
