import { symmetricEigen } from '../../linalg/eigen.ts';
import type { Vector } from '../../linalg/vector.ts';
import { whyMessages as say } from '../../messages/why.ts';
import { angleBetween, isTurned, lengthOf } from './angles.ts';
import { coordinatesOf, coordinatesWhere } from './coordinates.ts';
import type { Facts } from './facts.ts';
import { degrees, factor, isFactor, setting } from './numbers.ts';
import type { WhyRules } from './rule.ts';

/** Unlike coordinates: one is at least so many times as large as another. */
const UNLIKE = 2;

/** SignSGD. */
export const SIGN_RULES: WhyRules = {
  /** A momentum whose sign is not the gradient’s. */
  goesByMomentum({ problem, explanation: { g, after } }) {
    const coordinates = coordinatesWhere(problem, (i) => Math.sign(g[i]) * Math.sign(after.m[i]) < 0);
    return coordinates && say.otherSign(coordinates);
  },
  hasNoSign({ problem, explanation: { after } }) {
    const coordinates = coordinatesWhere(problem, (i) => after.m[i] === 0);
    return coordinates && say.noSign(coordinates);
  },
  /** The largest coordinate of m is at least twice the smallest. */
  ignoresSize({ problem, explanation: { after, lr } }) {
    const sizes = Array.from(after.m, Math.abs);
    const [large, small] = [Math.max(...sizes), Math.min(...sizes)];
    if (!(large >= UNLIKE * small) || !(small > 0)) return null;
    const names = coordinatesOf(problem);
    return say.onlySigns(
      setting(lr),
      factor(large / small),
      names[sizes.indexOf(large)],
      names[sizes.indexOf(small)],
    );
  },
};

/** A length within this of 1 is 1. */
const SAME_LENGTH = 0.02;
/** Directions shorter than this part of the longest are none. */
const NO_DIRECTION = 1e-6;

/** Muon. */
export const MUON_RULES: WhyRules = {
  /** Newton–Schulz: some direction’s length is off 1 by more than 0.02. */
  reachesOnly(facts) {
    const { h, explanation } = facts;
    if (h.orthogonalization !== 'newton-schulz') return null;
    const lengths = lengthsOf(explanation.after.O, facts);
    if (lengths.every((length) => Math.abs(length - 1) <= SAME_LENGTH)) return null;
    const [low, high] = [Math.min(...lengths).toFixed(2), Math.max(...lengths).toFixed(2)];
    return say.reachesOnly(low === high ? low : say.between(low, high));
  },
  /** Exact: of two or more directions the longest was longer than the shortest by a tenth at least. */
  evensOut(facts) {
    const { h, explanation } = facts;
    if (h.orthogonalization !== 'exact') return null;
    const lengths = lengthsOf(h.nesterov === true ? explanation.after.B : explanation.after.M, facts);
    const times = Math.max(...lengths) / Math.min(...lengths);
    return lengths.length > 1 && isFactor(times) ? say.equalDirections(factor(times)) : null;
  },
  /** Exact: one direction, and a step of length η along it. */
  ignoresLength(facts) {
    const { h, explanation, own } = facts;
    const { after, lr } = explanation;
    if (h.orthogonalization !== 'exact' || h.weightDecay !== 0) return null;
    const momentum = h.nesterov === true ? after.B : after.M;
    const isOne = lengthsOf(momentum, facts).length === 1;
    if (!isOne || !(lr > 0) || Math.abs(lengthOf(own) / lr - 1) > SAME_LENGTH) return null;
    const angle = angleBetween(momentum, explanation.g);
    return say.lengthIgnored(isTurned(angle) ? degrees(angle) : null, setting(lr));
  },
};

/** The lengths that a matrix gives its directions, its singular values, without those that are 0. */
function lengthsOf(matrix: Vector, { h: { shape } }: Facts): number[] {
  const all = shape === 'diagonal' ? Array.from(matrix, Math.abs) : singularValues(matrix, shape);
  const largest = Math.max(...all);
  return largest > 0 && Number.isFinite(largest)
    ? all.filter((length) => length > NO_DIRECTION * largest)
    : [];
}

/** Roots of the eigenvalues of MᵀM or MMᵀ, whichever is smaller. */
function singularValues(matrix: Vector, shape: Facts['h'][string]): number[] {
  if (!Array.isArray(shape)) return [];
  const [rows, cols] = shape.map(Number);
  const isTall = rows >= cols;
  const [n, inner] = isTall ? [cols, rows] : [rows, cols];
  const at = (i: number, j: number) => (isTall ? matrix[j * cols + i] : matrix[i * cols + j]);
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) for (let k = 0; k < inner; k++) gram[i * n + j] += at(i, k) * at(j, k);
  return Array.from(symmetricEigen(n, gram).values, (value) => Math.sqrt(Math.max(0, value)));
}
