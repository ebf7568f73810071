import { spokenTextMessages as say } from '../../../src/messages/spokenText.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const POWER = new RegExp(`(×?)10(⁻?)([${RAISED}]+)`, 'g');

/** A sentence as it is to be heard: powers of ten and mathematical signs in words, which a voice leaves out or spells. */
export function asSpoken(text: string): string {
  const powers = text.replaceAll(POWER, (_, factor: string, sign: string, digits: string) => {
    const power = Array.from(digits, (digit) => RAISED.indexOf(digit)).join('');
    const words = say.tenTo(sign === '' ? power : `${say.minus} ${power}`);
    return factor === '' ? words : ` ${say.times} ${words}`;
  });
  const signs = Object.entries(say.signs).reduce(
    (spoken, [sign, words]) => spoken.replaceAll(sign, ` ${words} `),
    powers,
  );
  return signs
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ (?=[.,;:)])/g, '')
    .trim();
}
