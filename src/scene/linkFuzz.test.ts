import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sceneFromLink, sceneToLink } from './link.ts';
import { readScene } from './readScene.ts';
import { REPEATABLE, sceneArbitrary } from './sceneArbitrary.ts';
import { writeScene } from './writeScene.ts';

/** Opens a text, which must not throw; a scene it gives must be valid. */
function open(text: string): void {
  const { scene, notices } = sceneFromLink(text);
  if (scene) expect(readScene(writeScene(scene))).toEqual({ scene, issues: [] });
  else expect(notices.length).toBeGreaterThan(0);
}

const piece = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('&', ',', ';', '*', '!', '=', ':', '_', '~', '.', '-', '%', '&r=', 'e400', '%2C', '&end'),
);

test('a link with letters lost, added and exchanged still opens as a valid scene, or as none', () => {
  const edit = fc.tuple(fc.nat(400), fc.nat(8), piece);
  fc.assert(
    fc.property(sceneArbitrary, fc.array(edit, { minLength: 1, maxLength: 6 }), (scene, edits) => {
      let text = sceneToLink(scene);
      for (const [at, lost, added] of edits) text = text.slice(0, at) + added + text.slice(at + lost);
      open(text);
    }),
    { ...REPEATABLE, numRuns: 1000 },
  );
});

test('any text opens as a valid scene, or as none', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.array(piece).map((all) => all.join('')),
      ),
      open,
    ),
    { ...REPEATABLE, numRuns: 1000 },
  );
});
