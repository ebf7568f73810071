import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { GroundReply, GroundRequest } from '../../src/ground/protocol.ts';
import type { Theme } from '../../src/scene/scene.ts';
import type { WorkerPort } from '../engine/workerPort.ts';
import type { Session } from '../engine/session.ts';
import type { Clouds } from '../noise/cloud.ts';
import type { StepSource } from '../reading/stepSource.ts';
import type { History } from '../store/history.ts';
import type { State, Store } from '../store/store.ts';
import type { Commands } from '../transport/commands.ts';
import type { Hints } from '../transport/hints.ts';
import type { Playback } from '../transport/playback.ts';
import type { FrameQueue } from './frameQueue.ts';

/** What the application is made of, once a page. */
export interface AppParts {
  readonly store: Store;
  readonly session: Session;
  readonly playback: Playback;
  readonly clouds: Clouds;
  readonly steps: StepSource;
  readonly history: History;
  /** What parts of the page can do for a key pressed anywhere. */
  readonly commands: Commands;
  readonly hints: Hints;
  readonly frames: FrameQueue;
  /** The same for readouts and charts, which follow a moving hand less often than the paths. */
  readonly calmFrames: FrameQueue;
  /** Keeps a theme that was chosen here for the next visit. */
  readonly rememberTheme: (theme: Theme) => void;
  /** Fulfilled once the first paths are on screen. */
  readonly firstPaths: Promise<void>;
  readonly spawnGround: () => WorkerPort<GroundRequest, GroundReply>;
  readonly copy: (text: string) => Promise<boolean>;
  /** The full address that reopens what is on screen. */
  readonly address: () => string;
  /** Shows the opening scene again, from its start; one gesture, which can be undone. */
  readonly reset: () => void;
}

const AppContext = createContext<AppParts | null>(null);
export const AppProvider = AppContext.Provider;

export function useApp(): AppParts {
  const parts = useContext(AppContext);
  if (!parts) throw new Error('A component of the application stands outside its provider.');
  return parts;
}

/** A part of the state; the component renders again when it changes. */
export function useAppState<T>(select: (state: State) => T): T {
  const { store } = useApp();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** The same for what may follow a moving hand less often: its frames then belong to the paths. */
export function useCalmState<T>(select: (state: State) => T): T {
  const { store, calmFrames } = useApp();
  const subscribe = useCallback(
    (told: () => void) => {
      const stop = store.subscribe(({ moving }) => (moving ? calmFrames.add(told) : told()));
      return () => {
        calmFrames.remove(told);
        stop();
      };
    },
    [store, calmFrames],
  );
  return useSyncExternalStore(subscribe, () => select(store.getState()));
}
