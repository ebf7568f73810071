import type { CurveId } from '../../../src/losses/curves/formulas.ts';
import { lossCurvesMessages as say } from '../../../src/messages/lossCurves.ts';
import { formatMeasure } from '../../ui/formatNumber.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import type { Curves } from './useCurves.ts';

export interface CurveTableProps {
  readonly curves: Curves;
  readonly lit: CurveId | null;
  readonly onLit: (id: CurveId | null) => void;
  readonly onFocus: (id: CurveId) => void;
  readonly onShow: (id: CurveId, isShown: boolean) => void;
}

/** The losses of the axis: whether each is shown, how it is drawn, and its value and slope at the prediction. */
export function CurveTable({ curves, lit, onLit, onFocus, onShow }: CurveTableProps) {
  const { all, focus, prediction } = curves;
  return (
    <table className="curves-table" aria-label={say.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{say.shownColumn}</span>
          </th>
          <th scope="col">
            <span className="visually-hidden">{say.lossColumn}</span>
          </th>
          <th scope="col">{say.valueColumn}</th>
          <th scope="col">{say.slopeColumn}</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ curve, slot, isShown }) => {
          const { id, name } = curve;
          const isFocused = focus?.curve.id === id;
          return (
            <tr
              key={id}
              className={lit === id ? 'lit' : undefined}
              aria-current={isFocused ? 'true' : undefined}
              onPointerEnter={() => onLit(isShown ? id : null)}
              onPointerLeave={() => onLit(null)}
            >
              <td>
                <label className="curves-check">
                  <input
                    type="checkbox"
                    checked={isShown}
                    aria-label={say.show(name)}
                    onChange={({ target }) => onShow(id, target.checked)}
                  />
                </label>
              </td>
              <th scope="row">
                <button
                  type="button"
                  aria-label={say.read(name)}
                  aria-pressed={isFocused}
                  onClick={() => {
                    if (!isShown) onShow(id, true);
                    onFocus(id);
                  }}
                >
                  <Swatch slot={slot} />
                  <span className="curves-name">{name}</span>
                </button>
              </th>
              <td>{formatMeasure(curve.valueAt(prediction))}</td>
              <td>{slopeText(curve.slopeAt(prediction))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A slope in digits; where there is none, that. */
export function slopeText(slope: number): string {
  return Number.isNaN(slope) ? say.noSlope : formatMeasure(slope);
}
