import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readScene } from './readScene.ts';
import { REPEATABLE, sceneArbitrary } from './sceneArbitrary.ts';
import { writeScene } from './writeScene.ts';

test('a scene written to a file and read back is the same scene, with no issues', () => {
  fc.assert(
    fc.property(sceneArbitrary, (scene) => {
      const read = readScene(JSON.parse(JSON.stringify(writeScene(scene))));
      expect(read.issues).toEqual([]);
      expect(read.scene).toStrictEqual(scene);
    }),
    REPEATABLE,
  );
});

test('a written scene leaves out what is empty, and writes a lone schedule without a list', () => {
  const { scene } = readScene({
    runs: [
      { optimizer: { id: 'adam' } },
      { optimizer: { id: 'muon' }, schedule: [{ id: 'cosine', hyperparameters: { floor: 0.25 } }] },
    ],
  });
  const written = writeScene(scene) as { runs: Record<string, unknown>[] };
  expect(Object.keys(written)).not.toContain('view');
  expect(Object.keys(written.runs[0]).sort()).toEqual(['optimizer', 'slot']);
  expect(written.runs[1].schedule).toEqual({ id: 'cosine', hyperparameters: { floor: 0.25 } });
});
