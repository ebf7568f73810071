import { keyMessages as say } from '../../src/messages/help.ts';
import { closeLosses, openLosses } from '../store/lossActions.ts';
import { closeReading, focusRun, readSteps, setLoop, setSpeed } from '../store/viewActions.ts';
import { toggleHidden } from '../store/runActions.ts';
import type { AppParts } from '../ui/AppContext.ts';
import type { Chord } from './chord.ts';
import { copyLink } from './copyLink.ts';
import { nextSpeed } from './pace.ts';
import { nextTenth, togglePlaying } from './playbackMoves.ts';
import { turnTheme } from './turnTheme.ts';

/** What keys act on. */
export type KeyParts = Pick<
  AppParts,
  'store' | 'playback' | 'history' | 'commands' | 'hints' | 'copy' | 'address' | 'rememberTheme'
>;

export const KEY_ROOMS = ['playback', 'map', 'chart', 'runs', 'page'] as const;
export type KeyRoom = (typeof KEY_ROOMS)[number];

interface KeyEntryBase {
  readonly room: KeyRoom;
  /** Any of them does it. */
  readonly chords: readonly Chord[];
  readonly does: string;
  /** Listed as the first through the last of its chords. */
  readonly through?: true;
}

/** A key of the whole page, which works wherever no focused control needs it. */
export interface PageKey extends KeyEntryBase {
  readonly kind: 'page';
  /** Done again and again while held down. */
  readonly repeats?: true;
  /** Left alone while the map is shown. */
  readonly inLosses?: true;
  readonly act: (parts: KeyParts, chord: Chord) => void;
}

/** A key of one kind of control, which listens to it by itself while it is focused. */
export interface ControlKey extends KeyEntryBase {
  readonly kind: 'control';
  readonly where: string;
}

export type KeyEntry = PageKey | ControlKey;

const keys = (...names: readonly string[]): readonly Chord[] => names.map((key) => ({ key }));
const shifted = (...names: readonly string[]): readonly Chord[] => names.map((key) => ({ key, shift: true }));

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
const SIDEWAYS = ['ArrowLeft', 'ArrowRight'] as const;

/** All keys there are: the page listens by this table, and the help prints it. */
export const KEY_TABLE: readonly KeyEntry[] = [
  {
    kind: 'page',
    room: 'playback',
    chords: keys(' '),
    does: say.play,
    act: ({ playback }) => togglePlaying(playback),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: keys('ArrowLeft', 'ArrowRight'),
    does: say.step,
    repeats: true,
    act: ({ playback }, { key }) =>
      playback.seek(
        key === 'ArrowLeft' ? Math.ceil(playback.playhead) - 1 : Math.floor(playback.playhead) + 1,
      ),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: shifted('ArrowLeft', 'ArrowRight'),
    does: say.tenSteps,
    repeats: true,
    act: ({ playback }, { key }) =>
      playback.seek(
        key === 'ArrowLeft' ? Math.ceil(playback.playhead) - 10 : Math.floor(playback.playhead) + 10,
      ),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: keys('PageUp', 'PageDown'),
    does: say.tenth,
    repeats: true,
    act: ({ playback }, { key }) => playback.seek(nextTenth(playback, key === 'PageUp' ? -1 : 1)),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: keys('Home', 'End'),
    does: say.ends,
    act: ({ playback }, { key }) => playback.seek(key === 'Home' ? 0 : playback.steps),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: keys('[', ']', '<', '>'),
    does: say.speed,
    act: ({ store }, { key }) =>
      setSpeed(store, nextSpeed(store.getState().speed, key === '[' || key === '<' ? -1 : 1)),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: keys('l'),
    does: say.loop,
    act: ({ store }) => setLoop(store, !store.getState().loop),
  },

  {
    kind: 'control',
    room: 'map',
    where: say.onStart,
    chords: keys(...ARROWS),
    does: say.moveStart,
  },
  { kind: 'control', room: 'map', where: say.onStart, chords: keys('Enter'), does: say.typeStart },
  { kind: 'control', room: 'map', where: say.onMap, chords: keys(...ARROWS), does: say.readMap },
  { kind: 'control', room: 'map', where: say.onMap, chords: shifted(...ARROWS), does: say.panMap },
  {
    kind: 'control',
    room: 'map',
    where: say.onMap,
    chords: [{ key: 'Enter' }, { key: 'Enter', shift: true }],
    does: say.chooseRun,
  },
  {
    kind: 'page',
    room: 'map',
    chords: keys('+', '-'),
    does: say.zoom,
    repeats: true,
    act: ({ commands }, { key }) => void commands.run(key === '-' ? 'zoom-out' : 'zoom-in'),
  },
  {
    kind: 'page',
    room: 'map',
    chords: keys('0'),
    does: say.wholeMap,
    act: ({ commands }) => void commands.run('whole-map'),
  },
  {
    kind: 'page',
    room: 'map',
    chords: keys('z'),
    does: say.zoomToPlayhead,
    act: ({ commands }) => void commands.run('zoom-to-playhead'),
  },

  { kind: 'control', room: 'chart', where: say.onTabs, chords: keys(...SIDEWAYS), does: say.chooseChart },
  { kind: 'control', room: 'chart', where: say.onChart, chords: keys(...SIDEWAYS), does: say.readChart },
  { kind: 'control', room: 'chart', where: say.onChart, chords: shifted(...SIDEWAYS), does: say.panChart },
  { kind: 'control', room: 'chart', where: say.onChart, chords: keys('+', '-', '0'), does: say.zoomChart },
  { kind: 'control', room: 'chart', where: say.onChart, chords: keys('Enter'), does: say.seekChart },

  {
    kind: 'page',
    room: 'runs',
    chords: keys('1', '2', '3', '4', '5', '6', '7', '8', '9'),
    through: true,
    does: say.focusRun,
    act: ({ store }, { key }) => {
      const index = Number(key) - 1;
      if (index < store.getState().runIds.length) focusRun(store, index);
    },
  },
  {
    kind: 'page',
    room: 'runs',
    chords: keys('h'),
    does: say.hide,
    act: ({ store }) => {
      const { runIds, focus } = store.getState();
      if (focus < runIds.length) toggleHidden(store, runIds[focus]);
    },
  },
  {
    kind: 'page',
    room: 'runs',
    chords: keys('f'),
    does: say.readStep,
    act: ({ store }) => {
      if (store.getState().reading) closeReading(store);
      else readSteps(store);
    },
  },
  {
    kind: 'control',
    room: 'runs',
    where: say.onReading,
    chords: keys('Escape'),
    does: say.closeReading,
  },
  {
    kind: 'control',
    room: 'runs',
    where: say.onTerm,
    chords: keys('ArrowUp', 'ArrowDown'),
    does: say.nextTerm,
  },
  {
    kind: 'control',
    room: 'runs',
    where: say.onRun,
    chords: [
      { key: 'ArrowUp', alt: true },
      { key: 'ArrowDown', alt: true },
    ],
    does: say.moveRun,
  },
  { kind: 'control', room: 'runs', where: say.onSlider, chords: keys(...SIDEWAYS), does: say.turnSlider },
  {
    kind: 'control',
    room: 'runs',
    where: say.onSlider,
    chords: keys('PageUp', 'PageDown', 'Home', 'End'),
    does: say.turnFar,
  },
  {
    kind: 'control',
    room: 'runs',
    where: say.onSlider,
    chords: keys('Delete', 'Backspace'),
    does: say.resetSlider,
  },

  {
    kind: 'page',
    room: 'page',
    chords: [{ key: 'z', mod: true }],
    does: say.undo,
    repeats: true,
    act: ({ history }) => history.undo(),
  },
  {
    kind: 'page',
    room: 'page',
    chords: [
      { key: 'y', mod: true },
      { key: 'z', mod: true, shift: true },
    ],
    does: say.redo,
    repeats: true,
    act: ({ history }) => history.redo(),
  },
  {
    kind: 'page',
    room: 'page',
    chords: keys('m'),
    does: say.losses,
    act: ({ store }) => {
      if (store.getState().losses) closeLosses(store);
      else openLosses(store);
    },
  },
  {
    kind: 'page',
    room: 'page',
    chords: keys('Escape'),
    inLosses: true,
    does: say.leaveLosses,
    act: ({ store }) => closeLosses(store),
  },
  { kind: 'page', room: 'page', chords: keys('c'), does: say.copyLink, act: (parts) => void copyLink(parts) },
  { kind: 'page', room: 'page', chords: keys('t'), does: say.theme, act: (parts) => turnTheme(parts) },
  {
    kind: 'page',
    room: 'page',
    chords: keys('?'),
    does: say.help,
    act: ({ commands }) => void commands.run('show-help'),
  },
  { kind: 'control', room: 'page', where: say.onSheet, chords: keys('Escape'), does: say.close },
];
