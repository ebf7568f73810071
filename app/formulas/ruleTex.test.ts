import { renderToString } from 'katex';
import { describe, expect, test } from 'vitest';
import type { RuleParts } from '../../src/engine/rule.ts';
import { MODIFIERS, type ModifierId } from '../../src/modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../../src/optimizers/registry.ts';
import { formsOf, variantsOf } from '../../src/optimizers/variants.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { symbolsOf } from '../../src/reading/symbols.ts';
import { SCHEDULES, type ScheduleId } from '../../src/schedules/registry.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import type { AnyValues } from '../../src/specs/spec.ts';
import { alignedRuleTex, ruleTex } from './ruleTex.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
/** Parameters of a test surface, and of a 2 × 2 matrix. */
const DIMENSIONS = [2, 4];

const PLAIN = { id: 'himmelblau', params: {}, scale: 1, rotation: 0 } as const;

function runOf(id: OptimizerId, hyperparameters?: AnyValues, others: Partial<RuleParts> = {}): RuleParts {
  const all = hyperparameters ?? defaultsOf(OPTIMIZERS[id].hyperparameters, [2, 1]);
  return { problem: PLAIN, optimizer: { id, hyperparameters: all }, modifiers: [], schedule: [], ...others };
}

const modifier = (id: ModifierId, hyperparameters: AnyValues = {}) => ({
  id,
  hyperparameters: { ...defaultsOf(MODIFIERS[id].hyperparameters), ...hyperparameters },
});
const schedule = (id: ScheduleId) => ({ id, hyperparameters: defaultsOf(SCHEDULES[id].hyperparameters) });

/** Everything that a rule may be made of beside its optimizer. */
const EVERYTHING: readonly Partial<RuleParts>[] = [
  ...(Object.keys(SCHEDULES) as ScheduleId[]).map((id) => ({ schedule: [schedule(id)] })),
  { schedule: [schedule('warmup'), schedule('constant'), schedule('cosine'), schedule('cosine')] },
  { modifiers: [modifier('sam')] },
  { modifiers: [modifier('sam', { p: 3 })] },
  ...['l2', 'decoupled'].map((mode) => ({
    modifiers: [modifier('lookahead'), modifier('weight-decay', { mode }), modifier('sam', { p: 3 })],
    schedule: [schedule('exponential'), schedule('step')],
  })),
];

const linesOf = (run: RuleParts) =>
  ruleTex(run).flatMap(({ left, right, when = '', where }) => [
    String.raw`${left} \leftarrow ${right} \quad ${when}`,
    ...where,
  ]);

/** What a reader sees of TeX: its text without markup, from KaTeX's own output. */
const typesetByKatex = (tex: string) =>
  renderToString(tex, { throwOnError: true, strict: 'error', output: 'html' });

const plain = (tex: string) =>
  tex
    .replaceAll(/[{}]|\\,/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
const plainRule = (run: RuleParts) => linesOf(run).map((line) => plain(line.replace(/\\quad\s*$/, '')));

describe.each(IDS)('the rule of %s', (id) => {
  const optimizer = OPTIMIZERS[id];
  const alone = DIMENSIONS.flatMap((n) =>
    variantsOf(optimizer.hyperparameters, n).map((variant) => runOf(id, variant)),
  );
  const runs = [...alone, ...EVERYTHING.map((others) => runOf(id, undefined, others))];
  const lines = [...new Set(runs.flatMap(linesOf))];

  test('leaves no name without its symbol, in any variant', () => {
    expect(lines.filter((line) => line.includes('@') || line.includes('undefined'))).toEqual([]);
  });

  test('has a symbol for every name, which is never printed itself', () => {
    // Symbols are single letters; words stand only in TeX's commands and after \operatorname.
    const words = (line: string) =>
      line.replaceAll(/\\operatorname\{\w+\}|\\[A-Za-z]+/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
    expect(lines.flatMap(words)).toEqual([]);
  });

  test('has no symbol twice', () => {
    for (const run of runs) {
      const symbols = new Map(symbolsOf(run));
      // η of the rule is the learning rate, where no schedule changes it.
      expect(new Set(symbols.values()).size, JSON.stringify([...symbols])).toBe(symbols.size);
    }
  });

  test('is TeX that KaTeX takes, in any variant', () => {
    for (const line of lines) expect(() => typesetByKatex(line), line).not.toThrow();
  });

  test('is one formula of its lines, with an arrow each, which KaTeX takes', () => {
    const formulas = new Map(runs.map((run) => [alignedRuleTex(run), ruleTex(run).length]));
    for (const [tex, count] of formulas) {
      expect(() => typesetByKatex(tex), tex).not.toThrow();
      expect(tex.split(String.raw`\leftarrow`)).toHaveLength(count + 1);
      for (const row of tex.split(String.raw`\\`)) expect(row.match(/&/g)).toHaveLength(1);
    }
  });

  test('ends with what θ becomes, and says it once', () => {
    for (const run of runs) {
      const rule = ruleTex(run);
      expect(rule.at(-1)?.left).toBe(String.raw`\theta`);
      expect(rule.at(-1)?.right).toMatch(/^\{?\\theta\}? [+-]/);
      expect(rule.filter(({ left }) => left === String.raw`\theta`)).toHaveLength(1);
    }
  });

  test('has no line twice', () => {
    for (const run of alone) expect(new Set(linesOf(run)).size).toBe(linesOf(run).length);
  });
});

test('gradient descent reads: g is ∇f(θ), and θ becomes θ − ηg', () => {
  expect(plainRule(runOf('sgd'))).toEqual([
    String.raw`g \leftarrow \nabla f(\theta)`,
    String.raw`\theta \leftarrow \theta -\eta g`,
  ]);
});

test('under all modifiers and a schedule it says each line in the order of computation', () => {
  const run = runOf('sgd', undefined, {
    modifiers: [modifier('lookahead'), modifier('weight-decay', { mode: 'decoupled' }), modifier('sam')],
    schedule: [schedule('constant'), schedule('exponential')],
  });
  expect(plainRule(run)).toEqual([
    String.raw`\eta_t \leftarrow \eta \cdot e^-k (t - 1)`,
    String.raw`s \leftarrow \nabla f(\theta)`,
    String.raw`\hat\epsilon \leftarrow \rho \dfracs\lVert s \rVert`,
    String.raw`g \leftarrow \nabla f(\theta + \hat\epsilon)`,
    String.raw`\Delta\theta \leftarrow -\eta_t g`,
    String.raw`\Delta\theta \leftarrow \Delta\theta - \eta_t \lambda \theta`,
    String.raw`\phi \leftarrow (1 - \alpha) \phi + \alpha (\theta + \Delta\theta) \quad t \bmod k' = 0`,
    String.raw`\Delta\theta \leftarrow \phi - \theta \quad t \bmod k' = 0`,
    String.raw`\theta \leftarrow \theta + \Delta\theta`,
  ]);
});

test('a penalty is in the gradient at the point that was not moved, and in the Hessian', () => {
  const modifiers = [modifier('weight-decay'), modifier('sam')];
  expect(plainRule(runOf('nesterov', undefined, { modifiers }))[3]).toBe(
    String.raw`g \leftarrow \nabla f(\tilde\theta + \hat\epsilon) + \lambda \tilde\theta`,
  );
  expect(plainRule(runOf('newton', undefined, { modifiers }))[3]).toBe(
    String.raw`H \leftarrow \nabla^2 f(\theta) + \lambda I`,
  );
});

test('where not every θ is feasible, it ends with the nearest one that is', () => {
  const { parameters } = PROBLEMS.reddi;
  const problem = { id: 'reddi', params: defaultsOf(parameters), scale: 1, rotation: 0 } as const;
  expect(plainRule(runOf('sgd', undefined, { problem })).slice(1)).toEqual([
    String.raw`\Delta\theta \leftarrow -\eta g`,
    String.raw`\theta \leftarrow \operatornameproj(\theta + \Delta\theta)`,
  ]);
});

test('a symbol that two members share gets a prime where it is not the optimizer’s', () => {
  const run = runOf('rmsprop', undefined, { modifiers: [modifier('sam')] });
  expect(symbolsOf(run).get('rho')).toBe(String.raw`\rho`);
  expect(symbolsOf(run).get('sam.rho')).toBe(String.raw`\rho'`);
});

test('a name has its own symbol, whatever it is: a quantity, a hyperparameter, or one of every rule', () => {
  const symbols = symbolsOf(runOf('adam'));
  expect(symbols.get('mHat')).toBe(String.raw`\hat m`);
  expect(symbols.get('beta2')).toBe(String.raw`\beta_2`);
  expect(symbols.get('lr')).toBe(String.raw`\eta`);
});

test('KaTeX as these tests ask it does refuse what is no TeX', () => {
  expect(() => typesetByKatex(String.raw`\frac{1}{`)).toThrow();
  expect(() => typesetByKatex(String.raw`\nonsense`)).toThrow();
});

test('forms differ in their rules, so that the variants above are more than one', () => {
  const texts = formsOf(OPTIMIZERS.adam.hyperparameters, 2).map((form) =>
    linesOf(runOf('adam', form)).join('\n'),
  );
  expect(new Set(texts).size).toBe(texts.length);
});

test('lines that differ in their symbols alone stand side by side, two in a row: m̂ and v̂ of Adam, and no others', () => {
  const arrows = (run: RuleParts) =>
    alignedRuleTex(run)
      .split(String.raw`\\`)
      .map((row) => row.split(String.raw`\leftarrow`).length - 1);
  expect(arrows(runOf('adam'))).toEqual([1, 1, 1, 2, 1]);
  expect(arrows(runOf('aggmo'))).toEqual([1, 2, 1, 1]);
});
