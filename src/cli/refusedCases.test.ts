import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOSSES } from '../losses/registry.ts';
import { cliMessages } from '../messages/cli.ts';
import { evaluateMessages as say } from '../messages/evaluate.ts';
import { runOnText } from './runOnText.ts';

describe('what cannot be evaluated', () => {
  /** The one line on standard error, with nothing on standard output and status 1. */
  const refused = async (input: string, ...args: string[]) => {
    const { status, out, errors } = await runOnText(input, ...args);
    expect({ status, out, lines: errors.length }).toEqual({ status: 1, out: '', lines: 1 });
    expect(errors[0]).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    return errors[0];
  };
  const good = { loss: 'hinge', prediction: 0.5, target: 1 };
  const bad = (changes: object) => ({ cases: [good, good, { ...good, ...changes }] });

  test.each<[unknown, string]>([
    [bad({ target: 0 }), 'cases[2].target: 0 is not −1 or 1'],
    [bad({ loss: 'huber' }), expect.stringMatching(/^cases\[2\]\.loss: "huber" is not one of zero-one, /)],
    [bad({ loss: 7 }), expect.stringMatching(/^cases\[2\]\.loss: 7 is not one of /)],
    [bad({ loss: 'toString' }), expect.stringMatching(/^cases\[2\]\.loss: "toString" is not one of /)],
    [bad({ prediction: null }), 'cases[2].prediction: null is not a number'],
    [bad({ prediction: 'NaN' }), 'cases[2].prediction: "NaN" is not a number'],
    [bad({ prediction: [0.5] }), 'cases[2].prediction: [0.5] is not a number'],
    [bad({ prediction: undefined }), 'cases[2].prediction: the prediction is missing'],
    [bad({ target: undefined }), 'cases[2].target: the target is missing'],
    [
      bad({ weight: 2 }),
      expect.stringMatching(/^cases\[2\]\.weight: there is no such field; known are loss, /),
    ],
    [
      bad({ params: { gamma: 2 } }),
      expect.stringMatching(/^cases\[2\]\.params\.gamma: there is no such field/),
    ],
    [bad({ problem: 'booth' }), 'cases[2]: a case has a loss or a problem, not both'],
    [bad({ at: [1, 2] }), expect.stringMatching(/^cases\[2\]\.at: there is no such field/)],
    [{ cases: [good, 3] }, 'cases[1]: expected an object, found 3'],
    [{ cases: [{}] }, 'cases[0]: a loss or a problem is missing'],
    [{ cases: good }, expect.stringMatching(/^cases: expected a list, found \{/)],
    [{ cases: [], steps: 3 }, 'steps: there is no such field; known are version, cases'],
    [{ version: 2, cases: [] }, 'version: 2 is from a later Ravine; this one reads version 1'],
    [[good], expect.stringMatching(/^case: expected an object, found \[/)],
    [null, 'case: expected an object, found null'],
    [{}, 'case: a loss or a problem is missing'],
    [{ ...good, target: 0.5 }, 'target: 0.5 is not −1 or 1'],
    [{ ...good, loss: 'focal', target: -1 }, 'target: -1 is not 0 or 1'],
    [{ ...good, loss: 'focal', target: true }, 'target: true is not 0 or 1'],
    [{ ...good, loss: 'focal', params: { gamma: -1 } }, 'params.gamma: -1 is less than 0'],
    [{ ...good, loss: 'gaussian-nll', params: { precision: 0 } }, 'params.precision: 0 is not above 0'],
    [{ ...good, loss: 'binary-cross-entropy', prediction: 1.2 }, 'prediction: 1.2 is more than 1'],
    [{ ...good, loss: 'bernoulli-likelihood', prediction: -0.1 }, 'prediction: -0.1 is less than 0'],
    [{ loss: 'entropy', prediction: [0.5, 0.6] }, 'prediction: the entries add up to 1.1, not to 1'],
    [{ loss: 'entropy', prediction: [1.5, -0.5] }, 'prediction[1]: -0.5 is less than 0'],
    [{ loss: 'entropy', prediction: [] }, 'prediction: a list without entries'],
    [{ loss: 'entropy', prediction: [1], target: [1] }, 'target: Entropy has no target'],
    [
      { loss: 'kl-divergence', prediction: [0.5, 0.5], target: [1, 0, 0] },
      'target: 3 numbers where the prediction has 2',
    ],
    [
      { loss: 'cross-entropy', prediction: [0.5, 0.5], target: [0.9, 0.2] },
      'target: the entries add up to 1.1, not to 1',
    ],
    [
      { loss: 'cross-entropy', prediction: [0.5, 0.5], target: 2 },
      'target: 2 is not the index of a class; there are 2, counted from 0',
    ],
    [{ loss: 'cross-entropy', prediction: [0.5, 0.5], target: '1' }, 'target: expected a list, found "1"'],
    [
      { loss: 'softmax-cross-entropy', prediction: [1, 2, 3], target: 3 },
      'target: 3 is not the index of a class; there are 3, counted from 0',
    ],
    [
      { loss: 'multiclass-hinge', prediction: [1, 2], target: 0.5 },
      'target: 0.5 is not the index of a class; there are 2, counted from 0',
    ],
    [
      { loss: 'softmax-cross-entropy', prediction: [1, 2], target: [1, 1] },
      'target: [1,1] is not the index of a class; there are 2, counted from 0',
    ],
    [{ loss: 'softmax-cross-entropy', prediction: 1, target: 0 }, 'prediction: expected a list, found 1'],
    [{ loss: 'squared-error', prediction: [1, 2], target: [1, null] }, 'target[1]: null is not a number'],
    [{ loss: 'squared-error', prediction: [1, 2], target: 3 }, 'target: 1 number where the prediction has 2'],
    [
      {
        loss: 'svm',
        prediction: [1, 2],
        target: [
          [1, 2, 1],
          [1, 2],
        ],
      },
      'target[1]: 2 numbers; expected 3: 2 inputs and −1 or 1',
    ],
    [{ loss: 'svm', prediction: [1, 2], target: [[1, 2, 3]] }, 'target[0][2]: 3 is not −1 or 1'],
    [{ loss: 'svm', prediction: [1, 2], target: 1 }, 'target: expected a list, found 1'],
    [
      { cases: [{ problem: 'bowl', at: [1, 2, 3] }] },
      'cases[0].at: 3 numbers where the problem has 2 parameters',
    ],
    [{ problem: 'bowl', at: 3 }, 'at: expected a list, found 3'],
    [{ problem: 'bowl' }, 'at: the point is missing'],
    [{ problem: 'bowl', at: [1, '2'] }, 'at[1]: "2" is not a number'],
    [
      { cases: [{ problem: 'hill', at: [1, 2] }] },
      expect.stringMatching(/^cases\[0\]\.problem: "hill" is not/),
    ],
    [{ problem: { params: {} }, at: [1, 2] }, 'problem.id: the id is missing'],
    [
      { cases: [{ problem: { id: 'bowl', params: { kappa: 'k' } }, at: [1, 2] }] },
      'cases[0].problem.params.kappa: "k" is not a number',
    ],
    [{ problem: 'bowl', at: [1, 2], start: [3, 4] }, expect.stringMatching(/^start: there is no such field/)],
    [
      { cases: [{ ...good, target: 2 }, { ...good, target: 3 }, 4] },
      'cases[0].target: 2 is not −1 or 1 (and 2 more)',
    ],
  ])('%j is refused in one line', async (json, line) => {
    expect(await refused(JSON.stringify(json), '-')).toEqual(line);
  });

  test('numbers that are none are no JSON, or not finite', async () => {
    expect(await refused('{"loss":"hinge","prediction":NaN,"target":1}', '-')).toMatch(
      /^standard input: not JSON: /,
    );
    expect(await refused('{"loss":"hinge","prediction":1e999,"target":1}', '-')).toBe(
      'prediction: Infinity is not a finite number',
    );
    expect(await refused('', 'one.json')).toMatch(/^one\.json: not JSON: /);
  });

  test.each([
    [[], say.noFile],
    [['one.json', 'two.json'], cliMessages.twoFiles('two.json')],
    [['--format', 'csv', '-'], cliMessages.unknownOption('--format')],
  ])('the arguments %j are refused in one line', async (args, line) => {
    expect(await refused('{}', ...args)).toBe(line);
  });

  test('no JSON whatever brings it down', async () => {
    const words = fc.constantFrom(
      'cases',
      'loss',
      'params',
      'prediction',
      'target',
      'problem',
      'at',
      'id',
      'gamma',
    );
    const values = fc.constantFrom<unknown>(
      ...Object.keys(LOSSES),
      'bowl',
      0,
      1,
      -1,
      0.5,
      null,
      [],
      [1],
      [0.5, 0.5],
      [[1, 1]],
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof({ depthSize: 'small' }, values, tie('list'), tie('object')),
      list: fc.array(tie('json'), { maxLength: 3 }),
      object: fc.dictionary(words, tie('json'), { maxKeys: 5 }),
    }));
    await fc.assert(
      fc.asyncProperty(json, async (input) => {
        const { status, out, errors } = await runOnText(JSON.stringify(input), '-');
        expect(errors).toHaveLength(status);
        if (status === 0) expect(JSON.parse(out)).toHaveProperty('cases');
        else expect(out).toBe('');
      }),
      { seed: 20_251_121, numRuns: 500 },
    );
  });
});
