import type { KeyboardEvent } from 'react';
import { formatCount } from '../ui/formatNumber.ts';
import { tableNumber } from './tableNumber.ts';
import type { TableRow } from './tableRows.ts';

export interface RowProps {
  readonly index: number;
  readonly row: TableRow;
  /** Whether the playhead is here. */
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly onChoose: (step: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, index: number) => void;
}

/** One step of the run; choosing it takes the playhead there. */
export function Row({ index, row, isCurrent, isTabStop, onChoose, onKeyDown }: RowProps) {
  const { step, point, loss, gradientNorm, evaluations } = row;
  return (
    <tr aria-rowindex={index + 2} aria-current={isCurrent ? 'step' : undefined}>
      <th scope="row">
        <button
          type="button"
          data-row={index}
          tabIndex={isTabStop ? 0 : -1}
          onClick={() => onChoose(step)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          {formatCount(step)}
        </button>
      </th>
      {[...point, loss, gradientNorm].map((value, i) => (
        // Columns have no other name than their place.
        <td key={i} title={String(value)}>
          {tableNumber(value)}
        </td>
      ))}
      <td>{formatCount(evaluations)}</td>
    </tr>
  );
}
