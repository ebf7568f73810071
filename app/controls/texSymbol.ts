/** A piece of a symbol: what is written, whether upright, and what hangs below it. */
export interface SymbolPart {
  readonly text: string;
  readonly upright: boolean;
  readonly below: readonly SymbolPart[];
}

const LETTERS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ϵ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'ϕ',
  psi: 'ψ',
  ell: 'ℓ',
  Delta: 'Δ',
  times: '×',
};
const WORDS: readonly string[] = ['min', 'max'];
const ACCENTS: Readonly<Record<string, string>> = { hat: '\u0302', tilde: '\u0303' };

/** A command, a group's brace, a subscript's or superscript's sign, or one character; spaces mean nothing in TeX's mathematics. */
const TOKEN = /\\[A-Za-z]+|\\.|[{}_^]|[^\s\\{}_^]/gu;

/**
 * The symbol of a spec, from TeX, to be set without a typesetter: Greek letters, accents, one level of subscripts, and a
 * star above, which a text's own asterisk is.
 * Throws a RangeError for TeX that it does not know: that is a programmer's error.
 */
export function texSymbol(tex: string): readonly SymbolPart[] {
  const tokens = tex.match(TOKEN) ?? [];
  let i = 0;
  const group = (upright: boolean): SymbolPart[] => {
    if (tokens[i] !== '{') return one(upright);
    i += 1;
    const parts: SymbolPart[] = [];
    while (i < tokens.length && tokens[i] !== '}') add(parts, upright);
    i += 1;
    return parts;
  };
  const one = (upright: boolean): SymbolPart[] => {
    const token = tokens[i];
    i += 1;
    if (token === undefined) throw new RangeError(`${tex} ends early`);
    if (!token.startsWith('\\')) return [part(token, upright || !/\p{L}/u.test(token))];
    const name = token.slice(1);
    if (name === 'mathrm') return group(true);
    if (WORDS.includes(name)) return [part(name, true)];
    const accent = ACCENTS[name];
    if (accent !== undefined) {
      const [base, ...rest] = group(upright);
      return [{ ...base, text: base.text + accent }, ...rest];
    }
    const letter = LETTERS[name];
    if (letter === undefined) throw new RangeError(`${token} in ${tex} is not known`);
    // TeX sets Greek capitals upright.
    return [part(letter, upright || name === 'Delta' || name === 'times')];
  };
  const add = (parts: SymbolPart[], upright: boolean) => {
    if (tokens[i] === '_') {
      i += 1;
      const last = parts.pop() ?? part('', upright);
      parts.push({ ...last, below: group(upright) });
    } else if (tokens[i] === '^') {
      if (tokens[i + 1] !== '*') throw new RangeError(`Only a star is set above: ${tex}`);
      i += 2;
      parts.push(part('*', true));
    } else parts.push(...(tokens[i] === '{' ? group(upright) : one(upright)));
  };
  const parts: SymbolPart[] = [];
  while (i < tokens.length) add(parts, false);
  return parts;
}

/** The symbol as a line of text, without its shape. */
export function symbolText(tex: string): string {
  const textOf = (parts: readonly SymbolPart[]): string =>
    parts.map(({ text, below }) => text + textOf(below)).join('');
  return textOf(texSymbol(tex));
}

function part(text: string, upright: boolean): SymbolPart {
  return { text, upright, below: [] };
}
