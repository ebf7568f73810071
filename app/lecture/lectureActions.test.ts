import { expect, test } from 'vitest';
import { ERRATA } from '../../src/lectures/errata.ts';
import { differences, following, PRINTED } from '../../src/lectures/forms.ts';
import { lectureMessages as say } from '../../src/messages/lectures.ts';
import { readScene } from '../../src/scene/readScene.ts';
import type { PrintedForm } from '../../src/lectures/printedForm.ts';
import { BOOTH, openPage } from '../store/openPage.ts';
import { readSteps } from '../store/viewActions.ts';
import { changeText } from './changeText.ts';
import { replaceRun, showDifference } from './lectureActions.ts';

/** Playback that only remembers what it was told. */
function createPlayback() {
  const told: string[] = [];
  return {
    told,
    playhead: 0,
    steps: 0,
    playing: false,
    speed: 1,
    loop: false,
    play: () => void told.push('play'),
    pause: () => void told.push('pause'),
    seek: (step: number) => void told.push(`seek ${step}`),
    setSteps: () => undefined,
    subscribe: () => () => undefined,
  };
}

test('using a form is one entry of the history, and undo brings the run back', () => {
  const page = openPage(BOOTH);
  const { scene, runIds } = page.store.getState();
  const now = following(scene.runs[1], 'optimizer', PRINTED.optimizers.adam[0], 2);
  replaceRun(page, runIds[1], now);
  expect(page.store.getState().scene.runs[1]).toBe(now);
  expect(page.store.getState().runIds).toEqual(runIds);
  page.history.undo();
  expect(page.store.getState().scene).toEqual(scene);
  expect(page.history.canUndo()).toBe(false);
});

test.each(ERRATA)(
  'the scene of $id opens from its start, is read on, and undo brings all back',
  (erratum) => {
    const page = openPage(BOOTH);
    readSteps(page.store, { form: 'Westlake' });
    const { scene, reading } = page.store.getState();
    const playback = createPlayback();
    showDifference({ store: page.store, playback }, erratum, false);
    const shown = page.store.getState();
    expect({ ...shown.scene, view: {} }).toEqual({ ...readScene(erratum.scene).scene, view: {} });
    expect(shown.reading).toEqual(reading);
    expect(shown.focus).toBe(0);
    expect(shown.notices).toContainEqual({ kind: 'runs', text: say.inTheScene(erratum.caption) });
    expect(playback.told).toEqual(['seek 0', 'play']);
    page.history.undo();
    expect(page.store.getState().scene).toEqual(scene);
  },
);

test('who wants less motion sees the scene of an erratum whole', () => {
  const page = openPage(BOOTH);
  const playback = createPlayback();
  const [erratum] = ERRATA;
  showDifference({ store: page.store, playback }, erratum, true);
  expect(playback.told).toEqual([`seek ${readScene(erratum.scene).scene.steps}`]);
});

test.each([
  ['adam', PRINTED.optimizers.adam[0], 'place of the stabilizer inside, bias correction off'],
  ['muon', PRINTED.optimizers.muon[1], 'momentum 0'],
  ['rmsprop', PRINTED.optimizers.rmsprop[4], 'stabilizer 0'],
  ['adadelta', PRINTED.optimizers.adadelta[0], 'now one of RMSProp, with learning rate 0.001'],
] as const)('what %s has now is said', (id, form: PrintedForm, expected) => {
  const [run] = readScene({ runs: [{ optimizer: { id } }] }).scene.runs;
  const now = following(run, 'optimizer', form, 2);
  expect(changeText(run, now, 'optimizer', differences(run, 'optimizer', form, 2))).toContain(expected);
});
