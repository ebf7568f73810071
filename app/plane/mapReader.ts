import type { Problem } from '../../src/problems/problem.ts';
import { focusRun, hoverRun } from '../store/viewActions.ts';
import type { AppParts } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { stepUnder } from './mapPlane.ts';
import type { PlanePoint } from './mapView.ts';
import type { NearestRun } from './nearestRun.ts';
import type { PlaneController } from './planeController.ts';
import type { PointerMarksHandle } from './PointerMarks.tsx';
import { probeAt } from './probe.ts';
import type { Reading, ReadoutHandle } from './Readout.tsx';
import { slotOf } from './slots.ts';
import { decimalsOf, pixelToPlane, xToPixel, yToPixel, type Viewport } from './viewport.ts';

/** Pixels from which a pointer, and a finger, means a path. */
const REACH = 8;
const FINGER_REACH = 18;
/** Values are said once the crosshair has rested so long, in milliseconds. */
const SPEAK_AFTER = 250;

/** Where readings are shown. */
export interface ReaderPage {
  readout(): ReadoutHandle | null;
  marks(): PointerMarksHandle | null;
  setCursor(isOnRun: boolean): void;
}

/** Reads the map: at the pointer, at a tap, or at the crosshair that keys move. */
export interface MapReader {
  /** The pointer is here; read with the next `refresh`. */
  point(x: number, y: number): void;
  /** Reads again: the pointer, the view or the problem has changed. */
  refresh(): void;
  /** A click or a tap: focuses the run there, and goes to its step if asked to. */
  tap(x: number, y: number, how: { readonly isTouch: boolean; readonly goesToStep: boolean }): void;
  /** Whether a click here would be one on a run. */
  isOnRun(x: number, y: number): boolean;
  /** Moves the crosshair; at first it stands in the middle. */
  walk(right: number, down: number): void;
  /** Focuses the run under the crosshair. */
  choose(goesToStep: boolean): void;
  /** The crosshair, while it is shown. */
  readonly crosshair: PlanePoint | null;
  /** Nothing is read any more. */
  leave(): void;
}

export function createMapReader(
  { store, playback }: Pick<AppParts, 'store' | 'playback'>,
  controller: Pick<PlaneController, 'runAt'>,
  current: () => { readonly problem: Problem; readonly viewport: Viewport },
  page: ReaderPage,
): MapReader {
  /** What is read: a pixel under the pointer, or a point of the plane under a tap or the crosshair. */
  let pointer: readonly [x: number, y: number] | null = null;
  let tapped: PlanePoint | null = null;
  let crosshair: PlanePoint | null = null;
  /** Where the crosshair was left. */
  let last: PlanePoint | null = null;
  let near: NearestRun | null = null;
  let hovers = false;
  let speakTimer = 0;

  function hover(id: number | null): void {
    if (id === null && !hovers) return;
    hovers = id !== null;
    hoverRun(store, id);
  }

  function read(x: number, y: number, at: PlanePoint | null): Reading {
    const { problem, viewport } = current();
    const [u, v] = at ?? pixelToPlane(viewport, x, y);
    near = controller.runAt(x, y, tapped ? FINGER_REACH : REACH);
    const { scene, runIds } = store.getState();
    const index = near ? runIds.indexOf(near.id) : -1;
    const color = index < 0 ? '' : slotOf(scene.runs[index].slot).color;
    const probe = probeAt(problem, u, v);
    const marks = page.marks();
    marks?.step(near && index >= 0 ? { ...near, color } : null);
    marks?.arrow(x, y, probe.slope);
    marks?.cross(crosshair && { x, y });
    if (!tapped) hover(near?.id ?? null);
    page.setCursor(near !== null);
    return {
      probe,
      time: problem.plane.kind === 'time' ? stepUnder(u, scene.steps) : null,
      decimals: decimalsOf(viewport),
      run: near && index >= 0 ? { name: runNames(scene.runs)[index], color, step: near.step } : null,
    };
  }

  function refresh(): Reading | null {
    const point = crosshair ?? tapped;
    const { viewport } = current();
    const at = point ? ([xToPixel(viewport, point[0]), yToPixel(viewport, point[1])] as const) : pointer;
    if (!at) return null;
    const reading = read(at[0], at[1], point);
    page.readout()?.show(reading);
    return reading;
  }

  function focus(goesToStep: boolean): void {
    if (!near) return;
    const index = store.getState().runIds.indexOf(near.id);
    if (index < 0) return;
    focusRun(store, index);
    if (goesToStep) playback.seek(near.step);
  }

  function speak(): void {
    window.clearTimeout(speakTimer);
    speakTimer = window.setTimeout(() => {
      const reading = refresh();
      if (reading) page.readout()?.announce(reading);
    }, SPEAK_AFTER);
  }

  return {
    point(x, y) {
      crosshair = null;
      tapped = null;
      pointer = [x, y];
    },
    refresh: () => void refresh(),
    tap(x, y, { isTouch, goesToStep }) {
      pointer = isTouch ? null : [x, y];
      tapped = isTouch ? pixelToPlane(current().viewport, x, y) : null;
      crosshair = null;
      refresh();
      focus(goesToStep);
    },
    isOnRun: (x, y) => controller.runAt(x, y, REACH) !== null,
    walk(right, down) {
      const { viewport } = current();
      const { width, height } = viewport;
      const from = crosshair ?? last;
      const x = from ? xToPixel(viewport, from[0]) : width / 2;
      const y = from ? yToPixel(viewport, from[1]) : height / 2;
      const isInView = x >= 0 && x <= width && y >= 0 && y <= height;
      const nextX = Math.min(width, Math.max(0, (isInView ? x : width / 2) + right));
      const nextY = Math.min(height, Math.max(0, (isInView ? y : height / 2) + down));
      crosshair = from && isInView && right === 0 && down === 0 ? from : pixelToPlane(viewport, nextX, nextY);
      last = crosshair;
      tapped = null;
      refresh();
      speak();
    },
    choose(goesToStep) {
      if (crosshair) focus(goesToStep);
    },
    get crosshair() {
      return crosshair;
    },
    leave() {
      pointer = null;
      tapped = null;
      crosshair = null;
      near = null;
      window.clearTimeout(speakTimer);
      hover(null);
      page.readout()?.hide();
      page.marks()?.arrow(0, 0, null);
      page.marks()?.step(null);
      page.marks()?.cross(null);
      page.setCursor(false);
    },
  };
}
