/** Distance from the opener, and least distance from the window's edges. */
const GAP = 4;
const MARGIN = 8;
/** Below this width a sheet lies at the lower edge, by its own style. */
const PHONE = 760;

/** Puts an open sheet below its opener, or above where there is more room; it is no higher than that room. */
export function placeSheet(sheet: HTMLElement, opener: HTMLElement, align: 'start' | 'end'): void {
  const { style } = sheet;
  const { innerWidth: width, innerHeight: height } = window;
  if (width <= PHONE) {
    style.left = style.top = style.bottom = style.maxHeight = '';
    return;
  }
  const from = opener.getBoundingClientRect();
  const below = height - from.bottom - GAP - MARGIN;
  const above = from.top - GAP - MARGIN;
  const isBelow = sheet.scrollHeight <= below || below >= above;
  style.maxHeight = `${Math.max(0, isBelow ? below : above)}px`;
  const wanted = align === 'start' ? from.left : from.right - sheet.offsetWidth;
  style.left = `${Math.max(MARGIN, Math.min(wanted, width - MARGIN - sheet.offsetWidth))}px`;
  style.top = isBelow ? `${from.bottom + GAP}px` : 'auto';
  style.bottom = isBelow ? 'auto' : `${height - from.top + GAP}px`;
}
