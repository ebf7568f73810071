import { createProblem } from '../problems/createProblem.ts';
import { createPainter } from './painter.ts';
import type { GroundRequest } from './protocol.ts';

const receive = createPainter({
  createProblem,
  post: (reply, transfer) => postMessage(reply, { transfer }),
  defer: (callback) => setTimeout(callback, 0),
});

onmessage = ({ data }: MessageEvent<GroundRequest>) => receive(data);
