import type { KeyboardEvent } from 'react';
import { tableMessages as say } from '../../src/messages/dataTable.ts';
import { Row } from './Row.tsx';
import type { TableRows } from './tableRows.ts';
import { useRowScroll } from './useRowScroll.ts';

/** How many rows a key goes on. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export interface RowWindowProps {
  readonly rows: TableRows;
  /** Of the parameters. */
  readonly names: readonly string[];
  /** The playhead’s; its row is marked and brought into view. */
  readonly step: number;
  readonly onChoose: (step: number) => void;
  /** Id of the element that names the table. */
  readonly captionId: string;
}

/** A table of up to some ten thousand rows, of which those near the scrolled place are in the page. */
export function RowWindow({ rows, names, step, onChoose, captionId }: RowWindowProps) {
  const current = rows.indexOf(step);
  const { scroller, body, from, to, height, onScroll, focusRow } = useRowScroll(rows.count, current);

  // The row of the playhead is where Tab leads, or while it is far away one of those near.
  const tabStop = current >= from && current < to ? current : Math.floor((from + to) / 2);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const by = KEYS[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focusRow(Math.max(0, Math.min(rows.count - 1, index + by)));
  };

  return (
    <div ref={scroller} className="rows" role="region" aria-label={say.rowsLabel} onScroll={onScroll}>
      <table aria-labelledby={captionId} aria-rowcount={rows.count + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{say.step}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                <i>{name}</i>
              </th>
            ))}
            <th scope="col">{say.loss}</th>
            <th scope="col" aria-label={say.gradientNormSpoken}>
              {say.gradientNorm}
            </th>
            <th scope="col" title={say.evaluationsHelp}>
              {say.evaluations}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          <tr aria-hidden="true" style={{ height: from * height }} />
          {Array.from({ length: to - from }, (_, i) => (
            <Row
              key={from + i}
              index={from + i}
              row={rows.row(from + i)}
              isCurrent={from + i === current}
              isTabStop={from + i === tabStop}
              onChoose={onChoose}
              onKeyDown={onKeyDown}
            />
          ))}
          <tr aria-hidden="true" style={{ height: (rows.count - to) * height }} />
        </tbody>
      </table>
    </div>
  );
}
