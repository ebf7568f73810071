import { evaluateNode } from '../../equations/evaluateTex.ts';
import type { TexNode } from '../../equations/parseTex.ts';
import type { Vector } from '../../linalg/vector.ts';
import { findCall, findPart, type ComputedLine, type ComputedRule } from './computedRule.ts';
import { nameOf, type LinearTerm } from './linearTerms.ts';
import type { PictureShape } from './stepPicture.ts';

/** Shapes that the equations of a step name, by what they call. */
export function shapesOf(rule: ComputedRule, terms: readonly LinearTerm[]): readonly PictureShape[] {
  return [...boundsOf(rule, terms), ...modelOf(rule), ...trialsOf(rule)];
}

/** Where a term of Δθ can lead at most: the box of a clip, the corners of a sign, the circle of a matrix sign. */
function boundsOf(rule: ComputedRule, terms: readonly LinearTerm[]): PictureShape[] {
  return terms.flatMap((term) => {
    const others = terms.filter((other) => other !== term);
    const center = others.reduce(
      (sum, { total }) => sum.map((x, i) => x + total[i]),
      rule.explanation.theta.slice(),
    );
    const size = Math.abs(
      term.factors.reduce(
        (product, { value, isDivisor }) => (isDivisor ? product / value : product * value),
        1,
      ),
    );
    const shape = boundOf(rule, term, center, size);
    return shape ? [shape] : [];
  });
}

function boundOf(
  { lines, task }: ComputedRule,
  term: LinearTerm,
  center: Vector,
  size: number,
): PictureShape | null {
  const name = nameOf(term);
  const line = name === null ? term.line : lines.findLast((other) => other.name === name);
  const node = name === null ? term.atom : line?.node;
  if (!line || node?.kind !== 'call') return null;
  const lights = name ?? 'update';
  switch (node.name) {
    case 'clip':
      return { kind: 'box', term: lights, center, half: size * numberIn(line, node.args[2]), corners: false };
    case 'sign':
      return { kind: 'box', term: lights, center, half: size, corners: true };
    case 'msign':
    case 'NS': {
      const { shape } = task.optimizer.hyperparameters;
      const isColumn = Array.isArray(shape) && Math.min(Number(shape[0]), Number(shape[1])) === 1;
      return isColumn
        ? { kind: 'circle', term: lights, center, radius: size }
        : {
            kind: 'box',
            term: lights,
            center,
            half: size,
            corners: shape === 'diagonal' && node.name === 'msign',
          };
    }
    default:
      return null;
  }
}

/** The local quadratic, where a line solves with a Hessian. */
function modelOf({ lines, explanation: { theta, g } }: ComputedRule): PictureShape[] {
  const hessian = lines.find(({ node }) => node.kind !== 'product' && findCall(node, 'hessian') !== null);
  const direction = lines.find(
    ({ node }) => hessian && findPart(node, (part) => isInverseOf(part, hessian.name)),
  );
  return hessian && direction
    ? [{ kind: 'model', term: hessian.name, center: theta, gradient: g, hessian: hessian.value }]
    : [];
}

function isInverseOf(part: TexNode, name: string): boolean {
  return part.kind === 'power' && part.base.kind === 'name' && part.base.name === name;
}

/** So many trials of a line search are drawn. */
const MOST_TRIALS = 61;

/** The trials of a backtracking search, or the whole direction of one that may also go on. */
function trialsOf({ lines, explanation: { theta, g } }: ComputedRule): PictureShape[] {
  const line = lines.find(({ node }) => findCall(node, 'Armijo', 'Wolfe') !== null);
  const search = line && findCall(line.node, 'Armijo', 'Wolfe');
  if (!line || !search) return [];
  const taken = line.value[0];
  if (search.name === 'Wolfe') {
    const direction = lines.find(({ name }) => mentionsAlone(search.args[1], name))?.value;
    if (!direction) return [];
    const whole = direction.map((d, i) => theta[i] + d);
    return [
      {
        kind: 'trials',
        term: line.name,
        from: theta,
        points: [whole],
        isTaken: taken === 1,
        isDirection: true,
      },
    ];
  }
  const [first, shrink] = [numberIn(line, search.args[2]), numberIn(line, search.args[3])];
  const points: Vector[] = [];
  for (let alpha = first; alpha > 0 && points.length < MOST_TRIALS; alpha *= shrink) {
    const length = alpha;
    points.push(theta.map((x, i) => x - length * g[i]));
    if (alpha <= taken) break;
  }
  return [{ kind: 'trials', term: line.name, from: theta, points, isTaken: taken > 0, isDirection: false }];
}

function mentionsAlone(node: TexNode, name: string): boolean {
  return node.kind === 'name' && node.name === name;
}

function numberIn(line: ComputedLine, node: TexNode): number {
  const value = evaluateNode(node, { names: line.before, functions: {} });
  return typeof value === 'number' ? value : 'data' in value ? value.data[0] : value[0];
}
