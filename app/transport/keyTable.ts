import type { KeyWord } from '../../src/messages/keys.ts';
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
  readonly does: KeyWord;
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
  readonly where: KeyWord;
}

export type KeyEntry = PageKey | ControlKey;

const keys = (...names: readonly string[]): readonly Chord[] => names.map((key) => ({ key }));
const shifted = (...names: readonly string[]): readonly Chord[] => names.map((key) => ({ key, shift: true }));

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
const SIDEWAYS = ['ArrowLeft', 'ArrowRight'] as const;

/** All keys there are: the page listens by this table, and the help prints it, with the words that it names. */
export const KEY_TABLE: readonly KeyEntry[] = [
  {
    kind: 'page',
    room: 'playback',
    chords: keys(' '),
    does: 'play',
    act: ({ playback }) => togglePlaying(playback),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: keys('ArrowLeft', 'ArrowRight'),
    does: 'step',
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
    does: 'tenSteps',
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
    does: 'tenth',
    repeats: true,
    act: ({ playback }, { key }) => playback.seek(nextTenth(playback, key === 'PageUp' ? -1 : 1)),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: keys('Home', 'End'),
    does: 'ends',
    act: ({ playback }, { key }) => playback.seek(key === 'Home' ? 0 : playback.steps),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: keys('[', ']', '<', '>'),
    does: 'speed',
    act: ({ store }, { key }) =>
      setSpeed(store, nextSpeed(store.getState().speed, key === '[' || key === '<' ? -1 : 1)),
  },
  {
    kind: 'page',
    room: 'playback',
    chords: keys('l'),
    does: 'loop',
    act: ({ store }) => setLoop(store, !store.getState().loop),
  },

  {
    kind: 'control',
    room: 'map',
    where: 'onStart',
    chords: keys(...ARROWS),
    does: 'moveStart',
  },
  { kind: 'control', room: 'map', where: 'onStart', chords: keys('Enter'), does: 'typeStart' },
  { kind: 'control', room: 'map', where: 'onMap', chords: keys(...ARROWS), does: 'readMap' },
  { kind: 'control', room: 'map', where: 'onMap', chords: shifted(...ARROWS), does: 'panMap' },
  {
    kind: 'control',
    room: 'map',
    where: 'onMap',
    chords: [{ key: 'Enter' }, { key: 'Enter', shift: true }],
    does: 'chooseRun',
  },
  {
    kind: 'page',
    room: 'map',
    chords: keys('+', '-'),
    does: 'zoom',
    repeats: true,
    act: ({ commands }, { key }) => void commands.run(key === '-' ? 'zoom-out' : 'zoom-in'),
  },
  {
    kind: 'page',
    room: 'map',
    chords: keys('0'),
    does: 'wholeMap',
    act: ({ commands }) => void commands.run('whole-map'),
  },
  {
    kind: 'page',
    room: 'map',
    chords: keys('z'),
    does: 'zoomToPlayhead',
    act: ({ commands }) => void commands.run('zoom-to-playhead'),
  },

  { kind: 'control', room: 'chart', where: 'onTabs', chords: keys(...SIDEWAYS), does: 'chooseChart' },
  { kind: 'control', room: 'chart', where: 'onChart', chords: keys(...SIDEWAYS), does: 'readChart' },
  { kind: 'control', room: 'chart', where: 'onChart', chords: shifted(...SIDEWAYS), does: 'panChart' },
  { kind: 'control', room: 'chart', where: 'onChart', chords: keys('+', '-', '0'), does: 'zoomChart' },
  { kind: 'control', room: 'chart', where: 'onChart', chords: keys('Enter'), does: 'seekChart' },

  {
    kind: 'page',
    room: 'runs',
    chords: keys('1', '2', '3', '4', '5', '6', '7', '8', '9'),
    through: true,
    does: 'focusRun',
    act: ({ store }, { key }) => {
      const index = Number(key) - 1;
      if (index < store.getState().runIds.length) focusRun(store, index);
    },
  },
  {
    kind: 'page',
    room: 'runs',
    chords: keys('h'),
    does: 'hide',
    act: ({ store }) => {
      const { runIds, focus } = store.getState();
      if (focus < runIds.length) toggleHidden(store, runIds[focus]);
    },
  },
  {
    kind: 'page',
    room: 'runs',
    chords: keys('f'),
    does: 'readStep',
    act: ({ store }) => {
      if (store.getState().reading) closeReading(store);
      else readSteps(store);
    },
  },
  {
    kind: 'control',
    room: 'runs',
    where: 'onReading',
    chords: keys('Escape'),
    does: 'closeReading',
  },
  {
    kind: 'control',
    room: 'runs',
    where: 'onTerm',
    chords: keys('ArrowUp', 'ArrowDown'),
    does: 'nextTerm',
  },
  {
    kind: 'control',
    room: 'runs',
    where: 'onRun',
    chords: [
      { key: 'ArrowUp', alt: true },
      { key: 'ArrowDown', alt: true },
    ],
    does: 'moveRun',
  },
  { kind: 'control', room: 'runs', where: 'onSlider', chords: keys(...SIDEWAYS), does: 'turnSlider' },
  {
    kind: 'control',
    room: 'runs',
    where: 'onSlider',
    chords: keys('PageUp', 'PageDown', 'Home', 'End'),
    does: 'turnFar',
  },
  {
    kind: 'control',
    room: 'runs',
    where: 'onSlider',
    chords: keys('Delete', 'Backspace'),
    does: 'resetSlider',
  },

  {
    kind: 'page',
    room: 'page',
    chords: [{ key: 'z', mod: true }],
    does: 'undo',
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
    does: 'redo',
    repeats: true,
    act: ({ history }) => history.redo(),
  },
  {
    kind: 'page',
    room: 'page',
    chords: keys('m'),
    does: 'losses',
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
    does: 'leaveLosses',
    act: ({ store }) => closeLosses(store),
  },
  { kind: 'page', room: 'page', chords: keys('c'), does: 'copyLink', act: (parts) => void copyLink(parts) },
  { kind: 'page', room: 'page', chords: keys('t'), does: 'theme', act: (parts) => turnTheme(parts) },
  {
    kind: 'page',
    room: 'page',
    chords: keys('?'),
    does: 'help',
    act: ({ commands }) => void commands.run('show-help'),
  },
  { kind: 'control', room: 'page', where: 'onSheet', chords: keys('Escape'), does: 'close' },
];
