import { expect, test } from 'vitest';
import { evaluateTex, type Environment } from './evaluateTex.ts';
import { parseTex } from './parseTex.ts';
import { printTex } from './printTex.ts';

const environment: Environment = {
  names: { p: Float64Array.of(0.5, 2, 8), y: Float64Array.of(1, 3, 2), s: Float64Array.of(4), c: 2, a: -3 },
  functions: {},
};
const valueOf = (template: string) => evaluateTex(template, environment);

test.each<[string, number]>([
  [String.raw`\sum_k @p_k`, 10.5],
  [String.raw`\sum_j @p_j @y_j`, 22.5],
  [String.raw`1 - \sum_k @p_k + 2`, -7.5],
  [String.raw`2 \sum_k 3 @p_k - @a`, 66],
  [String.raw`\sum_k @p_k \sum_j @y_j`, 63],
  [String.raw`\sum_{k \ne @c} @p_k`, 8.5],
  [String.raw`\sum_{k \ne @c + 1} \max(0, @p_k - @p_{@c} + 3)`, 4.5],
  [String.raw`\prod_k @p_k^{@y_k}`, 256],
  [String.raw`\dfrac{@p_{@c}}{\sum_j @p_j}`, 2 / 10.5],
  [String.raw`\sum_i @s_i`, 4],
  [String.raw`\begin{cases} 1 & \text{if } @a \ge 0 \\ -1 & \text{otherwise} \end{cases}`, -1],
  [String.raw`\begin{cases} @c & \text{if } @a \ge -3 \\ 0 & \text{otherwise} \end{cases}`, 2],
  [String.raw`\begin{cases} 1 & \text{if } @a \ne @c \\ 0 & \text{otherwise} \end{cases} + 5`, 6],
  [String.raw`\begin{cases} 1 & \text{if } @s \ne 4 \\ 0 & \text{otherwise} \end{cases}`, 0],
])('%s is %d, and is printed as what parses to the same', (template, expected) => {
  expect(valueOf(template)).toBe(expected);
  expect(valueOf(printTex(parseTex(template)))).toBe(expected);
});

test.each([
  [String.raw`\sum @p_k`, '“_” is expected'],
  [String.raw`\sum_q @p_k`, '“q” does not count entries'],
  [String.raw`\sum_k @c`, 'there are no entries to count'],
  [String.raw`\prod_{k \ge 2} @p_k`, String.raw`“\ne” is expected`],
  [String.raw`\begin{cases} 1 & \text{if } @a < 0 \\ 0 & \text{otherwise} \end{cases}`, '“<” is no relation'],
  [String.raw`\begin{cases} 1 & \text{if } @a \ge 0 \end{cases}`, 'is expected'],
  [
    String.raw`\begin{cases} 1 & \text{if } @p \ge 0 \\ 0 & \text{otherwise} \end{cases}`,
    'a number is expected',
  ],
])('%s is refused with the place', (template, message) => {
  expect(() => valueOf(template)).toThrow(message);
  expect(() => valueOf(template)).toThrow('⟨here⟩');
});
