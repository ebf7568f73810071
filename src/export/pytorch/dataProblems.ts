import type { LossId } from '../../losses/registry.ts';
import { pytorchMessages as say } from '../../messages/pytorch.ts';
import { createProblem } from '../../problems/createProblem.ts';
import { sameForTwo } from '../../problems/data/sampleLoss.ts';
import type { DataModel, ProblemDefinition } from '../../problems/problem.ts';
import { PROBLEMS, type ProblemId } from '../../problems/registry.ts';
import { PURPOSES } from '../../random/draws.ts';
import type { AnyValues } from '../../specs/spec.ts';
import type { ProblemScript } from './problems.ts';
import { floatOf, listOf } from './python.ts';

/** Data sets of more samples are drawn anew by the script, and not printed in it. */
const MOST_PRINTED = 1000;

/** A problem on data in PyTorch: the samples, and the mean of the chosen loss over those of a step. */
export function ofData(id: ProblemId, drawn?: (parameters: AnyValues) => DrawnSamples) {
  const { credit }: ProblemDefinition = PROBLEMS[id];
  return (params: AnyValues): ProblemScript => {
    const { data } = createProblem({ id, params, scale: 1, rotation: 0 });
    if (!data) throw new TypeError(`${id} has no data`);
    const { penalty, model, loss, lossParameters } = data;
    const source = data.count > MOST_PRINTED ? drawn?.(params) : undefined;
    const squares = model === 'weights' ? '(theta * theta).sum()' : 'theta[0] ** 2';
    return {
      constants: {
        ...source?.constants,
        ...(source === undefined && { SAMPLES: printedSamples(data, credit) }),
        ...Object.fromEntries(
          Object.entries(lossParameters).map(([name, value]) => [name.toUpperCase(), floatOf(Number(value))]),
        ),
        ...(penalty > 0 && { PENALTY: `${floatOf(penalty)}  # ${say.penalty}` }),
      },
      unpack: ['x1, x2, y = rows.T', 's = theta[0] * x1 + theta[1] * x2'],
      ...LOSS_LINES[sameForTwo(loss)],
      value: `loss.mean()${penalty > 0 ? ` + 0.5 * PENALTY * ${squares}` : ''}`,
      samples: source?.text ?? null,
    };
  };
}

/** A table of both inputs and the target, one sample a line. */
function printedSamples({ count, inputs, targets }: DataModel, credit: string | undefined): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `    ${listOf([inputs[2 * i], inputs[2 * i + 1], targets[i]])},`,
  );
  const source = credit === undefined ? '' : `    # ${credit}\n`;
  return `torch.tensor([  # ${say.samples}\n${source}${rows.join('\n')}\n])`;
}

/** The loss of each sample of score s and target y, as autograd has it; where it has a corner, 0 stands for its slope. */
const LOSS_LINES: Readonly<Partial<Record<LossId, Pick<ProblemScript, 'lines'>>>> = {
  'zero-one': {
    lines: ['# its slope is 0 everywhere', 'loss = torch.where((s >= 0) == (y > 0), 0.0 * s, 0.0 * s + 1.0)'],
  },
  perceptron: { lines: ['loss = torch.relu(-y * s)'] },
  hinge: { lines: ['loss = torch.relu(1.0 - y * s)'] },
  'squared-hinge': { lines: ['loss = torch.relu(1.0 - y * s) ** 2'] },
  'binary-cross-entropy': {
    lines: ['p = torch.sigmoid(s)', 'loss = -torch.log(torch.where(y > 0, p, 1.0 - p))'],
  },
  'sigmoid-cross-entropy': { lines: ['loss = -torch.nn.functional.logsigmoid(y * s)'] },
  focal: {
    lines: [
      'wrong = torch.sigmoid(-y * s)  # the probability of the other label',
      'loss = -(wrong**GAMMA) * torch.nn.functional.logsigmoid(y * s)',
    ],
  },
  'squared-error': { lines: ['loss = 0.5 * (s - y) ** 2'] },
  'absolute-error': { lines: ['loss = (s - y).abs()'] },
  'gaussian-nll': {
    lines: ['loss = 0.5 * math.log(2.0 * math.pi / PRECISION) + 0.5 * PRECISION * (y - s) ** 2'],
  },
};

/** A data set that the script draws itself. */
export interface DrawnSamples {
  readonly constants: Readonly<Record<string, string>>;
  /** The function that draws it, and the constant that it makes. */
  readonly text: string;
}

const constantsOf = (parameters: AnyValues, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(names).map(([constant, name]) => [constant, floatOf(Number(parameters[name]))]),
  );

/** Two classes around two centres, some labels flipped; a bias takes the place of the second feature. */
export function drawnBlobs(parameters: AnyValues): DrawnSamples {
  const count = Number(parameters.count);
  const positives = Math.min(count - 1, Math.max(1, Math.round(Number(parameters.share) * count)));
  const isFlipped = Number(parameters.flipped ?? 0) > 0;
  return {
    constants: {
      COUNT: String(count),
      POSITIVES: `${positives}  # ${say.positives}`,
      ...constantsOf(parameters, { DISTANCE: 'distance', SPREAD: 'spread' }),
      ...(isFlipped && constantsOf(parameters, { FLIPPED: 'flipped' })),
      DATA_SEED: String(parameters.seed),
    },
    text: `\
def samples():
    """Both inputs and the class of each sample."""
    rows = []
    for i in range(COUNT):
        is_positive = (i + 1) * POSITIVES // COUNT > i * POSITIVES // COUNT
        along = DISTANCE / 2 if is_positive else -DISTANCE / 2
        x1 = along * 0.8 + SPREAD * normal(i, 0)
        x2 = ${parameters.model === 'weights' ? 'along * 0.6 + SPREAD * normal(i, 1)' : '1.0  # of the bias'}${
          isFlipped
            ? `
        a, b, _, _ = philox((2, i, ${PURPOSES.data}, 0), (DATA_SEED, 0))
        is_positive = is_positive != (unit(a, b) < FLIPPED)`
            : ''
        }
        rows.append([x1, x2, 1.0 if is_positive else -1.0])
    return torch.tensor(rows)


SAMPLES = samples()`,
  };
}

/** A line with outliers below its right end. */
export function drawnLine(parameters: AnyValues): DrawnSamples {
  return {
    constants: {
      COUNT: String(parameters.count),
      ...constantsOf(parameters, {
        SLOPE: 'slope',
        INTERCEPT: 'intercept',
        DEVIATION: 'noise',
        OUTLIERS: 'outliers',
        DEPTH: 'size',
      }),
      DATA_SEED: String(parameters.seed),
    },
    text: `\
def samples():
    """The input, 1 for the bias, and the number to be predicted, of each sample."""
    rows = []
    for i in range(COUNT):
        a, b, _, _ = philox((2, i, ${PURPOSES.data}, 0), (DATA_SEED, 0))
        is_outlier = unit(a, b) < OUTLIERS
        x = abs(normal(i, 0)) if is_outlier else normal(i, 0)
        y = SLOPE * x + INTERCEPT + DEVIATION * normal(i, 1) - (DEPTH if is_outlier else 0.0)
        rows.append([x, 1.0, y])
    return torch.tensor(rows)


SAMPLES = samples()`,
  };
}
