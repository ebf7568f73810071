import { lookahead } from './lookahead.ts';
import type { Modifier } from './modifier.ts';
import { sam } from './sam.ts';
import { weightDecay } from './weightDecay.ts';

/**
 * All modifiers, in their canonical order: SAM moves the point at which ∇f is taken, the L2 term is added at the
 * unmoved point, decoupled decay follows the optimizer, Lookahead is last. A key stands in people's links: never
 * rename one.
 */
export const MODIFIERS = { sam, 'weight-decay': weightDecay, lookahead } as const satisfies Record<
  string,
  Modifier
>;

export type ModifierId = keyof typeof MODIFIERS;
