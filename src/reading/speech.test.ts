import { describe, expect, test } from 'vitest';
import type { PrintedNumber, ReadLine } from './reading.ts';
import { spokenLine, spokenNumber, spokenTex } from './speech.ts';

const term = (name: string, body: string) => String.raw`\term{${name}}{${body}}`;
const column = (...entries: string[]) =>
  String.raw`\begin{pmatrix}${entries.join(String.raw`\\`)}\end{pmatrix}`;
const slot = (index: number) => String.raw`\slot{${index}}`;

function printed(text: string): PrintedNumber {
  const [mantissa, power] = text.split('e');
  return {
    mantissa,
    exponent: power === undefined ? null : Number(power),
    value: Number(text.replace('−', '-')),
  };
}

const THETA = term('theta', String.raw`\theta`);
const G = term('g', 'g');
const M = term('m', 'm');
const M_HAT = term('mHat', String.raw`\hat m`);
const V_HAT = term('vHat', String.raw`\hat v`);
const BETA = term('beta1', String.raw`\beta_1`);
const ETA = term('lr', String.raw`\eta`);

const line = (given: Partial<ReadLine>): ReadLine => ({
  owner: 'optimizer',
  name: 'mHat',
  symbols: { left: M_HAT, right: String.raw`{${M}} / (1 - {${BETA}}^{${term('t', 't')}})`, where: [] },
  isComputed: true,
  when: null,
  where: [],
  notes: [],
  relation: '=',
  right: null,
  left: { tex: column(slot(0), slot(1)), slots: [printed('−3.34'), printed('0.589')] },
  ...given,
});

describe('a formula in words', () => {
  test.each([
    [String.raw`\nabla f({${THETA}})`, 'the gradient of f at theta'],
    [String.raw`\nabla^2 f({${THETA}})`, 'the Hessian of f at theta'],
    [
      String.raw`{${BETA}} {${M}} + (1 - {${BETA}})\, {${G}}`,
      'beta 1 times m plus the quantity 1 minus beta 1, end quantity, times g',
    ],
    [String.raw`{${G}} \odot {${G}}`, 'g entrywise times g'],
    // ε beside the root, and below it.
    [
      String.raw`-{${ETA}}\, \dfrac{{${M_HAT}}}{\sqrt{{${V_HAT}}} + \epsilon}`.replace(
        String.raw`\epsilon`,
        term('epsilon', String.raw`\epsilon`),
      ),
      'minus eta times m hat over the quantity the square root of v hat, plus epsilon',
    ],
    [
      String.raw`\dfrac{{${M_HAT}}}{\sqrt{{${V_HAT}} + {${term('epsilon', String.raw`\epsilon`)}}}}`,
      'm hat over the square root of the quantity v hat plus epsilon',
    ],
    [
      String.raw`\dfrac{{${ETA}}}{3} ({${term('v1', 'v_1')}} + {${term('v2', 'v_2')}})`,
      'eta over 3, times the quantity v 1 plus v 2',
    ],
    [
      String.raw`{${term('betas', String.raw`\beta`)}}_2 {${term('v2', 'v_2')}}`.replace('}}_2', '}}_2'),
      'beta 2 times v 2',
    ],
    [String.raw`{${term('H', 'H')}}^{-1} {${G}}`, 'the inverse of capital H, times g'],
    [
      String.raw`({${term('t', 't')}} - 1) \bmod {${term('k', 'k')}} = 0`,
      'the quantity t minus 1, end quantity, modulo k equals 0',
    ],
    [String.raw`{${term('t', 't')}} > 1`, 't is greater than 1'],
    [
      String.raw`{${THETA}} \leftarrow {${THETA}} + {${term('update', String.raw`\Delta\theta`)}}`,
      'theta becomes theta plus Delta theta',
    ],
    [String.raw`{${term('mu', String.raw`\mu_t`)}}`, 'mu sub t'],
    [String.raw`{${term('muNext', String.raw`\mu_{t+1}`)}}`, 'mu of the next step'],
    [String.raw`{${term('sam.rho', String.raw`\rho'`)}}`, 'rho prime'],
    [String.raw`\lVert {${G}} \rVert_{{${term('sam.q', 'q')}}}`, 'the q norm of g'],
    [String.raw`1.0 \times 10^{-8}`, '1.0 times ten to the minus 8'],
    [String.raw`\tfrac12 {${ETA}}`, 'one half times eta'],
  ])('%s', (tex, words) => {
    expect(spokenTex(tex)).toBe(words);
  });

  test('what is no formula of the engine is read sign by sign', () => {
    expect(spokenTex(String.raw`\{1 \le s < t : f(\theta_s) > f_0\}`)).toBe(
      '1 is at most s is less than t with f at theta sub s is greater than f 0',
    );
    expect(spokenTex(String.raw`\sum_{j<i} n_j \in [0, n_i)`)).toBe(
      'the sum over j is less than i of n sub j in the interval 0, n sub i',
    );
    expect(spokenTex(String.raw`v^{(t)} \mathrel{:=} \unknown{x}`)).not.toMatch(/[\\{}@]/);
  });
});

test.each([
  ['−1.36', 'minus 1.36'],
  ['5.20e-5', '5.20 times ten to the minus 5'],
  ['−4e12', 'minus 4 times ten to the 12'],
  ['∞', 'infinity'],
  ['−∞', 'minus infinity'],
  ['NaN', 'not a number'],
])('the number %s', (text, words) => {
  expect(spokenNumber(printed(text))).toBe(words);
});

describe('a line in words', () => {
  const right = {
    tex: String.raw`${term('m', column(slot(0), slot(1)))} / (1 - 0.9^{${slot(2)}})`,
    slots: [printed('−3.28'), printed('0.577'), printed('37')],
  };

  test('has its symbols first, then its numbers', () => {
    expect(spokenLine(line({ right }))).toBe(
      'M hat equals m over the quantity 1 minus beta 1 to the power of t; in numbers: the column minus 3.28, 0.577, ' +
        'over the quantity 1 minus 0.9 to the power of 37, equals the column minus 3.34, 0.589.',
    );
  });

  test('says where the printed numbers only come close', () => {
    expect(spokenLine(line({ right, relation: '≈' }))).toContain('37, is about the column minus 3.34');
  });

  test('without numbers on its right says what it comes to', () => {
    const symbols = { left: G, right: String.raw`\nabla f({${THETA}})`, where: [] };
    expect(spokenLine(line({ symbols }))).toBe(
      'G equals the gradient of f at theta; in numbers: the column minus 3.34, 0.589.',
    );
  });

  test('that this step does not compute says so', () => {
    const when = String.raw`{${term('t', 't')}} \bmod {${term('lookahead.k', 'k')}} = 0`;
    const symbols = { left: term('lookahead.phi', String.raw`\phi`), right: THETA, when, where: [] };
    expect(spokenLine(line({ symbols, isComputed: false }))).toBe(
      'Phi is computed only if t modulo k equals 0; in this step it stays the column minus 3.34, 0.589.',
    );
    const now = { tex: String.raw`37 \bmod 10 = 7 \ne 0`, slots: [] };
    expect(spokenLine(line({ symbols, isComputed: false, when: now }))).toContain(
      'only if t modulo k equals 0, here 37 modulo 10 equals 7, not 0; in this step',
    );
    expect(spokenLine(line({ symbols }))).toBe(
      'If t modulo k equals 0: phi equals theta; in numbers: the column minus 3.34, 0.589.',
    );
  });

  test('explains its symbols at the end', () => {
    const symbols = { left: ETA, right: String.raw`2^{-h}`, where: [String.raw`h = \#\{s\}`] };
    const where = [{ tex: String.raw`h = ${slot(0)}`, slots: [printed('3')] }];
    expect(spokenLine(line({ symbols, where, notes: ['So it is.'] }))).toMatch(
      /0\.589\. Here h equals the number of s\. In this step h equals 3\. So it is\.$/,
    );
  });

  test('says a matrix row by row, and what is no number', () => {
    const tex = String.raw`\begin{pmatrix}${slot(0)} & ${slot(1)}\\${slot(2)} & ${slot(3)}\end{pmatrix}`;
    const slots = ['1', '−2.5', 'NaN', '∞'].map(printed);
    expect(spokenLine(line({ left: { tex, slots } }))).toMatch(
      /the matrix with rows 1, minus 2\.5; not a number, infinity\.$/,
    );
  });
});
