import { elementwiseOf } from '../kernelOf.ts';
import { LOSSES } from '../registry.ts';
import type { ElementwiseKernel, Kink, LossDefinition } from '../loss.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { AXES, type AxisId } from './axes.ts';
import { focalOfProbability } from './focalOfProbability.ts';
import { FORMULAS, type CurveFormulas, type CurveId } from './formulas.ts';

/** A loss over one axis, with its target and its parameters: what is drawn and read of it. */
export interface Curve {
  readonly id: CurveId;
  readonly name: string;
  readonly axis: AxisId;
  /** −1 or 1, 0 or 1, or the 0 that a residual is wanted to be. */
  readonly target: number;
  /** Parameters that its formulas name. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly formulas: CurveFormulas;
  /** TeX of the names of its formulas. */
  readonly symbols: Readonly<Record<string, string>>;
  /** Corners on the axis, its ends included. */
  readonly kinks: readonly Kink[];
  /** Where the loss jumps, and has no slope; null for one that does not. */
  readonly jump: number | null;
  readonly valueAt: (x: number) => number;
  /** At a kink 0 where 0 is a subgradient, as the engine takes it; NaN at a jump. */
  readonly slopeAt: (x: number) => number;
}

/** What is set for all curves of a figure. */
export interface CurveSettings {
  readonly isPositive: boolean;
  readonly gamma: number;
  readonly precision: number;
}

/** The curve of a loss over an axis; the loss must live there. */
export function curveOf(axis: AxisId, id: CurveId, settings: CurveSettings): Curve {
  const definition: LossDefinition = LOSSES[id];
  const parameters = parametersOf(definition, settings);
  const target = targetOf(axis, definition, settings.isPositive);
  const kernel =
    axis === 'probability' && id === 'focal'
      ? focalOfProbability(settings.gamma)
      : elementwiseOf(definition, parameters);
  const [from, to] = AXES[axis].domain;
  const jump = id === 'zero-one' ? 0 : null;
  const slopeOf = oneBy(kernel, 'slopes', target);
  return {
    id,
    name: definition.name,
    axis,
    target,
    parameters,
    formulas: formulasOf(axis, id),
    symbols: {
      ...definition.symbols,
      ...Object.fromEntries(
        Object.entries(definition.parameters).map(([name, { symbol }]) => [name, symbol]),
      ),
      prediction: AXES[axis].symbol,
      value: String.raw`\ell`,
      slope: String.raw`\dfrac{\partial \ell}{\partial ${AXES[axis].symbol}}`,
    },
    kinks: (definition.kinks?.(target, parameters) ?? []).filter(({ at }) => at >= from && at <= to),
    jump,
    valueAt: oneBy(kernel, 'values', target),
    slopeAt: (x) => (x === jump ? Number.NaN : slopeOf(x)),
  };
}

function formulasOf(axis: AxisId, id: CurveId): CurveFormulas {
  const formulas: Readonly<Partial<Record<CurveId, CurveFormulas>>> = FORMULAS[axis];
  const found = formulas[id];
  if (!found) throw new Error(`${id} does not live on the ${axis}`);
  return found;
}

function parametersOf(
  { parameters }: LossDefinition,
  { gamma, precision }: CurveSettings,
): Record<string, number> {
  const known: Readonly<Record<string, number>> = { gamma, precision };
  return Object.fromEntries(Object.keys(parameters).map((name) => [name, known[name]])) satisfies AnyValues;
}

/** A margin holds its sign already: a score of m for class 1. */
function targetOf(axis: AxisId, { target }: LossDefinition, isPositive: boolean): number {
  if (axis === 'margin') return 1;
  if (axis === 'residual') return 0;
  return isPositive ? 1 : target === 'sign' ? -1 : 0;
}

/** A kernel for one number at a time. */
function oneBy(kernel: ElementwiseKernel, of: 'values' | 'slopes', target: number): (x: number) => number {
  const [p, y, out] = [new Float64Array(1), Float64Array.of(target), new Float64Array(1)];
  return (x) => {
    p[0] = x;
    kernel[of](p, y, out, 1);
    return out[0];
  };
}
