import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import type { MeasuredDeviation } from '../../src/engine/scatterDraws.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';

/** The chart's numbers, for those who do not see it. */
export function LawTable({ points }: { points: readonly MeasuredDeviation[] }) {
  return (
    <table className="visually-hidden">
      <caption>{say.lawTable}</caption>
      <thead>
        <tr>
          <th scope="col">{say.sizeColumn}</th>
          <th scope="col">{say.measuredColumn}</th>
          <th scope="col">{say.exactColumn}</th>
          <th scope="col">{say.drawsColumn}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ size, measured, exact, draws }) => (
          <tr key={size}>
            <th scope="row">{formatCount(size)}</th>
            <td>{formatMeasure(measured)}</td>
            <td>{formatMeasure(exact)}</td>
            <td>{formatCount(draws)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
