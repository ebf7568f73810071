import { linkMessages as say } from '../messages/scene.ts';

/** A link ends with this field, so that one which was cut off is noticed; what sticks to it came from a sentence. */
export const END = 'end';
const ENDS = /^end\W*$/;

/** Longest piece of a broken link that a notice repeats. */
export const SHOWN = 40;

/** How often a link may have been encoded on its way. */
const MAX_ROUNDS = 5;

/** Undoes percent-encoding and HTML escapes once; a `%` that is broken stays as it is. */
function decodedOnce(text: string): string {
  const decode = (escapes: string) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return null;
    }
  };
  return text
    .replaceAll(/&(amp|#38|#x26);/gi, '&')
    .replaceAll(
      /(%[0-9a-f]{2})+/gi,
      (escapes) => decode(escapes) ?? escapes.replaceAll(/%../g, (escape) => decode(escape) ?? escape),
    );
}

/** What a fragment may be: itself, decoded once, twice, … until nothing changes. Without the `#`, and spaces around. */
export function* readingsOf(fragment: string): Generator<string, void, void> {
  let current = fragment;
  for (let round = 0; round <= MAX_ROUNDS; round++) {
    yield current.trim().replace(/^#/, '');
    const next = decodedOnce(current);
    if (next === current) return;
    current = next;
  }
}

/**
 * The fields `key=value` of a link's text. If it was cut off, the last word may have lost letters and still look
 * like a word: it goes, with a notice. Spaces and line breaks belong to no link: a mail has put them there.
 */
export function fieldsOf(
  text: string,
  notices: string[],
): readonly (readonly [key: string, value: string])[] {
  const link = text.replaceAll(/\s+/g, '');
  let whole = link;
  if (!ENDS.test(link.split('&').at(-1) as string) && /[=&]|^v$/.test(link)) {
    const kept = Math.max(...Array.from('&;,*!', (separator) => link.lastIndexOf(separator)));
    whole = link.slice(0, Math.max(kept, 0));
    notices.push(say.cutOff(link.slice(kept + 1).slice(0, SHOWN)));
  }
  return whole
    .split('&')
    .filter((field) => field !== '' && !ENDS.test(field))
    .map((field) => {
      const equals = field.indexOf('=');
      return equals < 0 ? [field, ''] : [field.slice(0, equals), field.slice(equals + 1)];
    });
}
