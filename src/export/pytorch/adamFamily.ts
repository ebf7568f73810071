import { overRoot } from './overRoot.ts';
import type { WriteOptimizer } from './writing.ts';

const ZERO_MOMENTS = ['m = torch.zeros_like(theta)', 'v = torch.zeros_like(theta)'];
const ADAM_OPTIONS = ['betas=(beta1, beta2)', 'eps=epsilon'];

/** The moving averages of gradient and squared gradient. */
function moments(gradient: string): string[] {
  return [`g = ${gradient}`, 'm = beta1 * m + (1 - beta1) * g', 'v = beta2 * v + (1 - beta2) * g * g'];
}

const M_HAT = 'm_hat = m / (1 - beta1**t)';
const V_HAT = 'v_hat = v / (1 - beta2**t)';

/** Adam and what is made of it. torch.optim divides 0 by 0 where epsilon is 0: there the lines are written out. */
export const ADAM_SCRIPTS = {
  adam: ({ hyperparameters: { epsilon, epsilonPlacement, biasCorrection }, gradient }) => {
    if (epsilonPlacement === 'outside' && biasCorrection && epsilon !== 0)
      return { torch: 'Adam', options: ADAM_OPTIONS };
    const [m, v] = biasCorrection ? ['m_hat', 'v_hat'] : ['m', 'v'];
    return {
      setup: ZERO_MOMENTS,
      step: [
        ...moments(gradient('theta')),
        ...(biasCorrection ? [M_HAT, V_HAT] : []),
        `theta -= eta * ${overRoot(m, v, epsilon, epsilonPlacement)}`,
      ],
    };
  },
  adamw: ({ hyperparameters: { epsilon }, gradient }) => {
    if (epsilon !== 0) return { torch: 'AdamW', options: [...ADAM_OPTIONS, 'weight_decay=weight_decay'] };
    return {
      setup: ZERO_MOMENTS,
      step: [
        ...moments(gradient('theta')),
        M_HAT,
        V_HAT,
        `theta -= eta * (${overRoot('m_hat', 'v_hat', epsilon)} + weight_decay * theta)`,
      ],
    };
  },
  amsgrad: ({ hyperparameters: { epsilon, biasCorrection }, gradient }) => {
    if (biasCorrection && epsilon !== 0) return { torch: 'Adam', options: [...ADAM_OPTIONS, 'amsgrad=True'] };
    const [m, v] = biasCorrection ? ['m_hat', 'v_hat'] : ['m', 'v_max'];
    return {
      setup: [...ZERO_MOMENTS, 'v_max = torch.zeros_like(theta)'],
      step: [
        ...moments(gradient('theta')),
        'v_max = torch.maximum(v_max, v)',
        ...(biasCorrection ? [M_HAT, 'v_hat = v_max / (1 - beta2**t)'] : []),
        `theta -= eta * ${overRoot(m, v, epsilon)}`,
      ],
    };
  },
  // Not torch.optim.NAdam: in 1.13 its product of momenta took each of them twice.
  nadam: ({ hyperparameters: { epsilon }, gradient }) => ({
    setup: [...ZERO_MOMENTS, 'product = 1.0  # of the momenta so far'],
    step: [
      ...moments(gradient('theta')),
      'mu = beta1 * (1 - 0.5 * 0.96 ** (t * momentum_decay))',
      'mu_next = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentum_decay))',
      'product = product * mu',
      'm_hat = (1 - mu) * g / (1 - product) + mu_next * m / (1 - product * mu_next)',
      V_HAT,
      `theta -= eta * ${overRoot('m_hat', 'v_hat', epsilon)}`,
    ],
  }),
  qhadam: ({ hyperparameters: { epsilon }, gradient }) => ({
    setup: ZERO_MOMENTS,
    step: [
      ...moments(gradient('theta')),
      M_HAT,
      V_HAT,
      'mean = (1 - nu1) * g + nu1 * m_hat',
      'square = (1 - nu2) * g * g + nu2 * v_hat',
      `theta -= eta * ${overRoot('mean', 'square', epsilon)}`,
    ],
  }),
  eve: ({ hyperparameters: { epsilon }, gradient, value }) => ({
    setup: [...ZERO_MOMENTS, 'delta = torch.tensor(0.0)  # d - 1'],
    step: [
      ...moments(gradient('theta')),
      M_HAT,
      V_HAT,
      `loss = ${value('theta')}`,
      'if t > 1:',
      '    r = quotient((loss - previous).abs(), torch.minimum(loss, previous) - minimum)',
      '    delta = beta3 * delta + (1 - beta3) * (r.clamp(1 / clip, clip) - 1)',
      'previous = loss',
      `theta -= eta / (1 + delta) * ${overRoot('m_hat', 'v_hat', epsilon)}`,
    ],
  }),
} as const satisfies Record<string, WriteOptimizer>;
