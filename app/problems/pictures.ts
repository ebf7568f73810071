import { createProblem } from '../../src/problems/createProblem.ts';
import { PROBLEMS, type ProblemId } from '../../src/problems/registry.ts';
import type { Theme } from '../../src/scene/scene.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import type { AppParts } from '../ui/AppContext.ts';
import { feasibleBand } from '../plane/feasibleBand.ts';
import { readPlaneStyle, type PlaneStyle } from '../plane/planeStyle.ts';
import { fitDomain } from '../plane/viewport.ts';
import { createPictureQueue, type PaintedPicture } from './pictureQueue.ts';
import { drawPicture, pictureMarks } from './problemPicture.ts';

/** Finer than this a small picture gains nothing. */
const FINEST = 2;

/** Small pictures of all problems at their defaults; what was computed once is kept. */
export interface Pictures {
  /**
   * Draws a problem on a canvas, as large as the page shows it: at once if it was computed before, else when it is.
   * @returns takes the request back
   */
  draw(canvas: HTMLCanvasElement, id: ProblemId, theme: Theme): () => void;
}

/** @param root the element whose custom properties are the theme */
export function createPictures(
  root: HTMLElement,
  spawn: AppParts['spawnGround'],
  pixelRatio: () => number,
): Pictures {
  const queue = createPictureQueue(spawn);
  const painted = new Map<string, PaintedPicture>();
  let style: { readonly key: string; readonly value: PlaneStyle } | null = null;

  function styleOf(key: string): PlaneStyle {
    if (style?.key !== key) style = { key, value: readPlaneStyle(root) };
    return style.value;
  }

  return {
    draw(canvas, id, theme) {
      const { clientWidth: width, clientHeight: height } = canvas;
      const ctx = canvas.getContext('2d');
      if (!ctx || width === 0 || height === 0) return () => undefined;
      const ratio = Math.min(FINEST, pixelRatio());
      // Type and lines grow with the window, and so do pictures.
      const look = `${theme} ${width} ${height} ${ratio}`;
      const selection = { id, params: defaultsOf(PROBLEMS[id].parameters), scale: 1, rotation: 0 };
      const problem = createProblem(selection);
      const viewport = fitDomain(problem.domain, width, height, problem.plane.kind);
      const show = (picture: PaintedPicture) => {
        painted.set(`${id} ${look}`, picture);
        canvas.width = picture.bands.width;
        canvas.height = picture.bands.height;
        const marks = pictureMarks(problem, viewport);
        drawPicture(ctx, picture, marks, feasibleBand(problem, viewport), styleOf(look), ratio);
      };
      const known = painted.get(`${id} ${look}`);
      if (known) {
        show(known);
        return () => undefined;
      }
      const { window } = viewport;
      const { ramp } = styleOf(look);
      return queue.paint({ problem: selection, window, width, height, pixelRatio: ratio, ramp }, show);
    },
  };
}
