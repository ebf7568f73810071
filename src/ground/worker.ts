import { createProblem } from '../problems/createProblem.ts';
import { createPainter } from './painter.ts';
import type { GroundRequest } from './protocol.ts';

// A message channel is the shortest way round the event loop.
const channel = new MessageChannel();
const deferred: (() => void)[] = [];
channel.port1.onmessage = () => deferred.shift()?.();

const receive = createPainter({
  createProblem,
  post: (reply, transfer) => postMessage(reply, { transfer }),
  defer(callback) {
    deferred.push(callback);
    channel.port2.postMessage(null);
  },
  now: () => performance.now(),
});

onmessage = ({ data }: MessageEvent<GroundRequest>) => receive(data);
