import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultsOf } from '../specs/defaults.ts';
import { kernelOf } from '../losses/kernelOf.ts';
import { LOSSES, type LossId } from '../losses/registry.ts';
import { PRINTED_LOSSES } from './lossForms.ts';

// A printed loss is the product's: the slide's lines written out, over M samples, beside the sum of the product's values.

const M = 6;
const CLASSES = 4;
const { log, exp, max, log2, sqrt, PI } = Math;

/** M samples of each kind that a loss may be of, at random. */
interface Samples {
  /** Scores, their signs −1 and 1, and the same as labels 0 and 1. */
  readonly s: readonly number[];
  readonly sign: readonly number[];
  readonly label: readonly number[];
  /** Scores of several classes, and the right one of each. */
  readonly scores: readonly (readonly number[])[];
  readonly right: readonly number[];
  /** Probabilities, numbers, and two distributions a sample. */
  readonly p: readonly number[];
  readonly y: readonly number[];
  readonly yHat: readonly number[];
  readonly truth: readonly (readonly number[])[];
  readonly taken: readonly (readonly number[])[];
  /** Weights and inputs of a model. */
  readonly w: readonly number[];
  readonly x: readonly (readonly number[])[];
  readonly gamma: number;
  readonly beta: number;
}

const even = (from: number, to: number) => fc.nat(1e6).map((k) => from + ((to - from) * k) / 1e6);
const each = <T>(one: fc.Arbitrary<T>, length = M) => fc.array(one, { minLength: length, maxLength: length });
const shares = each(even(0.05, 1), CLASSES).map((list) => list.map((one) => one / total(list)));
const samples: fc.Arbitrary<Samples> = fc
  .record({
    s: each(even(-5, 5)),
    label: each(fc.constantFrom(0, 1)),
    scores: each(each(even(-4, 4), CLASSES)),
    right: each(fc.nat(CLASSES - 1)),
    p: each(even(0.02, 0.98)),
    y: each(even(-3, 3)),
    yHat: each(even(-3, 3)),
    truth: each(shares),
    taken: each(shares),
    w: each(even(-2, 2), 3),
    x: each(each(even(-2, 2), 3)),
    gamma: even(0, 4),
    beta: even(0.2, 5),
  })
  .map((random) => ({ ...random, sign: random.label.map((one) => 2 * one - 1) }));

const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
const sum = (of: (m: number) => number, count = M) => total(Array.from({ length: count }, (_, m) => of(m)));
const product = (list: readonly number[]) => list.reduce((value, one) => value * one, 1);
const sigma = (s: number) => 1 / (1 + exp(-s));
const hot = (c: number) => Array.from({ length: CLASSES }, (_, k) => Number(k === c));
const softmax = (scores: readonly number[]) => scores.map((one) => exp(one) / total(scores.map(exp)));
const dot = (a: readonly number[], b: readonly number[]) => total(a.map((one, i) => one * b[i]));

type Numbers = number | readonly number[];

/** The sum of the product's values over the samples. */
function ours(id: LossId, pair: (m: number) => readonly [Numbers, Numbers], parameters = {}): number {
  const definition = LOSSES[id];
  const kernel = kernelOf(definition, { ...defaultsOf(definition.parameters), ...parameters });
  return sum((m) => {
    const [p, y] = pair(m).map((list) => Float64Array.from([list].flat()));
    return kernel.value(p, y);
  });
}

type Line = (of: Samples) => readonly [printed: number, ours: number];

/** By loss, lecture and title: what the slide's last line comes to, and what the product's loss does. */
const LITERAL: Readonly<Partial<Record<LossId, Readonly<Record<string, Line>>>>> = {
  'zero-one': {
    Memphis: ({ s, sign }) => [
      sum((m) => Number((s[m] >= 0 ? 1 : -1) !== sign[m])),
      ours('zero-one', (m) => [s[m], sign[m]]),
    ],
  },
  perceptron: {
    Erlangen: ({ s, sign }) => [
      -sum((m) => (s[m] * sign[m] < 0 ? sign[m] * s[m] : 0)),
      ours('perceptron', (m) => [s[m], sign[m]]),
    ],
  },
  hinge: {
    Erlangen: ({ s, sign }) => [
      sum((m) => max(0, 1 - sign[m] * s[m])),
      ours('hinge', (m) => [s[m], sign[m]]),
    ],
  },
  'squared-hinge': {
    Erlangen: ({ s, sign }) => [
      sum((m) => max(0, 1 - sign[m] * s[m]) ** 2),
      ours('squared-hinge', (m) => [s[m], sign[m]]),
    ],
  },
  'multiclass-hinge': {
    Erlangen: ({ scores, right }) => [
      sum((m) =>
        total(scores[m].map((one, k) => (k === right[m] ? 0 : max(0, 1 - scores[m][right[m]] + one)))),
      ),
      ours('multiclass-hinge', (m) => [scores[m], right[m]]),
    ],
  },
  svm: {
    // The least slack that both constraints allow.
    'Erlangen, with slack': ({ w, x, sign, gamma }) => {
      const slack = x.map((inputs, m) => max(0, 1 - sign[m] * dot(w, inputs)));
      return [dot(w, w) / 2 + gamma * total(slack), svmOf(w, x, sign, gamma)];
    },
    'Erlangen, as hinge and L2': ({ w, x, sign, gamma }) => [
      dot(w, w) / 2 + gamma * sum((m) => max(0, 1 - sign[m] * dot(w, x[m]))),
      svmOf(w, x, sign, gamma),
    ],
  },
  'binary-cross-entropy': {
    Memphis: ({ p, label }) => [
      sum((m) => -label[m] * log(p[m]) - (1 - label[m]) * log(1 - p[m])),
      bce(p, label),
    ],
    'Memphis, of m examples': ({ p, label }) => [
      (1 / M) * sum((m) => -label[m] * log(p[m]) - (1 - label[m]) * log(1 - p[m])),
      bce(p, label) / M,
    ],
    'Memphis, of N examples': ({ p, label }) => [
      (-1 / M) * sum((m) => label[m] * log(p[m]) + (1 - label[m]) * log(1 - p[m])),
      bce(p, label) / M,
    ],
    Erlangen: ({ p, label }) => [
      -sum((m) => total([1 - label[m], label[m]].map((one, k) => one * log([1 - p[m], p[m]][k])))),
      bce(p, label),
    ],
    Optimizers: ({ s, label }) => [
      sum((m) => -label[m] * log(1 / (1 + exp(-s[m]))) - (1 - label[m]) * log(1 - 1 / (1 + exp(-s[m])))),
      bce(s.map(sigma), label),
    ],
  },
  'sigmoid-cross-entropy': {
    Memphis: ({ s, label: t }) => [
      -sum((m) => t[m] * log(sigma(s[m])) + (1 - t[m]) * log(1 - sigma(s[m]))),
      ours('sigmoid-cross-entropy', (m) => [s[m], t[m]]),
    ],
    'Memphis, as a sum of two': ({ s, label: t }) => [
      sum((m) => -t[m] * log(sigma(s[m])) - (1 - t[m]) * log(1 - sigma(s[m]))),
      ours('sigmoid-cross-entropy', (m) => [s[m], t[m]]),
    ],
  },
  focal: {
    Memphis: ({ s, label, gamma }) => [
      -sum((m) => {
        const both = [sigma(s[m]), sigma(-s[m])];
        return total(both.map((one, i) => (1 - one) ** gamma * Number(label[m] === 1 - i) * log(one)));
      }),
      ours('focal', (m) => [s[m], label[m]], { gamma }),
    ],
  },
  'softmax-cross-entropy': {
    Memphis: ({ scores, right }) => [
      sum((m) => -log(exp(scores[m][right[m]]) / total(scores[m].map(exp)))),
      softmaxOf(scores, right),
    ],
    'Memphis, with labels': ({ scores, right }) => [
      -sum((m) => dot(hot(right[m]), softmax(scores[m]).map(log))),
      softmaxOf(scores, right),
    ],
    // To base 2, as the slide's numbers are.
    'Memphis, the examples': ({ scores, right }) => [
      -sum((m) => dot(hot(right[m]), softmax(scores[m]).map(log2))),
      softmaxOf(scores, right) / log(2),
    ],
    Erlangen: ({ scores, right }) => [
      -sum((m) => total(softmax(scores[m]).map((one, k) => log(one ** hot(right[m])[k])))),
      softmaxOf(scores, right),
    ],
    Optimizers: ({ scores, right }) => [
      -sum((m) => total(softmax(scores[m]).map((one, i) => hot(right[m])[i] * log(one)))),
      softmaxOf(scores, right),
    ],
  },
  'squared-error': {
    Erlangen: ({ y, yHat }) => [
      (1 / 2) * sum((m) => (y[m] - yHat[m]) ** 2),
      ours('squared-error', (m) => [yHat[m], y[m]]),
    ],
    Optimizers: ({ y, yHat }) => [
      (1 / 2) * sum((i) => (yHat[i] - y[i]) ** 2),
      ours('squared-error', (m) => [yHat[m], y[m]]),
    ],
  },
  'gaussian-nll': {
    // With the minus sign that the slide lacks.
    'Erlangen, the density': ({ y, yHat, beta }) => [
      -log(product(y.map((one, m) => (sqrt(beta) / sqrt(2 * PI)) * exp((-beta * (one - yHat[m]) ** 2) / 2)))),
      ours('gaussian-nll', (m) => [yHat[m], y[m]], { precision: beta }),
    ],
    Erlangen: ({ y, yHat, beta }) => [
      (M / 2) * log(2 * PI) - (M / 2) * log(beta) + (beta / 2) * sum((m) => (y[m] - yHat[m]) ** 2),
      ours('gaussian-nll', (m) => [yHat[m], y[m]], { precision: beta }),
    ],
  },
  'bernoulli-likelihood': {
    Memphis: ({ p, label: y }) => [sum((m) => p[m] ** y[m] * (1 - p[m]) ** (1 - y[m])), bernoulli(p, y)],
    Erlangen: ({ p, label: y }) => [sum((m) => p[m] ** y[m] * (1 - p[m]) ** (1 - y[m])), bernoulli(p, y)],
  },
  'categorical-likelihood': {
    Memphis: ({ p, label: y }) => [
      product(p.map((one, i) => one ** y[i] * (1 - one) ** (1 - y[i]))),
      product(p.map((one, i) => categorical([1 - one, one], [1 - y[i], y[i]]))),
    ],
    Erlangen: ({ truth: p, right }) => [
      sum((m) => product(p[m].map((one, k) => one ** hot(right[m])[k]))),
      sum((m) => categorical(p[m], hot(right[m]))),
    ],
  },
  'kl-divergence': {
    Erlangen: ({ truth, taken }) => [
      sum((m) => dot(truth[m], truth[m].map(log)) - dot(truth[m], taken[m].map(log))),
      ours('kl-divergence', (m) => [taken[m], truth[m]]),
    ],
  },
  entropy: {
    Memphis: ({ truth }) => [
      -sum((m) => dot(truth[m], truth[m].map(log))),
      ours('entropy', (m) => [truth[m], []]),
    ],
    // The brace is −H(p).
    Erlangen: ({ truth }) => [
      sum((m) => dot(truth[m], truth[m].map(log))),
      -ours('entropy', (m) => [truth[m], []]),
    ],
  },
  'cross-entropy': {
    Memphis: ({ truth: t, taken: p }) => [-sum((m) => dot(t[m], p[m].map(log))), cross(t, p)],
    Erlangen: ({ truth: y, taken: p }) => [
      -sum((m) => total(p[m].map((one, k) => log(one ** y[m][k])))),
      cross(y, p),
    ],
  },
};

function svmOf(w: readonly number[], x: Samples['x'], sign: readonly number[], gamma: number): number {
  const rows = x.flatMap((inputs, m) => [...inputs, sign[m]]);
  return kernelOf(LOSSES.svm, { gamma }).value(Float64Array.from(w), Float64Array.from(rows));
}
const bce = (p: readonly number[], y: readonly number[]) => ours('binary-cross-entropy', (m) => [p[m], y[m]]);
const softmaxOf = (scores: Samples['scores'], right: readonly number[]) =>
  ours('softmax-cross-entropy', (m) => [scores[m], right[m]]);
const bernoulli = (p: readonly number[], y: readonly number[]) =>
  ours('bernoulli-likelihood', (m) => [p[m], y[m]]);
const categorical = (p: readonly number[], y: readonly number[]) =>
  kernelOf(LOSSES['categorical-likelihood'], {}).value(Float64Array.from(p), Float64Array.from(y));
const cross = (truth: Samples['truth'], taken: Samples['taken']) =>
  ours('cross-entropy', (m) => [taken[m], truth[m]]);

const LINES = Object.entries(LITERAL).flatMap(([id, lines]) =>
  Object.entries(lines).map(([form, line]) => ({ name: `${id}, ${form}`, line })),
);

test.each(LINES)('$name, as printed, is the product’s', ({ line }) => {
  fc.assert(
    fc.property(samples, (of) => {
      const [printed, own] = line(of);
      expect(Math.abs(printed - own)).toBeLessThanOrEqual(1e-12 * max(1, Math.abs(own)));
    }),
    { seed: 20_251_121 },
  );
});

test('every form that prints a line is written out here', () => {
  const printed = Object.entries(PRINTED_LOSSES).flatMap(([id, forms]) =>
    forms
      .filter(({ lines }) => lines.length > 0)
      .map(({ lecture, title }) => `${id}, ${lecture}${title === undefined ? '' : `, ${title}`}`),
  );
  expect(LINES.map(({ name }) => name).toSorted()).toEqual(printed.toSorted());
});
