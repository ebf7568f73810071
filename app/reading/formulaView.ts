import type { PrintedNumber } from '../../src/reading/reading.ts';
import { exponentText, slotWidth, TIMES_TEN } from './slotText.ts';

/** What a formula is typeset by: KaTeX, which comes later than the page. */
export type Typeset = (tex: string, element: HTMLElement) => void;

/** What showing a formula did to its size: nothing, it may have grown a little, or it is another one. */
export type Change = 'none' | 'wider' | 'typeset';

/** The greater of two changes. */
export function greaterChange(a: Change, b: Change): Change {
  const order: readonly Change[] = ['none', 'wider', 'typeset'];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/** One piece of a line. While its TeX stays the same, showing other numbers writes text and typesets nothing. */
export interface FormulaView {
  /** @param relation written where the TeX has `\relation` */
  show(tex: string, slots: readonly PrintedNumber[], relation?: string): Change;
  /** Closes the gaps that wider numbers have left; returns whether there were any. */
  settle(): boolean;
}

/** A place may be wider than its number by so much, in em: a sign that comes and goes moves nothing. */
const SLACK = 0.9;
/** TeX that alternates from step to step, with a sign say, is typeset once each: so many are kept. */
const KEPT = 8;

interface Slot {
  /** As wide as the widest number so far. */
  readonly element: HTMLElement;
  /** Where the number is written. */
  readonly place: HTMLElement;
  width: number;
  /** How wide the number is that stands there. */
  needed: number;
  text: string;
}

interface Known {
  readonly element: HTMLElement;
  readonly slots: readonly (readonly Slot[])[];
  readonly relations: readonly HTMLElement[];
}

/**
 * @param place receives the formula
 * @param dress is given each formula before it is shown
 */
export function createFormulaView(
  place: HTMLElement,
  typeset: Typeset,
  dress: (element: HTMLElement) => void,
): FormulaView {
  const known = new Map<string, Known>();
  let shown: Known | null = null;

  function typesetOf(tex: string): Known {
    const before = known.get(tex);
    if (before) return before;
    const element = document.createElement('span');
    typeset(tex, element);
    const slots: Slot[][] = [];
    for (const found of element.querySelectorAll<HTMLElement>('[data-slot]'))
      (slots[Number(found.dataset.slot)] ??= []).push(slotIn(found));
    const relations = [...element.querySelectorAll<HTMLElement>('[data-relation]')].map(innermost);
    const made = { element, slots, relations };
    known.set(tex, made);
    for (const [old] of known) if (known.size > KEPT) known.delete(old);
    return made;
  }

  return {
    show(tex, numbers, relation) {
      const isKnown = known.has(tex);
      const next = typesetOf(tex);
      const isOther = next !== shown;
      if (isOther) {
        dress(next.element);
        place.replaceChildren(next.element);
      }
      shown = next;
      let isWider = false;
      for (const [i, number] of numbers.entries())
        for (const slot of next.slots[i] ?? []) isWider = writeSlot(slot, number) || isWider;
      if (relation !== undefined)
        for (const sign of next.relations) if (sign.textContent !== relation) sign.textContent = relation;
      if (!isKnown) return 'typeset';
      return isOther || isWider ? 'wider' : 'none';
    },
    settle() {
      const loose = (shown?.slots ?? []).flat().filter(({ width, needed }) => width - needed > SLACK);
      for (const slot of loose) fit(slot);
      return loose.length > 0;
    },
  };
}

function fit(slot: Slot): void {
  slot.width = slot.needed;
  slot.element.style.width = `${slot.width.toFixed(3)}em`;
}

/** The element that holds the text itself, whose font is the sign's own. */
function innermost(element: HTMLElement): HTMLElement {
  const child = element.lastElementChild;
  return child instanceof HTMLElement ? innermost(child) : element;
}

/** A hidden digit keeps height and baseline, so that a number laid over it can change without a layout around it. */
function slotIn(element: HTMLElement): Slot {
  const room = document.createElement('span');
  room.className = 'slot-room';
  room.textContent = '0';
  const place = document.createElement('span');
  place.className = 'slot-text';
  element.replaceChildren(room, place);
  const slot = { element, place, width: 0, needed: 0, text: '' };
  // Nothing may be written into it, as where a bracket is not needed.
  fit(slot);
  return slot;
}

/** Writes a number into its place, which grows where it must; returns whether it has grown. */
function writeSlot(slot: Slot, number: PrintedNumber): boolean {
  const { mantissa, exponent } = number;
  const text = exponent === null ? mantissa : `${mantissa}e${exponent}`;
  if (text === slot.text) return false;
  slot.text = text;
  if (exponent === null) slot.place.textContent = mantissa;
  else {
    const power = document.createElement('span');
    power.className = 'slot-exponent';
    power.textContent = exponentText(exponent);
    slot.place.replaceChildren(mantissa + TIMES_TEN, power);
  }
  slot.needed = slotWidth(number);
  if (slot.needed <= slot.width) return false;
  fit(slot);
  return true;
}
