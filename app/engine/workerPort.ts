/** A worker as the page sees it. */
export interface WorkerPort<To, From> {
  postMessage(message: To): void;
  onmessage: ((event: { data: From }) => void) | null;
  onerror: (() => void) | null;
  terminate(): void;
}
