import type { LossId } from '../../losses/registry.ts';
import type { AnyValues } from '../../specs/spec.ts';
import type { DataModel, Domain, Plane, ProblemCore } from '../problem.ts';
import type { DataSet } from './dataSet.ts';
import { fitMinimizers } from './fitMinimizers.ts';
import { fittedLoss, inputsOf, type Fit, type FittedLoss, type Model } from './linearModel.ts';
import { isSeparable } from './separable.ts';

/** What is fitted to a data set. */
export interface FitChoice {
  readonly model: Model;
  readonly loss: LossId;
  readonly gamma: number;
  readonly precision: number;
  readonly penalty: number;
}

/** The parameters of the chosen loss. */
function lossParameters({ loss, gamma, precision }: FitChoice): AnyValues {
  if (loss === 'focal') return { gamma };
  return loss === 'gaussian-nll' ? { precision } : {};
}

/** A choice on a data set as a fit. */
export function fitOf(set: DataSet, choice: FitChoice): Fit {
  const { model, loss, penalty } = choice;
  return {
    count: set.count,
    inputs: inputsOf(set, model),
    targets: set.targets,
    model,
    loss,
    lossParameters: lossParameters(choice),
    penalty,
  };
}

const PLANES: Readonly<Record<Model, Plane>> = {
  weights: plane(['w_1', 'w_2']),
  'weight-and-bias': plane(['w', 'b']),
};

function plane(axes: Plane['axes']): Plane {
  return { kind: 'parameters', origin: [0, 0], u: [1, 0], v: [0, 1], axes };
}

/** Whether a line puts each class on its own side. */
export function separates(set: DataSet, model: Model): boolean {
  return set.classes !== null && isSeparable(inputsOf(set, model), set.targets);
}

/** The loss of a linear model over a data set, as a problem of its two free parameters. */
export function fitProblem(
  set: DataSet,
  choice: FitChoice,
  { domain, start }: { readonly domain: Domain; readonly start: readonly number[] },
): ProblemCore {
  const fit = fitOf(set, choice);
  const fitted = fittedLoss(fit);
  return {
    dimension: 2,
    valueInto: (theta, out, draw) => fitted.valueInto(theta, out, draw),
    gradient: (theta, out, draw) => fitted.gradient(theta, out, draw),
    valueAndGradient: (theta, out, gradient, draw) => fitted.valueAndGradient(theta, out, gradient, draw),
    hessian: (theta, out, draw) => fitted.hessian(theta, out, draw),
    minimizers: [],
    findMinimizers: () => fitMinimizers(fit, set, fitted),
    kink: kinkOf(fit, fitted),
    domain,
    start,
    plane: PLANES[choice.model],
    samples: set.count,
    finiteWithin: finiteWithin(fit, fitted),
    data: dataModel(fit, set, fitted),
  };
}

/** Parameters of this size have penalties that are far from where float64 ends. */
const MODERATE = 1e6;

/** How large parameters may be without a score beyond those that surely have a finite loss. */
function finiteWithin({ inputs }: Fit, { kernel }: FittedLoss): number {
  let x = 0;
  let y = 0;
  for (let i = 0; i < inputs.length; i += 2) {
    x = Math.max(x, Math.abs(inputs[i]));
    y = Math.max(y, Math.abs(inputs[i + 1]));
  }
  return Math.min(MODERATE, kernel.finiteUpTo / (x + y));
}

function dataModel(fit: Fit, set: DataSet, fitted: FittedLoss): DataModel {
  let separable: boolean | null = null;
  return {
    ...fit,
    features: set.names.slice(0, fit.model === 'weights' ? 2 : 1),
    response: set.response,
    classes: set.classes,
    get separable() {
      separable ??= separates(set, fit.model);
      return separable;
    },
    sampleGradients: (theta, out) => fitted.sampleGradients(theta, out),
  };
}

/** What rounding leaves between a score and the corner that it stands on, in parts of the terms. */
const ROUNDING = 4 * Number.EPSILON;

/** Where some sample stands on the corner of its loss, to rounding. */
function kinkOf(
  { count, inputs, loss }: Fit,
  { kernel, wanted }: FittedLoss,
): NonNullable<ProblemCore['kink']> {
  // A step at 0 is no corner between two slopes, but has no gradient either.
  const isStep = loss === 'zero-one';
  if (!isStep && kernel.kinkOf(wanted[0]) === null) return () => false;
  return (theta) => {
    for (let i = 0; i < count; i++) {
      const x = inputs[2 * i] * theta[0];
      const y = inputs[2 * i + 1] * theta[1];
      const at = isStep ? 0 : (kernel.kinkOf(wanted[i])?.at ?? 0);
      const size = Math.abs(x) + Math.abs(y) + Math.abs(at);
      if (Math.abs(x + y - at) <= ROUNDING * size) return true;
    }
    return false;
  };
}
