import { parseTex } from '../equations/parseTex.ts';
import { speechMessages as say } from '../messages/speech.ts';
import type { NumbersTex, PrintedNumber, ReadLine } from './reading.ts';
import { namedTex, numberedTex, type NamedTex } from './speech/macros.ts';
import { spokenNode, type NameOf } from './speech/node.ts';
import { joined, spokenSigns } from './speech/symbol.ts';

/** One line of a step as a screen reader should say it: in symbols, then with the step's numbers. */
export function spokenLine({
  symbols,
  isComputed,
  relation,
  right,
  left,
  when,
  where,
  notes,
}: ReadLine): string {
  const name = spokenTex(symbols.left);
  const value = spokenNumbers(left);
  const condition =
    symbols.when === undefined ? null : say.condition(spokenTex(symbols.when), when && spokenNumbers(when));
  if (!isComputed && condition !== null) return sentence(say.stays(name, condition, value));
  const line = say.line(
    name,
    spokenTex(symbols.right),
    right && spokenNumbers(right),
    `, ${say.relations[relation]}`,
    value,
  );
  return [
    condition === null ? line : say.onlyIf(line, condition),
    ...(symbols.where.length === 0 ? [] : [say.where(symbols.where.map(spokenTex))]),
    ...(where.length === 0 ? [] : [say.whereNow(where.map(spokenNumbers))]),
    ...notes,
  ]
    .map(sentence)
    .join(' ');
}

/** TeX of the panel in words, an equation or one side of one. What could not be computed is read sign by sign. */
export function spokenTex(tex: string): string {
  const named = namedTex(tex);
  return spokenTemplate(named.template, symbolNames(named));
}

/** A number as it is said: “minus 1.36”, “5.2 times ten to the minus 5”. */
export function spokenNumber({ mantissa, exponent }: PrintedNumber): string {
  const words = mantissa
    .replace(/^[−-]/, `${say.minus} `)
    .replace('∞', say.infinity)
    .replace('NaN', say.notANumber);
  if (exponent === null) return words;
  const power = exponent < 0 ? `${say.minus} ${-exponent}` : `${exponent}`;
  return `${words} ${say.times} ${say.tenTo(power)}`;
}

function spokenNumbers({ tex, slots }: NumbersTex): string {
  const template = numberedTex(tex, slots);
  const nameOf: NameOf = (name) => {
    const [, index] = /^slot(\d+)$/.exec(name) ?? [];
    return index === undefined ? spokenSigns(name) : spokenNumber(slots[Number(index)]);
  };
  return spokenTemplate(template, nameOf);
}

/** A formula, or two with a sign between them; what is neither is read sign by sign. */
function spokenTemplate(template: string, nameOf: NameOf): string {
  const parsed = parsedOrNull(template, nameOf) ?? spokenRelation(template, nameOf);
  return trimmed(parsed ?? spokenSigns(template, nameOf));
}

/** Null for what is no formula of the engine, as a lecture's own notation may be. */
function parsedOrNull(template: string, nameOf: NameOf): string | null {
  try {
    return trimmed(joined([spokenNode(parseTex(template), nameOf)]));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Two formulas and the sign between them; null where they are none. */
function spokenRelation(template: string, nameOf: NameOf): string | null {
  const [, first, sign, second] = /^(.*?)(=|>|\\leftarrow)(.*)$/s.exec(template) ?? [];
  if (sign === undefined) return null;
  const left = parsedOrNull(first, nameOf);
  const right = parsedOrNull(second, nameOf);
  return left === null || right === null ? null : `${left} ${say.relations[sign]} ${right}`;
}

function symbolNames({ symbols }: NamedTex): NameOf {
  return (name) => spokenSigns(symbols.get(name) ?? name);
}

/** Without what only separates from what would follow. */
function trimmed(words: string): string {
  const close = say.closeQuantity;
  let text = words.trim();
  for (;;) {
    if (/[,;]$/.test(text)) text = text.slice(0, -1).trim();
    else if (text.endsWith(close)) text = text.slice(0, -close.length);
    else return text;
  }
}

/** Commas and semicolons as they belong in a sentence. */
function sentence(words: string): string {
  const text = joined([words]).replaceAll(/[,;]+(?=[.;:])/g, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
