import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './styles/theme.css';
import './styles/base.css';
import './styles/page.css';
import './styles/plane.css';
import './styles/map-pointer.css';
import './styles/map-controls.css';
import './styles/start.css';
import './styles/transport.css';
import './styles/playback-settings.css';
import './styles/charts.css';
import './styles/sheets.css';
import './styles/sliders.css';
import './styles/controls.css';
import './styles/runs.css';
import './styles/picker.css';
import './styles/run-details.css';
import './styles/run-extras.css';
import './styles/problems.css';
import './styles/footer.css';
import './styles/noise.css';
import './styles/help.css';
import './styles/notices.css';
import './styles/responsive.css';
import { createRoot } from 'react-dom/client';
import { appMessages as say } from '../src/messages/app.ts';
import { lossTopics, namesLossTopic } from '../src/losses/topics/loading.ts';
import { areDataProblemsLoaded, namesDataProblem } from '../src/problems/data/loading.ts';
import type { Scene } from '../src/scene/scene.ts';
import { App } from './App.tsx';
import {
  addressBar,
  copyText,
  hintMemory,
  pageAddress,
  preferredTheme,
  prefersLessMotion,
  rememberTheme,
  showTheme,
  spawnEngine,
  spawnGround,
} from './browser.ts';
import { createEngineClient } from './engine/client.ts';
import { loadDataProblems } from './engine/dataProblems.ts';
import { createSession } from './engine/session.ts';
import { loadLossTopics } from './losses/loadTopics.ts';
import { createClouds } from './noise/cloud.ts';
import { dismiss, notify, resetScene } from './store/actions.ts';
import { linkOf, sceneOfAddress } from './store/address.ts';
import { createStepSource } from './reading/stepSource.ts';
import { createHistory } from './store/history.ts';
import { createAppStore } from './store/store.ts';
import { createCommands } from './transport/commands.ts';
import { holdInRoom } from './transport/holdInRoom.ts';
import { followDeeds } from './transport/hintDeeds.ts';
import { createHints } from './transport/hints.ts';
import { listenToKeys } from './transport/keys.ts';
import { followPace } from './transport/pace.ts';
import { createPlayback } from './transport/playback.ts';
import { AppProvider, type AppParts } from './ui/AppContext.ts';
import { calmly, createFrameQueue } from './ui/frameQueue.ts';

/** A frame is on screen this long after it was drawn, on slow machines too. */
const SHOWN_MILLISECONDS = 80;

/** A playhead that has not moved for so long rests: what takes time is worth doing then. */
const PLAYHEAD_REST_MILLISECONDS = 80;
/** A hand that holds something and has not moved it for so long rests, slow frames counted in. */
const HAND_REST_MILLISECONDS = 150;

const setTimer = (callback: () => void, milliseconds: number) => window.setTimeout(callback, milliseconds);

/**
 * What an address names of problems over data and of the room of losses is loaded before it is read. Where a problem does
 * not come, nothing is read; where a page of the room does not, it is read without that.
 */
function whenKnown(read: (fragment: string) => void): void {
  const fragment = addressBar.read();
  const coming: Promise<void>[] = [];
  if (!areDataProblemsLoaded() && namesDataProblem(fragment)) coming.push(loadDataProblems());
  if (!lossTopics() && namesLossTopic(fragment)) coming.push(loadLossTopics().catch(() => undefined));
  if (coming.length === 0) read(fragment);
  else
    void Promise.all(coming).then(
      () => read(fragment),
      () => undefined,
    );
}

whenKnown(start);

/** Everything of the page, beginning with the scene that a fragment holds. */
function start(fragment: string): void {
  const { scene, notice, found } = sceneOfAddress(fragment);
  const store = createAppStore(scene, preferredTheme());
  if (notice) notify(store, { kind: 'link', text: notice });
  showTheme(store.getState().theme);
  store.subscribe((state, before) => {
    if (state.theme === before.theme) return;
    showTheme(state.theme);
  });

  const playback = createPlayback(
    scene.steps,
    {
      request: (callback) => requestAnimationFrame(callback),
      cancel: (frame) => cancelAnimationFrame(frame),
    },
    prefersLessMotion,
  );
  const engine = createEngineClient({
    spawn: spawnEngine,
    setTimer,
    clearTimer: (timer) => window.clearTimeout(timer),
    onDeath: (gaveUp) =>
      notify(store, { kind: 'worker', text: gaveUp ? say.workerGaveUp : say.workerRestarted }),
    onRecovery: () => dismiss(store, 'worker'),
  });
  const requestFrame = (callback: () => void) => requestAnimationFrame(callback);
  /** Does the last piece of work that it was given, once none has come for so many milliseconds. */
  const after = (milliseconds: number) => {
    let timer = 0;
    return (work: () => void) => {
      window.clearTimeout(timer);
      timer = setTimer(work, milliseconds);
    };
  };
  const session = createSession(store, engine, playback, {
    playheadAtRest: after(PLAYHEAD_REST_MILLISECONDS),
    handAtRest: after(HAND_REST_MILLISECONDS),
    now: () => performance.now(),
  });
  const clouds = createClouds(store, engine);
  const steps = createStepSource(store, session, playback);

  /** A scene that names a step shows it and waits; others are on their way at once. Who wants less motion sees them whole. */
  function present({ view, steps }: Scene): void {
    if (view.playhead !== undefined) playback.seek(view.playhead);
    else if (prefersLessMotion()) playback.seek(steps);
    else {
      if (playback.playhead > 0) playback.seek(0);
      playback.play();
    }
  }

  /** Fulfilled once the first paths are on screen: what is not needed for them is loaded then. */
  const firstPaths = new Promise<void>((resolve) => {
    const check = () => {
      if (!session.trajectories().every(({ rows }) => rows > 0)) return;
      stop();
      // The frame after the one that draws them has come, and has been shown.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimer(resolve, SHOWN_MILLISECONDS)));
    };
    const stop = session.subscribe(check);
    check();
  });

  const room = holdInRoom(store, playback);
  const restingAt = () => (playback.playing || room.holds() ? null : Math.floor(playback.playhead));
  const history = createHistory(store, {
    bar: { ...addressBar, onMove: (listener) => addressBar.onMove(() => whenKnown(listener)) },
    setTimer,
    now: () => performance.now(),
    restingAt,
    onOpen: present,
    untouched: !found,
  });
  playback.subscribe(() => {
    if (!playback.playing) history.cameToRest(playback.playhead < playback.steps);
  });
  // What was said of a scene that has changed since is no longer true.
  store.subscribe((state, before) => {
    const isSame = state.scene === before.scene && state.lossValues === before.lossValues;
    if (isSame || state.notices !== before.notices) return;
    for (const { kind } of state.notices) if (kind === 'runs' || kind === 'reset') dismiss(store, kind);
  });
  // Another problem is on its way at once, from its own start.
  store.subscribe(({ scene: { problem, steps } }, before) => {
    if (problem.id === before.scene.problem.id) return;
    if (prefersLessMotion()) playback.seek(steps);
    else {
      playback.seek(0);
      playback.play();
    }
  });
  followPace(store, playback);

  const hints = createHints(hintMemory);
  followDeeds(store, hints);

  present(scene);

  const parts: AppParts = {
    store,
    session,
    playback,
    clouds,
    steps,
    history,
    commands: createCommands(),
    hints,
    frames: createFrameQueue(requestFrame),
    calmFrames: createFrameQueue(
      calmly(
        requestFrame,
        () => store.getState().moving,
        () => performance.now(),
      ),
    ),
    spawnGround,
    rememberTheme,
    firstPaths,
    copy: copyText,
    address: () => `${pageAddress()}#${linkOf(store.getState(), restingAt())}`,
    reset() {
      resetScene(store);
      present(store.getState().scene);
    },
  };
  listenToKeys(document, parts);

  createRoot(document.querySelector('#root') as HTMLElement).render(
    <AppProvider value={parts}>
      <App />
    </AppProvider>,
  );
}
