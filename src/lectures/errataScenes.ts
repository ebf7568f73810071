// The scenes that show what each erratum is about, as JSON. Each has its own test in errata.test.ts.

/** A run of a scene, named by what it is. */
function run(name: string, id: string, hyperparameters: object, more: object = {}) {
  return { name, optimizer: { id, hyperparameters }, ...more };
}

const bowl = (kappa: number) => ({ id: 'bowl', params: { kappa } });
const matrix = (correlation: number) => ({ id: 'matrix-regression', params: { correlation } });

export const adadeltaStandsStill = {
  problem: bowl(5),
  start: [-4, 2],
  steps: 150,
  runs: [
    run('As printed', 'adadelta', { form: 'as-printed', epsilon: 1e-3 }),
    run('Zeiler’s paper', 'adadelta', { epsilon: 1e-3 }),
  ],
};

/** Across the bowl the loss is that along it, times 100. */
export const sophiaAndScale = {
  problem: bowl(100),
  start: [2.5, 2.5],
  steps: 100,
  runs: [
    run('As printed', 'sophia', { curvature: 'gradient-squared-lecture', learningRate: 0.05 }),
    run('The paper’s', 'sophia', { learningRate: 0.05 }),
  ],
};

export const normAndSign = {
  problem: matrix(0.9),
  steps: 200,
  runs: [
    run('G/‖G‖', 'muon', { shape: [4, 1], momentum: 0, learningRate: 0.03 }),
    run('msign(G)', 'muon', { momentum: 0, learningRate: 0.03 }),
  ],
};

export const fiveIterations = {
  problem: matrix(0.99),
  steps: 300,
  runs: [
    run('Exact msign', 'muon', { momentum: 0, learningRate: 0.02 }),
    run('Westlake, 5 times', 'muon', {
      momentum: 0,
      learningRate: 0.02,
      orthogonalization: 'newton-schulz',
      coefficients: 'taylor',
    }),
    run('Memphis, 5 times', 'muon', {
      momentum: 0,
      learningRate: 0.02,
      orthogonalization: 'newton-schulz',
      coefficients: 'jordan',
    }),
  ],
};

export const unrolledMomentum = {
  problem: bowl(3),
  start: [-4, 2],
  steps: 200,
  runs: [
    run('Momentum', 'momentum', { form: 'accumulated', momentum: 0.9, learningRate: 0.002 }),
    run('SGD, 10 times η', 'sgd', { learningRate: 0.02 }),
    run('SGD, same η', 'sgd', { learningRate: 0.002 }),
  ],
};

const adamRate = { learningRate: 0.05, beta2: 0.99 };
const penalty = {
  modifiers: [{ id: 'weight-decay', hyperparameters: { mode: 'l2', coefficient: 0.5 } }],
};
export const decayedTwice = {
  problem: matrix(0.3),
  steps: 200,
  runs: [
    run('Penalty alone', 'adam', adamRate, penalty),
    run('Decay alone', 'adamw', { ...adamRate, weightDecay: 0.5 }),
    run('Both', 'adamw', { ...adamRate, weightDecay: 0.5 }, penalty),
  ],
};

/** Across the bowl the loss is that along it, times 20. */
export const scaleOfSgd = {
  problem: bowl(20),
  start: [-2.5, 2.5],
  steps: 100,
  runs: [
    run('SGD', 'sgd', { learningRate: 0.02 }),
    run('Momentum', 'momentum', { learningRate: 0.005 }),
    run('Adam', 'adam', { learningRate: 0.05, epsilon: 0 }),
    run('SignSGD', 'signsgd', { learningRate: 0.03 }),
    run('Muon, diagonal', 'muon', { learningRate: 0.04, shape: 'diagonal' }),
  ],
};

export const descentGuaranteed = {
  problem: { id: 'saddle' },
  start: [-1, 0],
  steps: 40,
  runs: [
    run('η 0.1 < 2/L', 'sgd', { learningRate: 0.1 }),
    run('η 1.02 > 2/L', 'sgd', { learningRate: 1.02 }),
  ],
};

const memphisAdadelta = { rho: 0.9, epsilon: 1e-6, epsilonPlacement: 'inside' };
export const adadeltaWithoutNumerator = {
  problem: bowl(5),
  start: [-4, 2],
  steps: 120,
  runs: [
    run('Paper, no η', 'adadelta', { rho: 0.9, epsilon: 1e-3 }),
    run('Printed, η 0.05', 'rmsprop', { ...memphisAdadelta, learningRate: 0.05 }),
    run('Printed, η 0.005', 'rmsprop', { ...memphisAdadelta, learningRate: 0.005 }),
  ],
};

/** W − W* has rank 1, and so have G and M in every step. */
export const rankOne = {
  problem: matrix(0.9),
  start: [0, -5, -2, 1],
  steps: 120,
  runs: [
    run('By the SVD', 'muon', { momentum: 0, learningRate: 0.05 }),
    run('Newton–Schulz', 'muon', {
      momentum: 0,
      learningRate: 0.05,
      orthogonalization: 'newton-schulz',
      coefficients: 'taylor',
    }),
  ],
};

export const noiseStays = {
  problem: bowl(5),
  start: [-4, 2],
  steps: 600,
  sampling: { seed: 7, noise: 3, batchSize: 1 },
  runs: [
    run('Constant η', 'sgd', { learningRate: 0.1 }),
    run(
      'η decays',
      'sgd',
      { learningRate: 0.1 },
      {
        schedule: { id: 'exponential', hyperparameters: { rate: 0.01 } },
      },
    ),
  ],
};
