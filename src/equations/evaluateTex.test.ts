import { describe, expect, test } from 'vitest';
import { typeset } from './equation.ts';
import { evaluateNode, evaluateTex, conditionHolds, type Environment, type Value } from './evaluateTex.ts';
import { parseCondition, parseTex } from './parseTex.ts';

const vector = (...entries: number[]) => Float64Array.of(...entries);

/** f(x, y) = x² y − 5y */
const environment: Environment = {
  names: {
    mu: 0.75,
    t: 3,
    g: vector(3, -2),
    v: vector(-8, 5),
    H: { rows: 2, cols: 2, data: vector(2, 1, 5, 3) },
    wide: { rows: 2, cols: 3, data: vector(1, -2, 4, 3, 0, -5) },
    s: vector(7),
    T: 60,
    rate: 0.125,
    factor: 0.25,
    every: 10,
    [String.raw`\tau`]: 12,
    n_i: 3,
    n_0: 2,
    'sam.rho': 1.5,
    'weight-decay.c2': 4,
    I: { rows: 2, cols: 2, data: vector(1, 0, 0, 1) },
  },
  functions: {
    value: ([x]) => (x as number) - 0.75,
    gradient: ([point]) => {
      const [x, y] = point as Float64Array;
      return vector(2 * x * y, x * x - 5);
    },
    hessian: ([point]) => {
      const [x, y] = point as Float64Array;
      return { rows: 2, cols: 2, data: vector(2 * y, 2 * x, 2 * x, 0) };
    },
    // Shows what it was given.
    pack: (args, subscript) => vector(...args.map((x) => x as number), subscript ?? Number.NaN),
  },
};
const valueOf = (template: string) => evaluateTex(template, environment);
const plain = (value: Value) => (value instanceof Float64Array ? [...value] : value);

describe('evaluateTex', () => {
  test.each<[string, number]>([
    ['12.5', 12.5],
    ['{0.9}', 0.9],
    ['2 - 7 - 4', -9],
    ['2 − 7 + 4', -1],
    ['-2 + 7', 5],
    ['+2', 2],
    [String.raw`2 \cdot 3 \times 7`, 42],
    ['2 (3 - 8)', -10],
    [String.raw`2\left(3 - 8\right)`, -10],
    ['24 / 4 / 3', 2],
    [String.raw`24 / 4 \cdot 3`, 18],
    [String.raw`5 \dfrac{7 - 1}{3 + 1}`, 7.5],
    [String.raw`\frac{1}{8} + \tfrac12`, 0.625],
    [String.raw`\frac3{24}`, 0.125],
    [String.raw`\sqrt{9 + 16}`, 5],
    [String.raw`\sqrt2`, Math.SQRT2],
    ['2^{10}', 1024],
    ['2^3', 8],
    ['-2^{2}', -4],
    ['{-2}^{2}', 4],
    ['@mu^@t', 27 / 64],
    [String.raw`1.25 \cdot 10^{-2}`, 0.0125],
    [String.raw`\lfloor (@t - 10) / 2 \rfloor`, -4],
    [String.raw`\max(1, @t / 2)`, 1.5],
    [String.raw`\min(1, @t / 2)`, 1],
    [String.raw`\cos(\pi (@t - 1) / 4)`, Math.cos(Math.PI / 2)],
    ['e^{3 - @t}', 1],
    ['e^{-@mu}', Math.exp(-0.75)],
    [String.raw`\lVert @g - @v \rVert`, Math.sqrt(170)],
    [String.raw`\lVert -@t \rVert`, 3],
    [String.raw`2\,@t\;@mu\!`, 4.5],
    [String.raw`\lVert @g \rVert^2 - \lVert @v \rVert^{2}`, -76],
    [String.raw`@every \bmod @t`, 1],
    [String.raw`(@t - 8) \bmod 3`, 1],
    [String.raw`2 @every \bmod 7`, 6],
    [String.raw`(@t \bmod 2) + 5`, 6],
    [String.raw`\ln(e^{@mu})`, 0.75],
    [String.raw`\lvert @t - 10 \rvert`, 7],
    [String.raw`\lVert @g \rVert_1`, 5],
    [String.raw`\lVert @g - @g \rVert_{@t}`, 0],
    [String.raw`f(@t @mu)`, 1.5],
    [String.raw`\operatorname{clip}(@t, -1, 2)`, 2],
    [String.raw`\operatorname{sign}(@t - 7)`, -1],
    ['@sam.rho - 1', 0.5],
    [String.raw`@mu \tau / n_i - n_0`, 1],
    ['@g_2 @t + @g_{2 - 1}', -3],
    ['@weight-decay.c2-@t', 1],
  ])('%s is %d', (template, expected) => {
    expect(valueOf(template)).toBe(expected);
  });

  test('arithmetic on vectors is element-wise, and scalars broadcast', () => {
    expect(plain(valueOf(String.raw`@mu @v - (1 - @mu)\, @g \odot @g`))).toEqual([-8.25, 2.75]);
    expect(plain(valueOf(String.raw`\dfrac{@v}{2 + @g}`))).toEqual([-1.6, Infinity]);
    expect(plain(valueOf('@t / @g'))).toEqual([1, -1.5]);
    expect(plain(valueOf(String.raw`\sqrt{@g \odot @g}`))).toEqual([3, 2]);
    expect(plain(valueOf('-@g^{2}'))).toEqual([-9, -4]);
    expect(plain(valueOf(String.raw`\max(@g, @v)`))).toEqual([3, 5]);
    expect(plain(valueOf(String.raw`\min(4, @v)`))).toEqual([-8, 4]);
  });

  test('a vector of one entry is a scalar', () => {
    expect(plain(valueOf('@s @g'))).toEqual([21, -14]);
    expect(plain(valueOf('@g - @s'))).toEqual([-4, -9]);
    expect(plain(valueOf(String.raw`\operatorname{pack}_{@s}(2)`))).toEqual([2, 7]);
  });

  test('entries have signs, powers of ten and sums of their own', () => {
    expect(plain(valueOf(String.raw`@mu \begin{bmatrix}-8 \\ 2.5 \times 10^{2}\end{bmatrix}`))).toEqual([
      -6, 187.5,
    ]);
    expect(
      plain(valueOf(String.raw`\begin{bmatrix}\dfrac{-3}{4} \\[1em] 5 / (@t - 1) - 2\end{bmatrix} \odot @g`)),
    ).toEqual([-2.25, -1]);
    const data = vector(-2, 1e5, 0.5, -7);
    expect(valueOf(String.raw`\begin{bmatrix}-2 & 10^{5} \\ \tfrac12 & -7\end{bmatrix}`)).toEqual({
      rows: 2,
      cols: 2,
      data,
    });
  });

  test('what has no digits is infinity or no number', () => {
    expect(
      plain(valueOf(String.raw`2 - \begin{bmatrix}-\infty \\ \infty \\ \mathrm{NaN}\end{bmatrix}`)),
    ).toEqual([Infinity, -Infinity, Number.NaN]);
    expect(valueOf(String.raw`3 \cdot (-\infty)`)).toBe(-Infinity);
  });

  test('0/0 is 0, and only 0/0', () => {
    const zero = { names: { z: vector(0, 0), b: vector(0, 5) }, functions: {} };
    expect(plain(evaluateTex(String.raw`\dfrac{@z}{\sqrt{@b}}`, zero))).toEqual([0, 0]);
    expect(plain(evaluateTex('@b / @z', zero))).toEqual([0, Infinity]);
  });

  test('an inverse matrix solves for the product of all that follows it', () => {
    // 2x + y = 3, 5x + 3y = −2 at (11, −19)
    [11, -19].forEach((entry, i) => {
      expect((valueOf(String.raw`@H^{-1} @g`) as Float64Array)[i]).toBeCloseTo(entry, 12);
      expect((valueOf(String.raw`-2\, @H^{-1} @s @g`) as Float64Array)[i]).toBeCloseTo(-14 * entry, 11);
    });
  });

  test('a matrix multiplies the product of all that follows it', () => {
    expect(plain(valueOf('@H @g'))).toEqual([4, 9]);
    expect(plain(valueOf(String.raw`@v \odot @H @g`))).toEqual([-32, 45]);
    expect(plain(valueOf(String.raw`@wide \begin{pmatrix} 2 \\ -1 \\ 3 \end{pmatrix}`))).toEqual([16, -9]);
  });

  test('matrices are added, and multiplied by numbers', () => {
    const data = vector(2.75, 1, 5, 3.75);
    expect(valueOf('@H + @mu I')).toEqual({ rows: 2, cols: 2, data });
    expect(plain(valueOf(String.raw`(@H - 2\, I)^{-1} \begin{pmatrix}3\\1\end{pmatrix}`))).toEqual([-0.4, 3]);
    expect(plain(valueOf(String.raw`\operatorname{diag}(2 @H)`))).toEqual([4, 6]);
  });

  test('functions of numbers are taken of each entry', () => {
    expect(plain(valueOf(String.raw`\operatorname{sign}(@g)`))).toEqual([1, -1]);
    expect(plain(valueOf(String.raw`\operatorname{clip}(@v, -@t, @t)`))).toEqual([-3, 3]);
    expect(plain(valueOf(String.raw`\lvert @g \rvert`))).toEqual([3, 2]);
    expect(plain(valueOf(String.raw`(@g + 4) \bmod @t`))).toEqual([1, 2]);
  });

  test('∇f and ∇²f are the environment’s, at the point named', () => {
    expect(plain(valueOf(String.raw`\nabla f(@g)`))).toEqual([-12, 4]);
    expect(plain(valueOf(String.raw`\nabla f(@g + @v)`))).toEqual([-30, 20]);
    expect(valueOf(String.raw`\nabla^2 f(@g)`)).toEqual({ rows: 2, cols: 2, data: vector(-4, 6, 6, 0) });
    expect(plain(valueOf(String.raw`\nabla^{2} f(@g) @v`))).toEqual([62, -48]);
  });

  test('a named operator takes its subscript and its arguments', () => {
    expect(plain(valueOf(String.raw`\operatorname{pack}_{2 @t}(@mu, 4 - @t)`))).toEqual([0.75, 1, 6]);
    expect(plain(valueOf(String.raw`\operatorname{pack}_5(@mu)`))).toEqual([0.75, 5]);
    expect(plain(valueOf(String.raw`\operatorname{pack}(@mu)`))).toEqual([0.75, Number.NaN]);
  });

  test('a condition holds where both its sides are the same number, or the left one is greater', () => {
    const steps = (condition: string) =>
      [1, 2, 3, 4, 5, 6, 7].filter((t) =>
        conditionHolds(parseCondition(condition), {
          ...environment,
          names: { ...environment.names, t, k: 3 },
        }),
      );
    expect(steps(String.raw`@t \bmod @k = 0`)).toEqual([3, 6]);
    expect(steps(String.raw`(@t - 1) \bmod @k = 0`)).toEqual([1, 4, 7]);
    expect(steps('@t = 1')).toEqual([1]);
    expect(steps('@t > @k + 1')).toEqual([5, 6, 7]);
    expect(() => steps('@t')).toThrow('“=” is expected');
    expect(() => steps('@t = 1 = 1')).toThrow('“=” is not expected');
    expect(() => steps('@g = 1')).toThrow('a number is expected');
  });

  test('a column of numbers is a vector, more columns a matrix', () => {
    expect(plain(valueOf(String.raw`0.5\,\begin{pmatrix}3\\−2\end{pmatrix}`))).toEqual([1.5, -1]);
    const data = vector(2, 1, 5, 3);
    expect(valueOf(String.raw`\begin{pmatrix}2&1\\5&3\end{pmatrix}`)).toEqual({ rows: 2, cols: 2, data });
  });

  test('the schedules’ formulas are among what it reads', () => {
    expect(valueOf('1 + (@rate - 1)(@t - 1) / @T')).toBe(1 - (0.875 * 2) / 60);
    expect(valueOf('e^{-@rate (@t - 1)}')).toBe(Math.exp(-0.25));
    expect(valueOf(String.raw`@factor^{\lfloor (@T - 35) / @every \rfloor}`)).toBe(1 / 16);
    expect(valueOf(String.raw`@rate + \tfrac12 (1 - @rate)(1 + \cos(\pi (@t - 1) / @t))`)).toBeCloseTo(
      0.125 + 0.4375 * 0.5,
      15,
    );
  });

  test('numbers in the place of names give the same value', () => {
    const template = String.raw`@mu @v - (1 - @mu)\, @g \odot @g`;
    const texOf = (name: string) => {
      const value = environment.names[name];
      return value instanceof Float64Array
        ? String.raw`\begin{pmatrix}${[...value].join(String.raw`\\`)}\end{pmatrix}`
        : JSON.stringify(value);
    };
    expect(valueOf(typeset(template, texOf).replaceAll('-', '−'))).toEqual(valueOf(template));
  });

  test('a part of a formula can be evaluated by itself', () => {
    const node = parseTex(String.raw`-@mu @v + @t\, @g`);
    if (node.kind !== 'sum') throw new Error('a sum is expected');
    expect(node.terms.map(({ sign }) => sign)).toEqual([-1, 1]);
    expect(node.terms.map((term) => plain(evaluateNode(term.node, environment)))).toEqual([
      [-6, 3.75],
      [9, -6],
    ]);
  });

  test.each([
    ['@mu + @nu', 'nothing is called “nu”, at ⟨here⟩ in “@mu + ⟨here⟩@nu”'],
    ['2 +', 'something is missing, at ⟨here⟩ in “2 +⟨here⟩”'],
    ['(2 + 3', '“)” is expected, at ⟨here⟩ in “(2 + 3⟨here⟩”'],
    ['2 + 3)', '“)” is not expected'],
    ['24 / 4 3', 'a factor right after a slash'],
    [String.raw`24 / 4 \, @t`, 'a factor right after a slash'],
    ['2 3', 'two numbers side by side'],
    ['@g_3', 'the list has no entry 3'],
    ['@g_0', 'the list has no entry 0'],
    ['2^10', 'the exponent 10 needs braces'],
    ['n + 1', '“_” is expected'],
    ['x + 1', '“x” is not known here'],
    [String.raw`2 \cdot -3`, '“-” is not known here'],
    [String.raw`\nabla^3 f(@g)`, 'only ∇ and ∇²'],
    [String.raw`\operatorname{twist}(2)`, 'no function is called “twist”'],
    [String.raw`\max(2)`, '“max” takes 2, not 1'],
    [String.raw`@g + \begin{pmatrix}1\\2\\3\end{pmatrix}`, '2 numbers meet 3'],
    [String.raw`\begin{pmatrix}1&2\\3\end{pmatrix}`, 'the rows differ in length'],
    [String.raw`\begin{pmatrix}@g\\3\end{pmatrix}`, 'a number is expected'],
    [String.raw`\begin{bmatrix}1\\3\end{pmatrix}`, 'the brackets of the matrix differ'],
    [String.raw`\begin{bmatrix}1\\[1em 3\end{bmatrix}`, '“]” is expected'],
    ['@H + 1', 'a matrix can only multiply a vector'],
    ['@v @H', 'a number is expected'],
    ['@H + @wide', 'the matrices differ in shape'],
    ['2 @H^{-1}', 'an inverse stands alone'],
    [String.raw`2 + 7 \bmod 3`, 'a sum before mod could belong to it or not'],
    [String.raw`\operatorname{diag}(@v)`, 'a matrix is expected'],
    ['@H^{2} @g', 'only the inverse of a square one'],
    ['@wide^{-1} @g', 'only the inverse of a square one'],
    ['@H^{-1}', 'an inverse stands alone'],
    ['@wide @g', '3 columns cannot multiply 2 numbers'],
    [String.raw`@H^{-1} \begin{pmatrix}1\\2\\3\end{pmatrix}`, 'cannot be solved for 3 numbers'],
    [String.raw`\begin{pmatrix}2&4\\1&2\end{pmatrix}^{-1} @g`, 'the matrix is singular'],
    [String.raw`\lVert @H \rVert`, 'a vector is expected, not a matrix'],
  ])('%s is refused with the place', (template, message) => {
    expect(() => valueOf(template)).toThrow(message);
    expect(() => valueOf(template)).toThrow('⟨here⟩');
  });
});
