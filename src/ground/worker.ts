import { createProblem } from '../problems/createProblem.ts';
import { afterLoading, type DataNotice } from '../problems/data/afterLoading.ts';
import { createPainter } from './painter.ts';
import type { GroundRequest } from './protocol.ts';

// A message channel is the shortest way round the event loop.
const channel = new MessageChannel();
const deferred: (() => void)[] = [];
channel.port1.onmessage = () => deferred.shift()?.();

const paint = createPainter({
  createProblem,
  post: (reply, transfer) => postMessage(reply, { transfer }),
  defer(callback) {
    deferred.push(callback);
    channel.port2.postMessage(null);
  },
  now: () => performance.now(),
});

const receive = afterLoading<GroundRequest>((url) => import(/* @vite-ignore */ url), paint, reportError);

onmessage = ({ data }: MessageEvent<GroundRequest | DataNotice>) => receive(data);
