import type { WriteOptimizer } from './writing.ts';

/** Optimizers that ask for curvature, or search along a line. */
export const SECOND_ORDER_SCRIPTS = {
  newton: ({ gradient, hessian }) => ({
    setup: [],
    step: [
      `g = ${gradient('theta')}`,
      `d = solve(${hessian('theta')}, g)`,
      'if d is None:',
      '    break  # there is no Newton step where the Hessian is singular',
      'theta -= eta * d',
    ],
  }),
  sophia: ({ hyperparameters: { curvature, epsilon, weightDecay }, gradient, hessian }) => {
    const over = (bound: string) =>
      epsilon === 0
        ? `quotient(m, ${bound}.clamp(min=0.0) + 0.0)` // −0 + 0 is 0: over it, a quotient has the sign of m
        : `m / ${bound}.clamp(min=epsilon)`;
    const step =
      curvature === 'gradient-squared-lecture' ? over('h') : `(${over('(gamma * h)')}).clamp(-1.0, 1.0)`;
    const move =
      weightDecay === 0 ? `theta -= eta * ${step}` : `theta -= eta * (${step} + weight_decay * theta)`;
    const averages = [`g = ${gradient('theta')}`, 'm = beta1 * m + (1 - beta1) * g'];
    const setup = ['m = torch.zeros_like(theta)', 'h = torch.zeros_like(theta)'];
    if (curvature === 'gradient-squared-lecture')
      return { setup, step: [...averages, 'h = beta2 * h + (1 - beta2) * g * g', move] };
    const estimate =
      curvature === 'hutchinson'
        ? ['    u = random_signs(t)', `    h_hat = u * (${hessian('theta')} @ u)`]
        : [`    h_hat = ${hessian('theta')}.diagonal()`];
    return {
      setup,
      step: [
        ...averages,
        'if (t - 1) % interval == 0:',
        ...estimate,
        '    h = beta2 * h + (1 - beta2) * h_hat',
        move,
      ],
    };
  },
  lbfgs: ({ gradient, value }) => ({
    setup: [
      'pairs = []  # the last steps s, and the changes y of the gradient along them',
      's = torch.zeros_like(theta)',
      'y = torch.zeros_like(theta)',
    ],
    step: [
      `g = ${gradient('theta')}`,
      `loss = ${value('theta')}.item()`,
      'if not s.abs().max() > 0:',
      '    pairs = []',
      'elif s @ y > 1e-10 * torch.sqrt(s @ s) * torch.sqrt(y @ y):',
      '    pairs = (pairs + [(s, y)])[-history:]',
      'd = two_loops(pairs, g)',
      'if not g @ d < 0:  # not downwards',
      '    pairs = []',
      '    d = -g',
      'slope = (g @ d).item()',
      '# the weak Wolfe conditions, by doubling and halving',
      'trial = eta if pairs else eta * min(1.0, (1 / torch.sqrt(g @ g)).item())',
      'alpha, g_there, too_long = 0.0, g, math.inf',
      'for _ in range(60 if trial > 0 and slope < 0 else 0):',
      '    point = theta + trial * d',
      `    if ${value('point')}.item() <= loss + 1e-4 * trial * slope:`,
      `        alpha, g_there = trial, ${gradient('point')}`,
      '        if g_there @ d >= 0.9 * slope:',
      '            break',
      '    else:',
      '        too_long = trial',
      '    trial = (alpha + too_long) / 2 if too_long < math.inf else 2 * trial',
      's, y = alpha * d, g_there - g',
      'theta += s',
    ],
  }),
  'line-search': ({ gradient, value }) => ({
    setup: [],
    step: [
      `g = ${gradient('theta')}`,
      `loss = ${value('theta')}.item()`,
      'squares = (g @ g).item()',
      'alpha = eta',
      'for _ in range(61):',
      `    if ${value('theta - alpha * g')}.item() <= loss - 1e-4 * alpha * squares:`,
      '        break',
      '    alpha = alpha * shrink',
      'else:',
      '    alpha = 0.0  # no step is short enough',
      'theta -= alpha * g',
    ],
  }),
} as const satisfies Record<string, WriteOptimizer>;
