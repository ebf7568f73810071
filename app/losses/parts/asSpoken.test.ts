import { expect, test } from 'vitest';
import { asSpoken } from './asSpoken.ts';

test.each([
  ['there L is largest, 6.05×10⁻⁵.', 'there L is largest, 6.05 times ten to the minus 5.'],
  ['a loss of 3×10¹², and', 'a loss of 3 times ten to the 12, and'],
  ['½ Σ (y − μ)² least', 'half the sum of (y minus μ) squared least'],
  ['δ is ŷ − y = 0.73 − 1 = −0.27.', 'δ is y hat minus y equals 0.73 minus 1 equals minus 0.27.'],
  ['multiplied by σ′(z)', 'multiplied by σ prime (z)'],
  ['with β = 10⁻³', 'with β equals ten to the minus 3'],
  ['The loss is 0.4; nothing else.', 'The loss is 0.4; nothing else.'],
])('%s', (text, spoken) => {
  expect(asSpoken(text)).toBe(spoken);
});
