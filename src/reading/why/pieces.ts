import { spokenTex } from '../speech.ts';

/** A sentence in pieces: words, and TeX of what is named. */
export function piecesOf(sentence: string): readonly { readonly text: string; readonly isTex: boolean }[] {
  return sentence
    .split('$')
    .map((text, i) => ({ text, isTex: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The same for a screen reader: “dividing by the square root of v hat turns the step 17° more”. */
export function spokenWhy(sentence: string): string {
  return piecesOf(sentence)
    .map(({ text, isTex }) => (isTex ? spokenTex(text) : text))
    .join('');
}
