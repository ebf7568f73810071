import { appMessages } from '../../src/messages/app.ts';
import { sceneFromLink, sceneToLink } from '../../src/scene/link.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { OPENING_SCENE } from './openingScene.ts';
import { viewOf, type State } from './store.ts';

/** The scene of an address, and what a person should know about reading it. */
export function sceneOfAddress(fragment: string): {
  scene: Scene;
  notice: string | null;
  /** Whether the scene is that of the address. */
  found: boolean;
} {
  if (fragment.replace(/^#/, '') === '') return { scene: OPENING_SCENE, notice: null, found: false };
  const { scene, notices } = sceneFromLink(fragment);
  return {
    scene: scene ?? OPENING_SCENE,
    found: scene !== null,
    notice: notices.length === 0 ? null : appMessages.linkNotices(notices),
  };
}

/** The link to what is on screen. */
export function linkOf(state: State, playhead: number | null): string {
  return sceneToLink({ ...state.scene, view: viewOf(state, playhead) });
}
