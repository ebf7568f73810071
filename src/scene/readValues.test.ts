import { describe, expect, test } from 'vitest';
import { readScene } from './readScene.ts';

describe('a shape', () => {
  const shapeOf = (problem: string, shape?: unknown) => {
    const hyperparameters = shape === undefined ? {} : { shape };
    const { scene, issues } = readScene({
      problem: { id: problem },
      runs: [{ optimizer: { id: 'muon', hyperparameters } }],
    });
    return { shape: scene.runs[0].optimizer.hyperparameters.shape, issues };
  };

  test('is the problem’s own by default, and a column where it has none', () => {
    expect(shapeOf('matrix-regression')).toEqual({ shape: [2, 2], issues: [] });
    expect(shapeOf('booth')).toEqual({ shape: [2, 1], issues: [] });
  });

  test.each([[[1, 4]], [[4, 1]], [[2, 2]], ['diagonal']])(
    'may be any that has the problem’s four parameters: %j',
    (shape) => {
      expect(shapeOf('matrix-regression', shape)).toEqual({ shape, issues: [] });
    },
  );

  test.each([
    [[2, 3]],
    [[4]],
    [[1, 2, 2]],
    [[2, 2, 1]],
    [[-2, -2]],
    [[0.5, 8]],
    [[8, 0.5]],
    [['2', '2']],
    [[]],
    ['row'],
    [4],
    [null],
    [{ rows: 2, cols: 2 }],
  ])('of four parameters is not %j', (shape) => {
    const refused = shapeOf('matrix-regression', shape);
    expect(refused.shape).toEqual([2, 2]);
    expect(refused.issues).toEqual([
      {
        path: 'runs[0].optimizer.hyperparameters.shape',
        message: `${JSON.stringify(shape)} is not a shape; expected "diagonal" or [rows, columns] with 4 entries in all`,
      },
    ]);
  });
});
