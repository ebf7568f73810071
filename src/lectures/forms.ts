import { MODIFIERS, type ModifierId } from '../modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import type { Choice, Run } from '../scene/scene.ts';
import { SCHEDULES, type ScheduleId } from '../schedules/registry.ts';
import { LECTURES, type Lecture } from '../specs/citation.ts';
import { defaultsOf } from '../specs/defaults.ts';
import type { AnyValues, Value } from '../specs/spec.ts';
import { adadelta, adagrad, rmsprop } from './printed/adaptive.ts';
import { adam } from './printed/adam.ts';
import { adamw, aggmo, amsgrad, eve, nadam, qhadam } from './printed/adamKin.ts';
import { muon, signsgd } from './printed/matrix.ts';
import { hybrid, lookahead, sam, weightDecay } from './printed/modifiers.ts';
import { momentum, nesterov } from './printed/momentum.ts';
import * as schedules from './printed/schedules.ts';
import { lbfgs, lineSearch, newton, sophia } from './printed/secondOrder.ts';
import { sgd } from './printed/sgd.ts';
import type { Follow, PrintedForm } from './printedForm.ts';

/** What the lectures print of each member of the product, and of the hybrid, which no run of one surface can be. */
export const PRINTED: {
  readonly optimizers: Readonly<Record<OptimizerId, readonly PrintedForm[]>>;
  readonly modifiers: Readonly<Record<ModifierId | 'hybrid', readonly PrintedForm[]>>;
  readonly schedules: Readonly<Record<ScheduleId, readonly PrintedForm[]>>;
} = {
  optimizers: {
    sgd,
    momentum,
    nesterov,
    aggmo,
    adagrad,
    rmsprop,
    adadelta,
    adam,
    adamw,
    amsgrad,
    nadam,
    qhadam,
    eve,
    signsgd,
    muon,
    newton,
    sophia,
    lbfgs,
    'line-search': lineSearch,
  },
  modifiers: { sam, 'weight-decay': weightDecay, lookahead, hybrid },
  schedules: {
    constant: schedules.constant,
    step: schedules.step,
    exponential: schedules.exponential,
    cosine: schedules.cosine,
    linear: schedules.linear,
    warmup: schedules.warmup,
    restarts: schedules.restarts,
    'halve-on-divergence': schedules.halveOnDivergence,
  },
};

/** A member of a run: its optimizer, a modifier, or a schedule by its place in the list. */
export type Part = 'optimizer' | ModifierId | number;

/** What one lecture prints of one member of a run. */
export interface PrintedPart {
  readonly part: Part;
  /** The member’s own name. */
  readonly name: string;
  readonly forms: readonly PrintedForm[];
}

/** What a lecture prints of a run: of its optimizer, its schedule and its modifiers, in this order. */
export function printedOf(run: Run, lecture: Lecture): PrintedPart[] {
  const { optimizer, schedule, modifiers } = run;
  const all: PrintedPart[] = [
    { part: 'optimizer', name: OPTIMIZERS[optimizer.id].name, forms: PRINTED.optimizers[optimizer.id] },
    ...schedule.map(({ id }, part) => ({ part, name: SCHEDULES[id].name, forms: PRINTED.schedules[id] })),
    ...modifiers.map(({ id }) => ({
      part: id,
      name: MODIFIERS[id].name,
      forms: PRINTED.modifiers[id],
    })),
  ];
  return all
    .map((one) => ({ ...one, forms: one.forms.filter((form) => form.lecture === lecture) }))
    .filter(({ forms }) => forms.length > 0);
}

/** The lectures that print, or name, something of a run. */
export function formsOfRun(run: Run): Lecture[] {
  return LECTURES.filter((lecture) => printedOf(run, lecture).length > 0);
}

/** A setting in which a run differs from a form, and what the form has. */
export interface Difference {
  readonly name: string;
  readonly value: Value;
}

/**
 * In what a member of a run differs from a printed form; nothing where it follows it.
 * @param n number of parameters
 */
export function differences(run: Run, part: Part, { follow }: PrintedForm, n: number): Difference[] {
  const choice = choiceOf(run, part);
  if (!choice) return [];
  const own = choice.hyperparameters;
  return Object.entries(settingsOf(follow, n))
    .filter(([name, value]) => follow.optimizer !== undefined || !isSame(own[name], value))
    .map(([name, value]) => ({ name, value }));
}

/**
 * A run that follows a printed form, and is otherwise what it was. Where the form is another optimizer’s, that
 * optimizer takes over the settings that both have.
 * @param n number of parameters
 */
export function following(run: Run, part: Part, { follow }: PrintedForm, n: number): Run {
  const settings = settingsOf(follow, n);
  const { optimizer } = run;
  const changed = <Id extends string>({ id, hyperparameters }: Choice<Id>): Choice<Id> => ({
    id,
    hyperparameters: { ...hyperparameters, ...settings },
  });
  if (typeof part === 'number')
    return { ...run, schedule: run.schedule.map((choice, i) => (i === part ? changed(choice) : choice)) };
  if (part !== 'optimizer')
    return {
      ...run,
      modifiers: run.modifiers.map((choice) => (choice.id === part ? changed(choice) : choice)),
    };
  const { optimizer: other } = follow;
  if (other === undefined) return { ...run, optimizer: changed(optimizer) };
  const defaults = defaultsOf(OPTIMIZERS[other].hyperparameters, [n, 1]);
  const kept = Object.entries(optimizer.hyperparameters).filter(([name]) => Object.hasOwn(defaults, name));
  return {
    ...run,
    optimizer: { id: other, hyperparameters: { ...defaults, ...Object.fromEntries(kept), ...settings } },
  };
}

function choiceOf({ optimizer, schedule, modifiers }: Run, part: Part): Choice<string> | undefined {
  if (part === 'optimizer') return optimizer;
  return typeof part === 'number' ? schedule[part] : modifiers.find(({ id }) => id === part);
}

function settingsOf({ hyperparameters }: Follow, n: number): AnyValues {
  return Object.fromEntries(
    Object.entries(hyperparameters).map(([name, value]) => [name, value === 'column' ? [n, 1] : value]),
  );
}

function isSame(a: Value | undefined, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
