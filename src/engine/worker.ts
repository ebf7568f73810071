/// <reference lib="webworker" />
import { afterLoading, type DataNotice } from '../problems/data/afterLoading.ts';
import type { Works } from '../problems/data/loading.ts';
import type { ToEngine } from './protocol.ts';
import { createServer } from './server.ts';

// Only adapts: what it adapts is tested without threads. A message channel is the shortest way round the event loop.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const server = createServer({
  send: (message, transfer) => self.postMessage(message, { transfer }),
  now: () => performance.now(),
  later(callback) {
    waiting.push(callback);
    channel.port2.postMessage(null);
  },
});

const receive = afterLoading<ToEngine>(
  async (url) => {
    const { PARTS }: { PARTS: { WORKS: Works } } = await import(/* @vite-ignore */ url);
    return PARTS;
  },
  (message) => server.receive(message),
  reportError,
);

self.onmessage = ({ data }: MessageEvent<readonly (ToEngine | DataNotice)[]>) => {
  for (const message of data) receive(message);
};
