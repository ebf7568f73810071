import { nextToken, takeToken, type Reader } from '../../equations/texReader.ts';
import { speechMessages as say, SPOKEN_MARKS, SPOKEN_SIGNS, symbolMessages } from '../../messages/speech.ts';

const FRACTION = /^\\[dt]?frac$/;
const WORDS = /^\\(text|mathrm|operatorname|mathbf|mathit|mathcal|textbf|textit)$/;

/**
 * TeX in words, sign by sign and without knowing what it means: for symbols such as `\hat v_{t-1}`, and for what is no
 * formula that could be computed.
 * @param nameOf what an `@name` is called
 */
export function spokenSigns(tex: string, nameOf: (name: string) => string = (name) => name): string {
  return joined(sequence({ template: tex, index: 0 }, '', nameOf));
}

function sequence(reader: Reader, close: string, nameOf: (name: string) => string): string[] {
  const words: string[] = [];
  for (let { text } = takeToken(reader); text !== '' && text !== close; { text } = takeToken(reader))
    words.push(...spoken(reader, text, nameOf));
  return words;
}

function spoken(reader: Reader, token: string, nameOf: (name: string) => string): string[] {
  const argument = () => {
    const { text } = takeToken(reader);
    if (text === '{') return joined(sequence(reader, '}', nameOf));
    return joined(spoken(reader, text, nameOf));
  };
  if (token === '{') return sequence(reader, '}', nameOf);
  if (token.startsWith('@')) return [nameOf(token.slice(1))];
  if (token === 'f' && nextToken(reader).text === '(') return [symbolMessages.valueAt];
  if (Object.hasOwn(SPOKEN_MARKS, token)) return [argument(), SPOKEN_MARKS[token]];
  if (Object.hasOwn(SPOKEN_SIGNS, token)) return [SPOKEN_SIGNS[token]];
  if (FRACTION.test(token)) return [argument(), say.over, argument()];
  if (WORDS.test(token)) return [verbatim(reader)];
  if (token === String.raw`\begin` || token === String.raw`\end`) {
    verbatim(reader);
    return [','];
  }
  if (token === String.raw`\sqrt`) return [say.root(argument())];
  if (token === String.raw`\sum`) return [sumSign(reader, argument)];
  if (token === '_') return [subscript(argument())];
  if (token === '^') return [superscript(argument())];
  if (/^[A-Z]$/.test(token)) return [symbolMessages.capital(token)];
  // A Greek letter's command is its name; of any other one, too, the name says most.
  return [token.replace('\\', '')];
}

function sumSign(reader: Reader, argument: () => string): string {
  if (nextToken(reader).text !== '_') return symbolMessages.sumOver('');
  takeToken(reader);
  return symbolMessages.sumOver(argument());
}

function subscript(words: string): string {
  if (words === `t ${SPOKEN_SIGNS['+']} 1`) return symbolMessages.ofNextStep;
  if (words === `t ${SPOKEN_SIGNS['-']} 1`) return symbolMessages.ofStepBefore;
  return /^[\d ,]+$/.test(words) ? words : symbolMessages.subscript(words);
}

function superscript(words: string): string {
  if (words === '2') return say.squared('').trim();
  if (words === SPOKEN_SIGNS['*'] || words === SPOKEN_SIGNS["'"]) return words;
  if (words === 'top' || words === symbolMessages.capital('T')) return symbolMessages.transposed;
  return say.power('', words).trim();
}

/** The group that follows, letter by letter: spaces count in it. */
function verbatim(reader: Reader): string {
  takeToken(reader);
  const end = reader.template.indexOf('}', reader.index);
  const text = reader.template.slice(reader.index, end);
  reader.index = end + 1;
  return text;
}

/** Words with single spaces, and single commas that stand behind a word. */
export function joined(words: readonly string[]): string {
  return words
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(\s*,)+/g, ',')
    .replaceAll(/[,;]+(?=[,;])/g, '')
    .replace(/^[\s,]+/, '')
    .trim();
}
