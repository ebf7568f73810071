import { createProblem } from '../problems/createProblem.ts';
import { afterLoading, type DataNotice } from '../problems/data/afterLoading.ts';
import type { Works } from '../problems/data/loading.ts';
import type { DataGround } from './dataGround.ts';
import { createPainter } from './painter.ts';
import type { GroundRequest } from './protocol.ts';
import { provideDataGround } from './survey.ts';

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

const receive = afterLoading<GroundRequest>(
  async (url) => {
    const { PARTS }: { PARTS: { WORKS: Works; DATA_GROUND: DataGround } } = await import(
      /* @vite-ignore */ url
    );
    provideDataGround(PARTS.DATA_GROUND);
    return PARTS;
  },
  paint,
  reportError,
);

onmessage = ({ data }: MessageEvent<GroundRequest | DataNotice>) => receive(data);
