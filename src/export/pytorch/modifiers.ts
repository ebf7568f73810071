import { MODIFIERS, type ModifierId } from '../../modifiers/registry.ts';
import type { Choice } from '../../scene/scene.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { floatOf } from './python.ts';

/** What an optimizer asks for: Python functions of a point and, where the run is noisy, of the step. */
export const QUESTIONS = ['gradient', 'value', 'hessian'] as const;
export type Question = (typeof QUESTIONS)[number];

/** A Python function of a run's own that stands between its optimizer and f. */
export interface Wrapper {
  readonly name: string;
  /** @param inner the function that it wraps @param t the argument that hands on the step, or nothing */
  text(inner: string, t: string): readonly string[];
}

/** A modifier in Python. */
export interface ModifierScript {
  /** Constants and state, before the first step. */
  readonly setup: readonly string[];
  readonly wraps: Readonly<Partial<Record<Question, Wrapper>>>;
  /** What follows the optimizer's own change of `theta`; `before` is θ as it was. */
  readonly after: readonly string[];
}

type WriteModifier = (hyperparameters: AnyValues) => ModifierScript;

function numberIn(hyperparameters: AnyValues, name: string): string {
  return floatOf(hyperparameters[name] as number);
}

/** Every modifier in Python. They apply in the order of their registry. */
export const MODIFIER_SCRIPTS = {
  sam: (h) => ({
    setup: [
      `sam_rho = ${numberIn(h, 'rho')}  # SAM: radius of the climb`,
      `sam_p = ${numberIn(h, 'p')}  # and its norm`,
    ],
    wraps: {
      gradient: {
        name: 'sam_gradient',
        text: (inner, t) => [
          `def sam_gradient(point${t}):`,
          '    """The gradient at the worst point nearby."""',
          `    s = ${inner}(point${t})`,
          `    return ${inner}(point + climb(s, sam_rho, sam_p)${t})`,
        ],
      },
    },
    after: [],
  }),
  'weight-decay': (h) => {
    const setup = [`decay = ${numberIn(h, 'coefficient')}  # weight decay`];
    if (h.mode === 'decoupled') return { setup, wraps: {}, after: ['theta -= eta * decay * before'] };
    return {
      setup,
      wraps: {
        gradient: {
          name: 'decayed_gradient',
          text: (inner, t) => [
            `def decayed_gradient(point${t}):`,
            '    """With that of the L2 term, decay / 2 ||theta||^2."""',
            `    return ${inner}(point${t}) + decay * point.detach()`,
          ],
        },
        value: {
          name: 'decayed_value',
          text: (inner, t) => [
            `def decayed_value(point${t}):`,
            '    """With the L2 term."""',
            `    return ${inner}(point${t}) + 0.5 * decay * (point * point).sum()`,
          ],
        },
        hessian: {
          name: 'decayed_hessian',
          text: (inner, t) => [
            `def decayed_hessian(point${t}):`,
            '    """With that of the L2 term."""',
            `    return ${inner}(point${t}) + decay * torch.eye(len(point))`,
          ],
        },
      },
      after: [],
    };
  },
  lookahead: (h) => ({
    setup: [
      `lookahead_k = ${h.k}  # Lookahead: steps forward`,
      `lookahead_alpha = ${numberIn(h, 'alpha')}  # and the part of them that is kept`,
      'phi = theta.detach().clone()',
    ],
    wraps: {},
    after: [
      'if t % lookahead_k == 0:',
      '    phi = (1 - lookahead_alpha) * phi + lookahead_alpha * theta',
      '    theta.copy_(phi)',
    ],
  }),
} as const satisfies Record<ModifierId, WriteModifier>;

/** The scripts of a run's modifiers in canonical order. */
export function modifiersOf(modifiers: readonly Choice<ModifierId>[]): ModifierScript[] {
  const ids = Object.keys(MODIFIERS) as ModifierId[];
  return modifiers
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, hyperparameters }) => MODIFIER_SCRIPTS[id](hyperparameters));
}
