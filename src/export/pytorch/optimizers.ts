import { NEWTON_SCHULZ_COEFFICIENTS } from '../../linalg/newtonSchulz.ts';
import type { OptimizerId } from '../../optimizers/registry.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { ADAM_SCRIPTS } from './adamFamily.ts';
import { overRoot } from './overRoot.ts';
import { floatOf } from './python.ts';
import { SECOND_ORDER_SCRIPTS } from './secondOrder.ts';
import type { OptimizerScript, WriteOptimizer } from './writing.ts';

/** Every optimizer in PyTorch: by `torch.optim` where that has it in this form, else by its own lines. */
export const OPTIMIZER_SCRIPTS = {
  sgd: () => ({ torch: 'SGD', options: [] }),
  momentum: ({ hyperparameters: { form }, isRateConstant, gradient }) => {
    if (form === 'accumulated') return { torch: 'SGD', options: ['momentum=mu'] };
    if (form === 'velocity' && isRateConstant)
      return {
        torch: 'SGD',
        options: ['momentum=mu'],
        note: 'at a constant eta this walks the path of v <- mu v - eta g, theta <- theta + v',
      };
    return form === 'velocity'
      ? {
          setup: ['v = torch.zeros_like(theta)'],
          step: [`g = ${gradient('theta')}`, 'v = mu * v - eta * g', 'theta += v'],
        }
      : {
          setup: ['m = torch.zeros_like(theta)'],
          step: [`g = ${gradient('theta')}`, 'm = mu * m + (1 - mu) * g', 'theta -= eta * m'],
        };
  },
  nesterov: ({ hyperparameters: { form, momentum }, isRateConstant, gradient }) => {
    const setup = ['v = torch.zeros_like(theta)'];
    if (form === 'lookahead')
      return {
        setup,
        step: [`g = ${gradient('theta + mu * v')}`, 'v = mu * v - eta * g', 'theta += v'],
      };
    // torch.optim refuses Nesterov without momentum.
    if (isRateConstant && momentum !== 0)
      return { torch: 'SGD', options: ['momentum=mu', 'nesterov=True'], note: 'the rewritten form' };
    return {
      setup,
      step: [
        `g = ${gradient('theta')}`,
        'v_previous = v',
        'v = mu * v - eta * g',
        'theta += -mu * v_previous + (1 + mu) * v',
      ],
    };
  },
  adagrad: ({ hyperparameters: { epsilon, epsilonPlacement }, gradient }) => {
    if (epsilonPlacement === 'outside' && epsilon !== 0)
      return { torch: 'Adagrad', options: ['initial_accumulator_value=0.0', 'eps=epsilon'] };
    return {
      setup: ['r = torch.zeros_like(theta)'],
      step: [
        `g = ${gradient('theta')}`,
        'r = r + g * g',
        `theta -= eta * ${overRoot('g', 'r', epsilon, epsilonPlacement)}`,
      ],
    };
  },
  rmsprop: ({ hyperparameters: { epsilon, epsilonPlacement }, gradient }) => {
    if (epsilonPlacement === 'outside' && epsilon !== 0)
      return { torch: 'RMSprop', options: ['alpha=rho', 'eps=epsilon'] };
    return {
      setup: ['r = torch.zeros_like(theta)'],
      step: [
        `g = ${gradient('theta')}`,
        'r = rho * r + (1 - rho) * g * g',
        `theta -= eta * ${overRoot('g', 'r', epsilon, epsilonPlacement)}`,
      ],
    };
  },
  adadelta: ({ hyperparameters: { epsilon, form }, gradient }) => {
    if (form === 'zeiler' && epsilon !== 0) return { torch: 'Adadelta', options: ['rho=rho', 'eps=epsilon'] };
    const delta =
      form === 'zeiler'
        ? overRoot('h.sqrt()', 'r', epsilon, 'inside')
        : overRoot('h.sqrt()', 'r', epsilon, 'outside');
    return {
      setup: ['r = torch.zeros_like(theta)', 'h = torch.zeros_like(theta)'],
      step: [
        `g = ${gradient('theta')}`,
        'r = rho * r + (1 - rho) * g * g',
        `delta = -${delta} * g`,
        'h = rho * h + (1 - rho) * delta * delta',
        'theta += eta * delta',
      ],
    };
  },
  signsgd: ({ gradient }) => ({
    setup: ['m = torch.zeros_like(theta)'],
    step: [`g = ${gradient('theta')}`, 'm = mu * m + g', 'theta -= eta * m.sign()'],
  }),
  aggmo: ({ gradient }) => ({
    setup: ['v = [torch.zeros_like(theta) for _ in betas]'],
    step: [
      `g = ${gradient('theta')}`,
      'v = [beta * v_i + g for beta, v_i in zip(betas, v)]',
      'theta -= eta / len(betas) * sum(v)',
    ],
  }),
  muon: ({ hyperparameters, gradient }) => muon(hyperparameters, gradient('theta')),
  ...ADAM_SCRIPTS,
  ...SECOND_ORDER_SCRIPTS,
} as const satisfies Record<OptimizerId, WriteOptimizer>;

function muon(h: AnyValues, gradient: string): OptimizerScript {
  const { shape } = h;
  const isDiagonal = shape === 'diagonal';
  const [rows, cols] = typeof shape === 'object' ? shape : [1, 1];
  const matrix = isDiagonal ? 'torch.diag(B)' : `B.reshape(${rows}, ${cols})`;
  const flat = isDiagonal ? '.diagonal()' : '.reshape(-1)';
  const [a, b, c] = NEWTON_SCHULZ_COEFFICIENTS[h.coefficients === 'taylor' ? 'taylor' : 'jordan'];
  const exact = isDiagonal ? 'B.sign()  # msign of a diagonal matrix' : `msign(${matrix})${flat}`;
  const O =
    h.orthogonalization === 'exact'
      ? exact
      : `newton_schulz(${matrix}, newton_schulz_steps, ${[a, b, c].map(floatOf).join(', ')})${flat}`;
  const scale = h.scaleByShape ? Math.sqrt(Math.max(1, rows / cols)) : 1;
  const direction = scale === 1 ? 'O' : `math.sqrt(${rows} / ${cols}) * O`;
  return {
    setup: ['M = torch.zeros_like(theta)'],
    step: [
      `g = ${gradient}`,
      'M = mu * M + g',
      h.nesterov ? 'B = g + mu * M' : 'B = M',
      `O = ${O}`,
      h.weightDecay === 0
        ? `theta -= eta * ${direction}`
        : `theta -= eta * (${direction} + weight_decay * theta)`,
    ],
  };
}
