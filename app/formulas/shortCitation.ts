import type { Citation } from '../../src/specs/citation.ts';

/** The place in a lecture where a rule is printed, in a few words. */
export interface ShortCitation {
  readonly source: string;
  readonly place: string;
}

/**
 * Of many places the one that is said quickest: a numbered algorithm of a lecture, else a lecture's shortest place,
 * without its remarks; null where no lecture has it.
 */
export function shortCitation(citations: readonly Citation[]): ShortCitation | null {
  const places: readonly ShortCitation[] = citations.flatMap((citation) =>
    'lecture' in citation ? [{ source: citation.lecture, place: citation.at.split(/ \(|[,;:] /)[0] }] : [],
  );
  const numbered = places.find(({ place }) => /^Algorithms? \d/.test(place));
  const shortest = (a: ShortCitation, b: ShortCitation) => (b.place.length < a.place.length ? b : a);
  return numbered ?? (places.length > 0 ? places.reduce(shortest) : null);
}
