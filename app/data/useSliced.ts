import { useEffect, useState } from 'react';
import { useApp } from '../ui/AppContext.ts';

/** Milliseconds of a frame that such work may take; the rest of it follows in the next ones. */
const SLICE_MILLISECONDS = 5;

/**
 * The latest result of work that yields what it has after each piece, done in slices of a frame; null before the first.
 * @param make begins it anew; null where there is nothing to do. It is to be kept while nothing has changed
 */
export function useSliced<T>(make: (() => Generator<T>) | null): T | null {
  const { calmFrames } = useApp();
  const [result, setResult] = useState<{ readonly make: unknown; readonly value: T | null }>({
    make: null,
    value: null,
  });
  useEffect(() => {
    if (!make) return undefined;
    const work = make();
    const slice = () => {
      const began = performance.now();
      let latest: IteratorResult<T, unknown>;
      let value: T | null = null;
      do {
        latest = work.next();
        if (!latest.done) value = latest.value;
      } while (!latest.done && performance.now() - began < SLICE_MILLISECONDS);
      if (value !== null) setResult({ make, value });
      if (!latest.done) calmFrames.add(slice);
    };
    slice();
    return () => calmFrames.remove(slice);
  }, [make, calmFrames]);
  // What was made of something else is shown until the new work has brought something.
  return make ? result.value : null;
}
