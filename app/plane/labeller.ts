import type { placeIsolineLabels } from './isolineLabels.ts';

type Place = typeof placeIsolineLabels;

/**
 * Hands out what places labels on isolines: its code comes after the first paths. Until it is there only the last who asked
 * waits; where it does not come, isolines have no labels, and the next who asks has it fetched again.
 */
export function createLabeller(
  load: () => Promise<{ readonly placeIsolineLabels: Place }>,
): (use: (place: Place) => void) => void {
  let place: Place | null = null;
  let isComing = false;
  let waiting: (place: Place) => void;
  return (use) => {
    waiting = use;
    if (place) use(place);
    if (place || isComing) return;
    isComing = true;
    void load().then(
      (loaded) => {
        place = loaded.placeIsolineLabels;
        waiting(place);
      },
      () => (isComing = false),
    );
  };
}
