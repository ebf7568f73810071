import { describe, expect, test } from 'vitest';
import { pathOf, recorded, taskWith } from './recordedRun.ts';

// Runs on a quadratic, ½(x² + κy²), whose every step is known beforehand.
const KAPPA = 25;
const START = [3, -2];
const bowl = (steps: number) => ({
  problem: { id: 'bowl', params: { kappa: KAPPA } },
  start: START,
  steps,
});

describe('gradient descent', () => {
  test('on a turned bowl contracts each eigendirection by 1 − ηλ a step', () => {
    const [angle, eta] = [30, 0.05];
    const radians = (angle * Math.PI) / 180;
    const along = [Math.cos(radians), Math.sin(radians)];
    const across = [-Math.sin(radians), Math.cos(radians)];
    const dot = (a: readonly number[], b: readonly number[]) => a[0] * b[0] + a[1] * b[1];
    const scene = { ...bowl(40), problem: { id: 'rotated-bowl', params: { kappa: KAPPA, angle } } };
    pathOf(taskWith(scene, 'sgd', { learningRate: eta })).forEach((point, t) => {
      expect(dot(point, along)).toBeCloseTo(dot(START, along) * (1 - eta) ** t, 12);
      expect(dot(point, across)).toBeCloseTo(dot(START, across) * (1 - eta * KAPPA) ** t, 12);
    });
  });

  test('diverges at ηλ = 2.1 once 2·1.1ᵗ is beyond all bounds, and not at ηλ = 1.9', () => {
    const at = (etaLambda: number) =>
      recorded(taskWith(bowl(1000), 'sgd', { learningRate: etaLambda / KAPPA }));
    const wild = at(2.1);
    // |y| = 2·1.1ᵗ passes 10⁸ at t = ln(10⁸/2)/ln 1.1 = 185.99….
    expect(wild.outcome).toMatchObject({ kind: 'diverged', step: 186 });
    expect(Math.abs(wild.rows[186].point[1]) / (2 * 1.1 ** 186)).toBeCloseTo(1, 9);
    expect(at(1.9).outcome).toMatchObject({ kind: 'converged', step: 1000 });
  });
});

describe('momentum at its optimal η and μ', () => {
  // x₊ = (1 + μ − ηλ)x − μx₋ has the roots of z² − (1 + μ − ηλ)z + μ. They are double, ±√μ, where ηλ = (1 ∓ √μ)².
  // For λ = 1 and κ at once: √η(√κ + 1) = 2 and √μ = ρ = (√κ − 1)/(√κ + 1).
  const root = Math.sqrt(KAPPA);
  const rho = (root - 1) / (root + 1);
  const learningRate = (2 / (root + 1)) ** 2;
  const path = pathOf(taskWith(bowl(120), 'momentum', { learningRate, momentum: rho ** 2 }));

  // With v₀ = 0 the first step is one of gradient descent, θ₁ = (1 − ηλ)θ₀, so c₀ = θ₀ and c₁ = θ₀((1 − ηλ)/z − 1):
  // along x, z = ρ and c₁ = θ₀(1 − ρ); along y, z = −ρ and c₁ = θ₀(1 + ρ).
  const closedForm = (t: number) => [
    START[0] * (1 + (1 - rho) * t) * rho ** t,
    START[1] * (1 + (1 + rho) * t) * (-rho) ** t,
  ];

  test('walks (c₀ + c₁t)(±ρ)ᵗ in both eigendirections', () => {
    path.forEach((point, t) => {
      const [x, y] = closedForm(t);
      // A double root turns a rounding ε into one of √ε, whose square grows as t²ε over t steps.
      const bound = 8 * Number.EPSILON * (t + 1) ** 2 * rho ** t * (t + 1);
      expect(Math.abs(point[0] - x), `x, step ${t}`).toBeLessThanOrEqual(bound * Math.abs(START[0]));
      expect(Math.abs(point[1] - y), `y, step ${t}`).toBeLessThanOrEqual(bound * Math.abs(START[1]));
    });
  });

  test('leaves gradient descent at its own optimal η far behind', () => {
    // Its rate is (κ − 1)/(κ + 1) a step.
    const plain = pathOf(taskWith(bowl(120), 'sgd', { learningRate: 2 / (KAPPA + 1) }));
    const size = (point: readonly number[]) => Math.hypot(...point);
    expect(size(plain[120])).toBeCloseTo(size(START) * ((KAPPA - 1) / (KAPPA + 1)) ** 120, 12);
    expect(size(path[120])).toBeLessThan(1e-12 * size(plain[120]));
  });
});

test('Newton is at the minimizer after one step', () => {
  const [, after] = pathOf(taskWith(bowl(1), 'newton'));
  expect(Math.hypot(...after)).toBeLessThan(1e-12);
});

test('a learning rate of a million diverges at once, and the point it jumped to is kept', () => {
  const kappa = 80;
  const steep = { ...bowl(50), problem: { id: 'bowl', params: { kappa } } };
  const { rows, outcome } = recorded(taskWith(steep, 'sgd', { learningRate: 1e6 }));
  expect(outcome).toMatchObject({ kind: 'diverged', step: 1 });
  const [eta, [x, y]] = [1e6, START];
  expect(rows).toHaveLength(2);
  expect(rows[1].point).toEqual([x - eta * x, y - eta * kappa * y]);
  expect(rows[1].evaluations).toEqual([0, 1, 0]);
});
