import { useMemo } from 'react';
import { type AxisId } from '../../../src/losses/curves/axes.ts';
import { curveOf, type Curve } from '../../../src/losses/curves/curve.ts';
import { lossesOn, type CurveId } from '../../../src/losses/curves/formulas.ts';
import type { CurveValues } from './curveValues.ts';

/** A loss of the figure: what is drawn of it, how, and whether. */
export interface DrawnCurve {
  readonly curve: Curve;
  /** Of colour, dash and marker. */
  readonly slot: number;
  readonly isShown: boolean;
}

/** All that is drawn over the axis that is chosen. */
export interface Curves {
  readonly axis: AxisId;
  readonly all: readonly DrawnCurve[];
  readonly shown: readonly DrawnCurve[];
  /** The one that is read; null where none is shown. */
  readonly focus: DrawnCurve | null;
  readonly prediction: number;
}

/** The losses of the axis in their order, with the page's settings. */
export function useCurves(values: CurveValues): Curves {
  const { axis, target, gamma, precision } = values;
  const curves = useMemo(
    () =>
      lossesOn(axis).map((id, i) => ({
        curve: curveOf(axis, id, { isPositive: target === 'positive', gamma, precision }),
        slot: i + 1,
      })),
    [axis, target, gamma, precision],
  );
  const all = curves.map((drawn) => ({ ...drawn, isShown: values[drawn.curve.id] }));
  const shown = all.filter(({ isShown }) => isShown);
  const named = (id: CurveId) => shown.find(({ curve }) => curve.id === id);
  const focus = named(values.focus) ?? shown[0] ?? null;
  return { axis, all, shown, focus, prediction: values[axis] };
}
