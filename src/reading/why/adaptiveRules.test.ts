import { describe, expect, test } from 'vitest';
import { ADAM_RULES, SCALE_RULES } from './adaptiveRules.ts';
import { angleBetween, scaledBy } from './angles.ts';
import { bowl, changed, factsAt, polar, ROSENBROCK, step, vector, type Told } from './forTests.ts';

const OPENING = { learningRate: 0.1, beta2: 0.99 };
const own = (update: Float64Array) => ({ update, updateStages: [{ by: 'optimizer', update }] }) as const;

/** A step of Adam on ½(x² + 4y²) with these directions of gradient, average and step. */
function turned(gradient: number, average: number, direction: number) {
  const told = step(bowl(4, [3, -2]), 20, 'adam');
  const { after } = told.explanation;
  return changed(told, {
    g: polar(5, gradient),
    after: { ...after, mHat: polar(2, average) },
    ...own(scaledBy(-1, polar(0.1, direction))),
  });
}

describe('Adam’s average and division', () => {
  const { turns } = ADAM_RULES;

  test.each([
    [
      0,
      40,
      60,
      'The average of the gradients has turned 40° from the gradient; dividing by $\\sqrt{\\hat v}$ turns the step 20° more.',
    ],
    [
      0,
      40,
      30,
      'The average of the gradients has turned 40° from the gradient; dividing by $\\sqrt{\\hat v}$ turns the step 10° back.',
    ],
    [
      0,
      -40,
      -60,
      'The average of the gradients has turned 40° from the gradient; dividing by $\\sqrt{\\hat v}$ turns the step 20° more.',
    ],
    [0, 40, 41.9, 'The average of the gradients has turned 40° from the gradient.'],
    [
      0,
      1.9,
      22,
      'The average of the gradients points the same way; dividing by $\\sqrt{\\hat v}$ turns the step 20°.',
    ],
    [0, 1.9, 3, null],
    [0, 179, 179, 'The average of the gradients still points the other way.'],
  ])('gradient at %f°, average at %f°, step at %f°', (gradient, average, direction, sentence) => {
    expect(turns(turned(gradient, average, direction), 'nothing')).toBe(sentence);
  });

  test('in the picture’s step of Rosenbrock’s valley', () => {
    const facts = factsAt(ROSENBROCK, 37, 'adam', OPENING);
    // By hand, from the printed columns: −g = (19.8, 5.53), −m̂ = (3.34, −0.589), Δθ = (0.00669, −0.00335).
    const direction = (x: number, y: number) => (Math.atan2(y, x) * 180) / Math.PI;
    expect(direction(19.8, 5.53) - direction(3.34, -0.589)).toBeCloseTo(25.6, 1);
    expect(direction(3.34, -0.589) - direction(0.00669, -0.00335)).toBeCloseTo(16.6, 1);
    expect(turns(facts, 'gradient and ravine')).toBe(
      'Its average has turned 26° down the valley; dividing by $\\sqrt{\\hat v}$ turns the step 17° more.',
    );
  });

  test('the valley is named only where it was, and down is where its floor falls', () => {
    const facts = factsAt(ROSENBROCK, 37, 'adam', OPENING);
    expect(turns(facts, 'gradient')).toContain('Its average has turned 26° from it;');
    const { after } = facts.explanation;
    const up = changed(facts, { after: { ...after, mHat: polar(3, 240) } });
    expect(turns(up, 'gradient and ravine')).toContain('up the valley');
    // From along the floor there is no turn down it.
    const along = changed(facts, { g: scaledBy(-1, facts.ravine?.along ?? vector()) });
    expect(turns(along, 'gradient and ravine')).toMatch(/has turned \d+° from it/);
  });

  test('AdamW’s decay is no part of the division', () => {
    const heavy = factsAt(ROSENBROCK, 37, 'adamw', { ...OPENING, weightDecay: 0.5 });
    const { mHat, vHat } = heavy.explanation.after;
    const divided = mHat.map((m, i) => m / (Math.sqrt(vHat[i]) + 1e-8));
    expect(turns(heavy, 'gradient')).toContain(
      `turns the step ${Math.round(angleBetween(mHat, divided) ?? 0)}°`,
    );
  });

  test('what uses no correction names its own root', () => {
    expect(
      turns(factsAt(ROSENBROCK, 37, 'adam', { ...OPENING, biasCorrection: false }), 'nothing'),
    ).toContain('$\\sqrt{v}$');
    expect(
      turns(factsAt(ROSENBROCK, 37, 'amsgrad', { ...OPENING, biasCorrection: false }), 'nothing'),
    ).toContain('$\\sqrt{\\bar v}$');
    expect(turns(factsAt(ROSENBROCK, 30, 'rmsprop'), 'nothing')).toBeNull();
  });
});

describe('steps of one length', () => {
  const { firstIsSigned, isSignLike } = ADAM_RULES;

  test.each(['adam', 'adamw', 'amsgrad', 'qhadam', 'eve'])('%s: in the first step', (id) => {
    expect(firstIsSigned(factsAt(ROSENBROCK, 1, id, { learningRate: 0.02 }), 'nothing')).toContain(
      '$\\eta$ = 0.02,',
    );
    expect(firstIsSigned(factsAt(ROSENBROCK, 2, id), 'nothing')).toBeNull();
  });

  test('not without the correction, though the step be as long', () => {
    const lucky = { biasCorrection: false, beta1: 0.9, beta2: 0.99 };
    const facts = factsAt(ROSENBROCK, 1, 'adam', lucky);
    expect(Math.abs(facts.own[0])).toBeCloseTo(0.001, 10);
    expect(firstIsSigned(facts, 'nothing')).toBeNull();
    expect(firstIsSigned(factsAt(ROSENBROCK, 1, 'nadam'), 'nothing')).toBeNull();
  });

  test('later, within a hundredth', () => {
    const told: Told = step(ROSENBROCK, 20, 'adam', { learningRate: 0.1 });
    expect(isSignLike(changed(told, own(vector(-0.1, 0.0991))), 'nothing')).toContain('$\\eta$ = 0.1,');
    expect(isSignLike(changed(told, own(vector(-0.1, 0.0985))), 'nothing')).toBeNull();
  });
});

describe('the correction for the start', () => {
  const { isCorrected, isCorrectedEarly } = ADAM_RULES;

  test('is measured against the step without it', () => {
    // √(1 − β₂ᵗ)/(1 − β₁ᵗ) = √0.001999/0.19 = 0.235.
    const second = factsAt(bowl(4, [3, -2]), 2, 'adam');
    expect(isCorrectedEarly(second, 'nothing')).toBe(
      'The correction for the averages’ start at 0 shortens the step to 24 %.',
    );
    const quick = factsAt(bowl(4, [3, -2]), 2, 'adam', { beta1: 0.9, beta2: 0.5 });
    // √0.75/0.19 = 4.56.
    expect(isCorrectedEarly(quick, 'nothing')).toContain('makes the step 4.6 times as long');
  });

  test('is silent where it changes little, or there is none', () => {
    expect(isCorrected(factsAt(bowl(4, [3, -2]), 60, 'adam', { beta2: 0.9 }), 'nothing')).toBeNull();
    expect(isCorrected(factsAt(bowl(4, [3, -2]), 60, 'adam', { beta2: 0.999 }), 'nothing')).not.toBeNull();
    expect(isCorrectedEarly(factsAt(bowl(4, [3, -2]), 6, 'adam'), 'nothing')).toBeNull();
    expect(
      isCorrected(factsAt(bowl(4, [3, -2]), 2, 'adam', { biasCorrection: false }), 'nothing'),
    ).toBeNull();
  });
});

test('AMSGrad’s maximum is told where it holds', () => {
  const told = step(ROSENBROCK, 60, 'amsgrad');
  const held = (v: Float64Array, vMax: Float64Array) =>
    ADAM_RULES.isHeld(changed(told, { after: { ...told.explanation.after, v, vMax } }), 'nothing');
  expect(held(vector(2, 3), vector(2, 9))).toBe(
    'In $y$ the greatest average square so far, $\\bar v$, is 3.0 times the present one, and keeps the step short.',
  );
  expect(held(vector(2, 3), vector(2, 3.2))).toBeNull();
  expect(ADAM_RULES.isHeld(factsAt(ROSENBROCK, 2, 'amsgrad'), 'nothing')).toBeNull();
});

test('Eve’s d is told where it slows down or speeds up', () => {
  const told = step(ROSENBROCK, 60, 'eve');
  const paced = (d: number) =>
    ADAM_RULES.isPaced(changed(told, { after: { ...told.explanation.after, d: vector(d) } }), 'nothing');
  expect(paced(1.6)).toBe('The loss has been jumping: $d$ = 1.60 divides the step.');
  expect(paced(0.5)).toContain('$d$ = 0.500 divides the step, which makes it longer.');
  expect(paced(1.05)).toBeNull();
});

test('a mix with the present gradient is told where it turns the average', () => {
  const mix = (nu1: number, average: number) => {
    const told = step(ROSENBROCK, 30, 'qhadam', { nu1 });
    const m = polar(1, average);
    return ADAM_RULES.mixesGradient(
      changed(told, { g: polar(1, 0), after: { ...told.explanation.after, m, mHat: m } }),
      'nothing',
    );
  };
  // Half of each: the middle of the angle.
  expect(mix(0.5, 40)).toBe(
    'The present gradient’s own weight of 50 % turns the average 20° back towards it.',
  );
  expect(mix(0.5, 18)).toBeNull();
  expect(ADAM_RULES.mixesGradient(factsAt(ROSENBROCK, 30, 'adam'), 'nothing')).toBeNull();
});

describe('division alone', () => {
  const { divisionTurns, hasShrunk, hasOwnUnits, hasNoPastSteps } = SCALE_RULES;

  test('AdaGrad’s root turns the step, and its rates are told', () => {
    const facts = factsAt(bowl(4, [3, -2]), 1, 'adagrad', { learningRate: 0.1 });
    // g = (3, −8), r = (9, 64): a step along (1, −1).
    expect(divisionTurns(facts, 'nothing')).toBe(
      'Dividing by $\\sqrt{r}$ turns the step 24° from the gradient; the rate is 0.0333 in $x$ and 0.0125 in $y$.',
    );
    expect(hasShrunk(facts, 'nothing')).toBe(
      'The squares summed so far have shrunk the rate to $\\eta$/3.0 in $x$ and $\\eta$/8.0 in $y$.',
    );
  });

  test('it is silent where the root is even, and where the rate is above η', () => {
    expect(divisionTurns(factsAt(bowl(4, [4, -1]), 1, 'adagrad'), 'nothing')).toBeNull();
    expect(hasShrunk(factsAt(bowl(4, [0.5, -2]), 1, 'adagrad'), 'nothing')).toBeNull();
  });

  test('Adadelta’s rates are Δ over g', () => {
    const facts = factsAt(bowl(4, [3, -2]), 1, 'adadelta');
    // √(10⁻⁶)/√(0.05 g² + 10⁻⁶)
    const rate = (g: number) => (Math.sqrt(1e-6) / Math.sqrt(0.05 * g * g + 1e-6)).toPrecision(3);
    expect(hasOwnUnits(facts, 'nothing')).toBe(
      `Past steps over past gradients give a rate of ${rate(3)} in $x$ and ${rate(8)} in $y$.`,
    );
    expect(hasOwnUnits(factsAt(bowl(4, [3, 0]), 1, 'adadelta'), 'nothing')).toBeNull();
  });

  test('Adadelta as printed does not move', () => {
    expect(hasNoPastSteps(factsAt(ROSENBROCK, 1, 'adadelta', { form: 'as-printed' }), 'nothing')).toContain(
      'is 0',
    );
    expect(hasNoPastSteps(factsAt(ROSENBROCK, 1, 'adadelta'), 'nothing')).toBeNull();
  });
});
