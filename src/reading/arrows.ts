import type { Explanation } from '../engine/explain.ts';
import { namesIn } from '../equations/equation.ts';
import { evaluateNode } from '../equations/evaluateTex.ts';
import type { Vector } from '../linalg/vector.ts';
import { arrowMessages as say } from '../messages/arrows.ts';
import type { ArrowRole } from '../optimizers/optimizer.ts';
import { createProblem } from '../problems/createProblem.ts';
import { isWholeSet } from '../random/batches.ts';
import type { Task } from '../scene/scene.ts';
import {
  computedRule,
  findCall,
  quantityOf,
  type ComputedLine,
  type ComputedRule,
} from './arrows/computedRule.ts';
import {
  mentions,
  nameOf,
  termsOfLine,
  termTemplate,
  updateTerms,
  type LinearTerm,
} from './arrows/linearTerms.ts';
import { shapesOf } from './arrows/shapes.ts';
import type { PictureArrow, PicturePoint, StepPicture } from './arrows/stepPicture.ts';

/**
 * The arrows, points and shapes of one step, from the equations of its whole rule, whatever they name. Where Δθ is a sum
 * of vectors, they add up to it; all others have a direction and a size, and start where they were taken.
 */
export function pictureOf(task: Task, explanation: Explanation): StepPicture {
  const rule = computedRule(task, explanation);
  const terms = updateTerms(rule);
  const isSum = terms.length > 1;
  const arrows = withTerms(isSum ? termArrows(rule, terms) : []);
  const known = new Set(isSum ? terms.flatMap((term) => namesShown(term, terms)) : []);
  const beside = besideArrows(rule, known);
  const { theta, update } = explanation;
  const whole: PictureArrow = {
    term: 'update',
    names: ['update', ...aliasesOf(rule, [...arrows, ...beside])],
    role: 'update',
    template: '@update',
    label: say.update,
    from: theta,
    vector: update,
    isTrue: true,
    isTerm: false,
  };
  return {
    kind: isSum ? 'sum' : 'shared',
    theta,
    arrows: [...beside, ...arrows, whole],
    points: pointsOf(rule),
    shapes: shapesOf(rule, terms),
    isAcrossContour: isAcrossContour(task),
  };
}

/** Names whose direction a term of the sum shows: what it is over another vector it does not. */
function namesShown(term: LinearTerm, terms: readonly LinearTerm[]): readonly string[] {
  const name = nameOf(term);
  return name === null || roleIsOfQuotient(term, terms) ? term.via : [name, ...term.via];
}

/** Where several terms are over a vector, what they are divided by does not tell them apart. */
function roleIsOfQuotient(term: LinearTerm, terms: readonly LinearTerm[]): boolean {
  return term.under !== null && terms.filter(({ under }) => under).length === 1;
}

/** What a term is called is not what another one is called. */
function withTerms(arrows: readonly PictureArrow[]): readonly PictureArrow[] {
  const taken = new Set<string>();
  return arrows.map((arrow) => {
    const term = taken.has(arrow.term)
      ? (arrow.names.find((name) => !taken.has(name)) ?? arrow.term)
      : arrow.term;
    taken.add(term);
    return { ...arrow, term };
  });
}

function termArrows(rule: ComputedRule, terms: readonly LinearTerm[]): PictureArrow[] {
  let from = rule.explanation.theta;
  return terms.map((term) => {
    const role = roleOf(rule, term, terms);
    const template = termTemplate(term);
    const arrow: PictureArrow = {
      term: lightOf(rule, term, role),
      names: namesIn(template),
      role,
      template,
      label: labelOf(rule, term, role),
      from,
      vector: term.total,
      isTrue: true,
      isTerm: true,
    };
    const start = from;
    from = term.total.map((x, i) => start[i] + x);
    return arrow;
  });
}

function roleOf({ task }: ComputedRule, term: LinearTerm, terms: readonly LinearTerm[]): ArrowRole {
  const name = nameOf(term);
  if (roleIsOfQuotient(term, terms)) return 'preconditioned';
  if (name === null) {
    if (term.atom.kind === 'sum') return 'slow';
    return term.atom.kind === 'call' && term.atom.name === 'gradient' ? 'gradient' : 'preconditioned';
  }
  if (name === 'g') return 'gradient';
  const role = name === 'theta' ? 'decay' : quantityOf(task, name)?.arrow?.role;
  if (role === undefined || role === 'lookahead' || role === 'slow') return 'decay';
  return role === 'update' ? 'preconditioned' : role;
}

function lightOf({ task }: ComputedRule, term: LinearTerm, role: ArrowRole): string {
  const names = namesIn(termTemplate(term));
  if (role === 'gradient') return 'g';
  if (role === 'decay') return names.find((name) => !['lr', 'theta'].includes(name)) ?? 'theta';
  if (role === 'slow') return names.find((name) => quantityOf(task, name)?.arrow?.as === 'point') ?? 'theta';
  if (role !== 'preconditioned') return nameOf(term) ?? 'update';
  // What divides a quantity is named nowhere else on the map.
  const divisor = names.findLast((name) => {
    const quantity = quantityOf(task, name);
    return quantity && !quantity.arrow;
  });
  return divisor ?? nameOf(term) ?? 'lr';
}

function labelOf({ task }: ComputedRule, term: LinearTerm, role: ArrowRole): string {
  const name = nameOf(term);
  const isPlain = name !== null && !term.under && role !== 'decay';
  return (isPlain ? quantityOf(task, name)?.label : undefined) ?? say.role[role];
}

/** Names that a step assigns several times, each time something else: of these only the last is recorded. */
function isAmbiguous({ lines }: ComputedRule, name: string): boolean {
  return name !== 'update' && lines.filter((line) => line.name === name).length > 1;
}

/** Arrows of directions that the step computes and that are no terms of its sum, each once. */
function besideArrows(rule: ComputedRule, known: ReadonlySet<string>): PictureArrow[] {
  const arrows: PictureArrow[] = [];
  for (const line of rule.lines) {
    if (known.has(line.name) || isAmbiguous(rule, line.name)) continue;
    const arrow = directionOf(rule, line);
    if (!arrow || arrow.role === 'update') continue;
    const same = arrows.findIndex(
      ({ role, vector, isTrue }) => role === arrow.role && !isTrue && isAlong(vector, arrow.vector),
    );
    // An average and the same average corrected for its start point the same way: the last one says both.
    const replaced = same >= 0 && arrow.role === 'momentum' ? arrows.splice(same, 1) : [];
    arrows.push({ ...arrow, names: [...arrow.names, ...replaced.flatMap(({ names }) => names)] });
    if (line.name === 'g') arrows.push(...penaltyIn(rule, line, arrow.from));
  }
  return arrows;
}

function directionOf(rule: ComputedRule, line: ComputedLine): PictureArrow | null {
  const { task, explanation } = rule;
  const quantity = quantityOf(task, line.name);
  const spec = line.name === 'g' ? ({ role: 'gradient', as: -1 } as const) : quantity?.arrow;
  if (!spec || spec.as === 'point') return null;
  const { as, role } = spec;
  return {
    term: line.name,
    names: [line.name],
    role,
    template: as === -1 ? `-@${line.name}` : `@${line.name}`,
    label: quantity?.label ?? say.role[role],
    from: footOf(rule, line) ?? explanation.theta,
    vector: line.value.map((x) => as * x),
    isTrue: role === 'climb',
    isTerm: false,
  };
}

/** Where the gradient of a line is taken; a climb starts where the gradient is that it follows. */
function footOf(rule: ComputedRule, line: ComputedLine): Vector | null {
  const call = findCall(line.node, 'gradient');
  if (!call) {
    const source = rule.lines.find(
      ({ name, owner }) => owner === line.owner && owner !== 'optimizer' && name.endsWith('.s'),
    );
    return source && source !== line ? footOf(rule, source) : null;
  }
  const [point] = call.args;
  if (rule.lines.some(({ name }) => isAmbiguous(rule, name) && mentions(point, name))) return null;
  const value = evaluateNode(point, { names: line.before, functions: {} });
  return typeof value === 'number' || 'data' in value ? null : value;
}

/** The pull of a penalty, which is in the gradient. */
function penaltyIn(rule: ComputedRule, line: ComputedLine, from: Vector): PictureArrow[] {
  const terms = termsOfLine(rule, line);
  if (terms.length < 2) return [];
  return terms.flatMap((term) => {
    if (nameOf(term) === null) return [];
    const against = { ...term, sign: term.sign === 1 ? -1 : 1 } as const;
    const template = termTemplate(against);
    return [
      {
        term: lightOf(rule, term, 'decay'),
        names: namesIn(template),
        role: 'decay' as const,
        template,
        label: say.role.decay,
        from,
        vector: term.total.map((x) => -x),
        isTrue: false,
        isTerm: false,
      },
    ];
  });
}

const ALONG = 1e-9;

function isAlong(a: Vector, b: Vector): boolean {
  const dot = a.reduce((sum, x, i) => sum + x * b[i], 0);
  return dot >= (1 - ALONG) * Math.hypot(...a) * Math.hypot(...b);
}

/** Names of directions that no arrow of their own stands for, because Δθ is that vector. */
function aliasesOf(rule: ComputedRule, arrows: readonly PictureArrow[]): string[] {
  const shown = new Set(arrows.flatMap(({ term, names }) => [term, ...names]));
  return rule.lines
    .map(({ name }) => name)
    .filter((name) => !shown.has(name) && typeof quantityOf(rule.task, name)?.arrow?.as === 'number');
}

/** Look-ahead points, and slow weights: where they were before the step, joined in a step back to what it goes back from. */
function pointsOf(rule: ComputedRule): PicturePoint[] {
  const { task, explanation } = rule;
  const { theta, modifiersBefore, updateStages } = explanation;
  const points: PicturePoint[] = rule.lines.flatMap(({ name, owner, value }) => {
    const quantity = quantityOf(task, name);
    if (owner !== 'optimizer' || quantity?.arrow?.as !== 'point') return [];
    return [pointNamed(name, quantity.arrow.role, quantity.label ?? '', value, theta)];
  });
  for (const { id } of task.modifiers)
    for (const [own, at] of Object.entries(modifiersBefore[id])) {
      const name = `${id}.${own}`;
      const quantity = quantityOf(task, name);
      if (quantity?.arrow?.as !== 'point') continue;
      const isReturn = rule.lines.some((line) => line.name === name);
      const before = updateStages[updateStages.findIndex(({ by }) => by === id) - 1];
      const fast = isReturn && before ? before.update.map((x, i) => theta[i] + x) : null;
      points.push(pointNamed(name, quantity.arrow.role, quantity.label ?? '', at, fast));
    }
  return points;
}

function pointNamed(
  name: string,
  role: ArrowRole,
  label: string,
  at: Vector,
  joined: Vector | null,
): PicturePoint {
  return { term: name, names: [name], role, template: `@${name}`, label, at, joined };
}

const across = new WeakMap<Task, boolean>();

/** Noise, batches and penalties turn g away from the gradient of what the map shows; a slice is not at θ. */
function isAcrossContour(task: Task): boolean {
  const known = across.get(task) ?? findsAcrossContour(task);
  across.set(task, known);
  return known;
}

function findsAcrossContour({ problem: selection, sampling, modifiers }: Task): boolean {
  const problem = createProblem(selection);
  const isPenalized = modifiers.some(({ id }) => id === 'weight-decay');
  const isExact = problem.samples === 0 ? sampling.noise === 0 : isWholeSet(sampling, problem.samples);
  return (
    problem.dimension === 2 &&
    problem.plane.kind === 'parameters' &&
    isExact &&
    !isPenalized &&
    !problem.online
  );
}
