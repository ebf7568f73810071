import type { ReadingView } from '../../src/scene/scene.ts';
import {
  createFormulaView,
  greaterChange,
  type Change,
  type FormulaView,
  type Typeset,
} from './formulaView.ts';
import { linePieces, type LinePiece, type ShownLine } from './linePieces.ts';

/** A formula is never set smaller than this part of its size; what is still too wide can be scrolled. */
const LEAST = 0.69;

/** One line of a step on the page. */
export interface LineView {
  readonly element: HTMLElement;
  show(line: ShownLine, mode: ReadingView['numbers']): Change;
  /** Closes the gaps that wider numbers have left; returns whether there were any. */
  settle(): boolean;
}

/**
 * @param element scrolls sideways where its formula is too wide; it holds a place for the formula and one for remarks
 */
export function createLineView(
  element: HTMLElement,
  typeset: Typeset,
  dress: (element: HTMLElement) => void,
): LineView {
  const formula = element.querySelector('.step-formula');
  const remarks = element.querySelector('.step-remarks');
  const inSymbols = createGroup();
  const inNumbers = createGroup();
  formula?.replaceChildren(inSymbols.element, inNumbers.element);

  function createGroup() {
    const group = document.createElement('span');
    group.className = 'step-group';
    const places: { readonly place: HTMLElement; readonly view: FormulaView }[] = [];
    const placeAt = (i: number) => {
      if (places[i]) return places[i];
      const place = document.createElement('span');
      place.className = 'step-piece';
      group.append(place);
      places[i] = { place, view: createFormulaView(place, typeset, dress) };
      return places[i];
    };
    const setHidden = (place: HTMLElement, isHidden: boolean): Change => {
      const change = place.hidden === isHidden ? 'none' : 'wider';
      place.hidden = isHidden;
      return change;
    };
    const show = (pieces: readonly LinePiece[]): Change => {
      let change = setHidden(group, pieces.length === 0);
      for (const [i, { tex, slots, relation, isQuiet = false }] of pieces.entries()) {
        const { place, view } = placeAt(i);
        place.classList.toggle('quiet-piece', isQuiet);
        change = greaterChange(change, setHidden(place, false));
        change = greaterChange(change, view.show(tex, slots, relation));
      }
      for (const { place } of places.slice(pieces.length))
        change = greaterChange(change, setHidden(place, true));
      return change;
    };
    const settle = () => places.filter(({ view }) => view.settle()).length > 0;
    return { element: group, show, settle };
  }

  return {
    element,
    show(line, mode) {
      const pieces = linePieces(line, mode);
      const symbols = inSymbols.show(pieces.filter(({ isSymbolic = false }) => isSymbolic));
      const numbers = inNumbers.show(pieces.filter(({ isSymbolic = false }) => !isSymbolic));
      const notes = 'notes' in line ? line.notes.join(' ') : '';
      if (remarks && remarks.textContent !== notes) remarks.textContent = notes;
      return greaterChange(symbols, numbers);
    },
    settle: () => inNumbers.settle(),
  };
}

/** Sets lines so small that each fits its place; all are measured before any is changed. */
export function fitLines(lines: readonly LineView[]): void {
  for (const { element } of lines) element.style.removeProperty('--fit');
  const parts = lines.map(({ element }) => element.clientWidth / element.scrollWidth);
  for (const [i, { element }] of lines.entries())
    if (parts[i] < 1) element.style.setProperty('--fit', String(Math.max(LEAST, parts[i] - 0.005)));
  const tooWide = lines.map(({ element }) => element.scrollWidth > element.clientWidth + 1);
  for (const [i, { element }] of lines.entries())
    if (tooWide[i]) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
}
