import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows in the page at a time, and by how many this window moves. */
const SHOWN = 120;
const SHIFT = 20;

export interface RowScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLTableSectionElement | null>;
  /** The rows to be in the page: from the first up to, not with, the last. */
  readonly from: number;
  readonly to: number;
  /** Of a row, in pixels; 0 before one was seen. */
  readonly height: number;
  readonly onScroll: () => void;
  /** Brings a row into view and, once it is in the page, the focus into it. */
  readonly focusRow: (index: number) => void;
}

/**
 * Keeps those rows of a long table in the page that are near the scrolled place. All rows have the height of the first.
 * @param current index of the row that has the focus at first, and is brought into view whenever it becomes another
 */
export function useRowScroll(count: number, current: number): RowScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef<number | null>(current);
  const [first, setFirst] = useState(0);
  const [height, setHeight] = useState(0);
  const from = Math.max(0, Math.min(first, count - SHOWN));

  const rowOf = (index: number) => body.current?.querySelector<HTMLElement>(`[data-row="${index}"]`);
  const reveal = (index: number) => {
    const [box, rows] = [scroller.current, body.current];
    if (!box || !rows || height === 0 || index < 0) return;
    const head = rows.previousElementSibling?.getBoundingClientRect().height ?? 0;
    const top = rows.offsetTop + index * height;
    const isVisible = top >= box.scrollTop + head && top + height <= box.scrollTop + box.clientHeight;
    if (!isVisible) box.scrollTop = top - (box.clientHeight - height) / 2;
  };
  const focusWanted = () => {
    const row = wanted.current === null || height === 0 ? null : rowOf(wanted.current);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };

  useEffect(() => {
    const measured = new ResizeObserver(() => {
      const row = body.current?.querySelector('[data-row]')?.closest('tr');
      setHeight(row?.getBoundingClientRect().height ?? 0);
    });
    if (scroller.current) measured.observe(scroller.current);
    return () => measured.disconnect();
  }, []);
  const revealLatest = useRef(reveal);
  useLayoutEffect(() => {
    revealLatest.current = reveal;
  });
  useLayoutEffect(() => revealLatest.current(current), [current, count, height]);
  useEffect(focusWanted);

  return {
    scroller,
    body,
    from,
    to: Math.min(count, from + SHOWN),
    height,
    onScroll() {
      const [box, rows] = [scroller.current, body.current];
      if (!box || !rows || height === 0) return;
      const middle = (box.scrollTop + box.clientHeight / 2 - rows.offsetTop) / height;
      setFirst(Math.max(0, Math.floor((middle - SHOWN / 2) / SHIFT) * SHIFT));
    },
    focusRow(index) {
      wanted.current = index;
      reveal(index);
      focusWanted();
    },
  };
}
