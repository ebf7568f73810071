import { readingMessages as say } from '../../src/messages/reading.ts';
import { ruleMessages } from '../../src/messages/rules.ts';
import type { NumbersTex, PrintedNumber, ReadLine } from '../../src/reading/reading.ts';
import type { ReadingView } from '../../src/scene/scene.ts';

/** A line of a rule without a step: at the start there is none. */
export type SymbolicLine = Pick<ReadLine, 'owner' | 'name' | 'symbols'>;

/** A line to be shown, whoever's it is. */
export type ShownLine = SymbolicLine | ReadLine | Omit<SymbolicLine, 'owner'> | Omit<ReadLine, 'owner'>;

/** A part of a line that is kept together where there is room. */
export interface LinePiece {
  readonly tex: string;
  readonly slots: readonly PrintedNumber[];
  /** What is written for `\relation`. */
  readonly relation?: string;
  /** Whether it says something beside the step's numbers. */
  readonly isQuiet?: boolean;
  /** Whether it belongs to the line in symbols: the numbers stay together, below it where both do not fit. */
  readonly isSymbolic?: boolean;
}

const ARROW = String.raw`\leftarrow`;
const symbolic = (tex: string): LinePiece => ({ tex, slots: [], isSymbolic: true });
const words = (text: string): LinePiece => ({
  tex: String.raw`\quad \text{${text}}`,
  slots: [],
  isQuiet: true,
});

/** What is shown of a line, in pieces that may stand below one another. */
export function linePieces(line: ShownLine, mode: ReadingView['numbers']): LinePiece[] {
  if (mode === 'symbols' || !('left' in line)) return symbolicPieces(line);
  const { symbols, isComputed, when, where, relation, right, left } = line;
  const value = (before: string, sign: string): LinePiece => ({
    tex: String.raw`${before} \relation ${left.tex}`,
    slots: left.slots,
    relation: sign,
  });
  const conditions = [...(when ? [aside(when)] : []), ...where.map(aside)];
  const inSymbols = mode === 'both' ? symbolicPieces(line) : [];
  if (!isComputed)
    return [
      ...inSymbols.map((piece) => ({ ...piece, isQuiet: true })),
      value(symbols.left, '='),
      ...conditions,
      words(say.unchanged),
    ];
  if (mode === 'both') {
    const numbers = right ? [{ tex: `{}= ${right.tex}`, slots: right.slots }] : [];
    return [...inSymbols, ...numbers, value('{}', relation), ...conditions];
  }
  const numbers = right ?? { tex: symbols.right, slots: [] };
  return [
    { tex: `${symbols.left} = ${numbers.tex}`, slots: numbers.slots },
    value('{}', relation),
    ...conditions,
  ];
}

/** What belongs to a line's numbers and is none of its sides. */
function aside({ tex, slots }: NumbersTex): LinePiece {
  return { tex: String.raw`\quad ${tex}`, slots, isQuiet: true };
}

function symbolicPieces({ symbols: { left, sign = ARROW, right, when, where } }: ShownLine): LinePiece[] {
  const condition = when === undefined ? '' : String.raw` \quad \text{${ruleMessages.ruleWhen}}\ ${when}`;
  return [
    symbolic(`${left} ${sign} ${right}${condition}`),
    ...where.map((tex) => symbolic(String.raw`\quad ${tex}`)),
  ];
}
