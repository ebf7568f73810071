import { vi } from 'vitest';
import type { Levels } from '../../src/ground/levels.ts';
import type { GroundReply, GroundRequest, PaintRequest } from '../../src/ground/protocol.ts';
import type { ProblemSelection } from '../../src/problems/createProblem.ts';
import { createGroundLayer } from './groundLayer.ts';
import { placeIsolineLabels } from './isolineLabels.ts';
import { fitDomain, zoomAbout, type Viewport } from './viewport.ts';

/** Node has none. Vitest gives each test file globals of its own. */
vi.stubGlobal('ImageData', function (this: object, data: Uint8ClampedArray, width: number, height: number) {
  Object.assign(this, { data, width, height });
});

export const ROSENBROCK: ProblemSelection = {
  id: 'rosenbrock',
  params: { a: 1, b: 100 },
  scale: 1,
  rotation: 0,
};
export const BOOTH: ProblemSelection = { id: 'booth', params: {}, scale: 1, rotation: 0 };
export const HOME = fitDomain({ x: [-2.4, 2.4], y: [-0.4, 2.2] }, 784, 412);
export const CLOSE = zoomAbout(HOME, 300, 200, 5);
const LEVELS: Levels = { floor: 0, spacing: 'log', labels: 'f', range: [0, 900], levels: [] };
const NO_LINES = { coordinates: new Float32Array(0), starts: Uint32Array.of(0), levels: new Uint16Array(0) };
const STYLE = {
  ramp: ['#f8fafc', '#b9ccda'],
  ground: {
    isoline: '',
    isolineWidth: 1,
    indexIsoline: '',
    indexIsolineWidth: 1,
    label: '',
    labelFont: '',
  },
};

/** Where a picture was laid. */
interface Laid {
  readonly picture: FakeCanvas;
  /** Where its pixels come from and go to; two numbers where it is laid as it is. */
  readonly numbers: readonly number[];
}

interface FakeCanvas {
  width: number;
  height: number;
  /** What was painted on it last. */
  painted: ImageData | null;
}

/** For tests: a page whose ground worker answers when the test says so, and whose clock it turns. */
export function createPage() {
  const posted: GroundRequest[] = [];
  const failures: string[] = [];
  const shown: PaintRequest[] = [];
  const passes: string[] = [];
  const progress: (number | null)[] = [];
  let laid: Laid[] = [];
  let clock = 0;
  let timer: { readonly at: number; readonly callback: () => void } | null = null;
  let onmessage: ((event: { data: GroundReply }) => void) | null = null;

  const nothing = () => {};
  const contextOf = (canvas: FakeCanvas) => ({
    canvas,
    save: nothing,
    restore: nothing,
    setTransform: nothing,
    beginPath: nothing,
    stroke: nothing,
    reset: () => (laid = []),
    putImageData: (image: ImageData) => (canvas.painted = image),
    measureText: () => ({ width: 20 }),
    drawImage: (picture: FakeCanvas, ...numbers: number[]) => laid.push({ picture, numbers }),
  });
  const canvasOf = () =>
    contextOf({ width: 784, height: 412, painted: null }) as unknown as CanvasRenderingContext2D;
  const layer = createGroundLayer(canvasOf(), {
    spawn: () => ({
      postMessage: (message) => posted.push(message),
      terminate: nothing,
      onerror: null,
      get onmessage() {
        return onmessage;
      },
      set onmessage(listener) {
        onmessage = listener;
      },
    }),
    createCanvas: canvasOf,
    now: () => clock,
    // The client's watch and the layer's own wait: the test turns no clock so far that the watch matters.
    setTimer: (callback, milliseconds) => {
      if (milliseconds > 1000) return -1;
      timer = { at: clock + milliseconds, callback };
      return 1;
    },
    clearTimer: (number) => {
      if (number === 1) timer = null;
    },
    withLabels: (use) => use(placeIsolineLabels),
    onShown: ({ request, pass, isolines }) => {
      shown.push(request);
      passes.push(`${pass}${isolines ? '' : ' without lines'}`);
    },
    onProgress: (done) => progress.push(done),
    onFound: nothing,
    onFailure: () => failures.push('failed'),
  });
  const last = () => posted.at(-1) as PaintRequest;
  const reply = (reply: GroundReply) => onmessage?.({ data: reply });
  return {
    layer,
    posted,
    shown,
    failures,
    progress,
    last,
    reply,
    laid: () => laid,
    /** The passes that are on the map, of the pictures that were shown. */
    passes: () => passes,
    bands: (id = last().id, pass = 1) =>
      reply({
        type: 'bands',
        id,
        pass,
        width: 784,
        height: 412,
        pixels: new ArrayBuffer(8),
        levels: LEVELS,
        bandColors: ['#777777'],
        found: null,
      }),
    isolines: (id = last().id, pass = 1, isLast = true) =>
      reply({ type: 'isolines', id, pass, isolines: { ...NO_LINES }, isLast }),
    show(viewport: Viewport, problem = ROSENBROCK) {
      laid = [];
      layer.show({ problem, viewport, home: HOME, pixelRatio: 1, style: STYLE });
    },
    wait(milliseconds: number) {
      clock += milliseconds;
      const due = timer;
      if (!due || due.at > clock) return;
      timer = null;
      due.callback();
    },
  };
}

/** One that shows the whole map. */
export function openedPage() {
  const page = createPage();
  page.show(HOME);
  page.bands();
  page.isolines();
  page.wait(1000);
  return page;
}
