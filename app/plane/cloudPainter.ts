import { noiseMessages as say } from '../../src/messages/noise.ts';
import type { Member } from '../engine/background.ts';
import { isComplete, isWithoutNoise, standing, type Cloud } from '../noise/cloud.ts';
import { ellipseOf, meanPath, rowAt } from '../noise/spread.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { drawEllipse, drawMeanName, drawMembers, strokeMean, strokeMember } from './drawCloud.ts';
import { clearLayer } from './drawPaths.ts';
import type { Box, Ink } from './labelSolver.ts';
import { acrossAt, upAt, type MapPlane } from './mapPlane.ts';
import { boxesAround, boxesOf, placeMeanName, type MeanNamePlace } from './meanName.ts';
import { createGeometry, extendGeometry, type PathGeometry } from './pathGeometry.ts';
import type { PlaneStyle } from './planeStyle.ts';
import { xToPixel, yToPixel, type Viewport } from './viewport.ts';

/** A cloud’s canvases: its paths, their mean, both below the runs; and what is at the playhead, above them. */
export interface CloudLayers {
  readonly paths: CanvasRenderingContext2D;
  readonly mean: CanvasRenderingContext2D;
  readonly now: CanvasRenderingContext2D;
}

/** All that a cloud is drawn from beside itself. */
export interface CloudScene {
  readonly viewport: Viewport;
  readonly plane: MapPlane;
  readonly pixelRatio: number;
  readonly style: PlaneStyle;
  /** The custom property of the run’s colour. */
  readonly color: string;
  /** What the mean’s name keeps clear of. */
  readonly obstacles: () => readonly Box[];
  /** How much of a box lies on the paths of runs. */
  readonly ink: Ink;
}

export interface CloudPainter {
  /**
   * Draws what has come since, and begins anew for another cloud or scene.
   * @param isOver asked after each path: true leaves the rest for the next frame
   * @returns whether all that there is of the cloud is drawn
   */
  paint(cloud: Cloud | null, scene: CloudScene, isOver: () => boolean): boolean;
  /** Dots, ellipse and name, as they stand at a playhead that may lie between steps. */
  paintNow(cloud: Cloud | null, scene: CloudScene, playhead: number): void;
}

/** Lines of the letters of the mean's name. */
const LINE_HEIGHT = 1.25;

export function createCloudPainter(layers: CloudLayers): CloudPainter {
  let shown: Cloud | null = null;
  let seen: CloudScene | null = null;
  /** Members whose paths are drawn. */
  const drawn = new Set<Member>();
  let hasMean = false;
  let spent: PathGeometry | undefined;
  let place: MeanNamePlace | null = null;
  let measured: { readonly text: string; readonly font: string; readonly width: number } | null = null;

  function geometryOf(source: Pick<Member, 'dimension' | 'points' | 'steps' | 'rows'>, scene: CloudScene) {
    spent = createGeometry(source, scene.viewport, scene.plane, spent);
    extendGeometry(spent);
    return spent;
  }

  function widthOf(text: string, font: string): number {
    if (measured?.text !== text || measured.font !== font) {
      layers.now.font = font;
      measured = { text, font, width: layers.now.measureText(text).width };
    }
    return measured.width;
  }

  return {
    paint(cloud, scene, isOver) {
      // While it grew, it could not be known yet that all its paths are one.
      const isEmptied = drawn.size > 0 && cloud !== null && !shows(cloud);
      if (cloud !== shown || scene !== seen || isEmptied) {
        for (const layer of [layers.paths, layers.mean]) clearLayer(layer, scene.pixelRatio);
        drawn.clear();
        hasMean = false;
        shown = cloud;
        seen = scene;
      }
      if (!cloud || !shows(cloud)) return true;
      const color = scene.style.color(scene.color);
      // The mean first: it is what is looked for, and of a single path.
      const left = standing(cloud.members);
      if (!hasMean && left.length > 0 && isComplete(cloud.members)) {
        strokeMean(layers.mean, geometryOf(meanOf(cloud, left), scene), {
          color,
          halo: scene.style.heads.halo,
        });
        hasMean = true;
      }
      for (const member of cloud.members) {
        if (member.outcome === null || drawn.has(member)) continue;
        if (isOver()) return false;
        strokeMember(layers.paths, geometryOf(member, scene), color, cloud.members.length);
        drawn.add(member);
      }
      return true;
    },
    paintNow(cloud, scene, playhead) {
      clearLayer(layers.now, scene.pixelRatio);
      if (!cloud || !shows(cloud)) return;
      const { viewport, style } = scene;
      const left = standing(cloud.members).filter(({ outcome }) => outcome !== null);
      if (left.length === 0) return;
      const [xs, ys] = pixelsAt(left, scene, playhead);
      const colors = { color: style.color(scene.color), halo: style.heads.halo };
      drawMembers(layers.now, xs, ys, colors.color);
      if (!isComplete(cloud.members)) return;
      const ellipse = ellipseOf(xs, ys);
      drawEllipse(layers.now, ellipse, colors);
      const { x, y } = ellipse;
      if (x < 0 || x > viewport.width || y < 0 || y > viewport.height) return;
      const text = say.meanName(formatCount(left.length));
      const font = style.ground.labelFont;
      const size = { width: widthOf(text, font), height: style.numbers.lineHeight * LINE_HEIGHT };
      const obstacles = [...scene.obstacles(), ...boxesOf(ellipse), ...boxesAround(xs, ys)];
      place = placeMeanName(ellipse, size, obstacles, viewport, scene.ink, place);
      drawMeanName(layers.now, text, ellipse, place.box, font, colors);
    },
  };
}

/** A cloud whose seeds all give one path has nothing to show: the run is there. */
function shows(cloud: Cloud): boolean {
  return !isComplete(cloud.members) || !isWithoutNoise(cloud);
}

const means = new WeakMap<Cloud, ReturnType<typeof meanPath>>();

/** Of a complete cloud. */
function meanOf(cloud: Cloud, left: readonly Member[]): ReturnType<typeof meanPath> {
  const known = means.get(cloud);
  if (known) return known;
  const mean = meanPath(left);
  means.set(cloud, mean);
  return mean;
}

/** Where members stand at a playhead, in pixels: linear between their rows. */
function pixelsAt(
  members: readonly Member[],
  { viewport, plane }: CloudScene,
  playhead: number,
): readonly [xs: Float64Array, ys: Float64Array] {
  const xs = new Float64Array(members.length);
  const ys = new Float64Array(members.length);
  members.forEach((member, k) => {
    const { steps, points, rows, dimension } = member;
    const row = rowAt(member, Math.floor(playhead));
    const next = Math.min(row + 1, rows - 1);
    const span = steps[next] - steps[row];
    const part = span === 0 ? 0 : Math.min(1, (playhead - steps[row]) / span);
    const across = (at: number) => acrossAt(plane, points, steps[at], at * dimension);
    const up = (at: number) => upAt(plane, points, at * dimension);
    xs[k] = xToPixel(viewport, across(row) + part * (across(next) - across(row)));
    ys[k] = yToPixel(viewport, up(row) + part * (up(next) - up(row)));
  });
  return [xs, ys];
}
