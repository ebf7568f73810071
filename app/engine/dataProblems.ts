import type { DataNotice } from '../../src/problems/data/afterLoading.ts';
import { provideDataProblems } from '../../src/problems/data/loading.ts';
import { keepFoundBy } from './foundMinimizers.ts';

/** Known once the module is loaded. */
let notice: DataNotice | null = null;
let listeners: ((notice: DataNotice) => void)[] = [];

/** Loads what problems over data compute, for the page and for its workers: few pages need it. */
export async function loadDataProblems(): Promise<void> {
  if (notice) return;
  const { PARTS } = await import('./dataWorks.ts');
  provideDataProblems(PARTS.WORKS);
  // The page has to answer: of many samples its workers find the minimizers.
  PARTS.searchElsewhere();
  keepFoundBy(PARTS.tellFound);
  notice = { type: 'data', url: PARTS.place };
  const told = listeners;
  listeners = [];
  for (const listener of told) listener(notice);
}

/**
 * Tells a worker where the module lies, as soon as that is known: before the page can send it a problem over data, which
 * it knows of no earlier.
 */
export function tellOfDataProblems(worker: Pick<Worker, 'postMessage'>): void {
  const tell = (known: DataNotice) => worker.postMessage(known);
  if (notice) tell(notice);
  else listeners.push(tell);
}
