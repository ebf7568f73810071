import { expect, test } from 'vitest';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { formsOf } from '../optimizers/variants.ts';
import { parseTex } from './parseTex.ts';
import { printTex } from './printTex.ts';

/** A tree without the places of its parts. */
const shapeOf = (template: string): unknown =>
  JSON.parse(
    JSON.stringify(parseTex(template), (key, value: unknown) => (key === 'place' ? undefined : value)),
  );

test.each(Object.keys(OPTIMIZERS) as OptimizerId[])(
  'what is printed of an equation parses to the same tree: %s',
  (id) => {
    const optimizer = OPTIMIZERS[id];
    for (const form of formsOf(optimizer.hyperparameters, 4))
      for (const { right } of optimizer.equations(form))
        expect(shapeOf(printTex(parseTex(right))), right).toEqual(shapeOf(right));
  },
);

test.each([
  [String.raw`\dfrac{@a @b}{@c}`, String.raw`\dfrac{@a \cdot @b}{@c}`],
  ['-(@a - 2) @b', String.raw`-(@a - 2) \cdot @b`],
  [String.raw`(1 - @beta_2)^{@t}`, String.raw`(1 - @beta_{2})^{@t}`],
  [String.raw`\lVert @s \rVert_3 / 4`, String.raw`\dfrac{\lVert @s \rVert_{3}}{4}`],
  [String.raw`(@t - 1) \bmod @k`, String.raw`(@t - 1) \bmod @k`],
  [String.raw`e^{-@k (@t - 1)}`, String.raw`e^{-@k \cdot (@t - 1)}`],
])('%s is printed as %s', (given, printed) => {
  expect(printTex(parseTex(given))).toBe(printed);
  expect(shapeOf(printed)).toEqual(shapeOf(given));
});
