import { useState } from 'react';
import { AXES, type AxisId } from '../../../src/losses/curves/axes.ts';
import type { CurveId } from '../../../src/losses/curves/formulas.ts';
import { lossCurvesMessages as say } from '../../../src/messages/lossCurves.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segments } from '../../controls/Segments.tsx';
import { SpecSlider } from '../../controls/SpecSlider.tsx';
import { slotOf } from '../../plane/slots.ts';
import { formatCoordinate, formatMeasure } from '../../ui/formatNumber.ts';
import { Spoken } from '../parts/Spoken.tsx';
import { useLossValues } from '../useLossValues.ts';
import '../../styles/losses-curves.css';
import { CurveFigure } from './CurveFigure.tsx';
import { CurveReader } from './CurveReader.tsx';
import { CurveTable, slopeText } from './CurveTable.tsx';
import { useCurves } from './useCurves.ts';

const AXIS_IDS = Object.keys(AXES) as AxisId[];
const CLASSES = ['positive', 'negative'] as const;

/** Losses of one number on one figure with their slopes below, and beside them the numbers of one prediction. */
export function CurvesPage() {
  const { specs, values, set, begin, end } = useLossValues('curves');
  const [pointed, setPointed] = useState<CurveId | null>(null);
  const curves = useCurves(values);
  const { axis, all, shown, focus, prediction } = curves;
  const lit = shown.some(({ curve }) => curve.id === pointed) ? pointed : null;
  const { name, idea } = say.axes[axis];
  const [low, high] = AXES[axis].domain;
  const move = (to: number) => set(axis, to);
  const focusOn = (id: CurveId) => set('focus', id);
  const turns = (parameter: 'gamma' | 'precision') =>
    all.find(({ curve, isShown }) => isShown && parameter in curve.parameters);
  return (
    <div className="loss-page curves-page">
      <div className="loss-columns">
        <div className="curves-main">
          <div className="curves-choices">
            <Segments
              symbol=""
              label={say.over}
              segments={AXIS_IDS.map((key) => ({ key, text: say.axes[key].name }))}
              chosen={axis}
              onChoose={(key) => set('axis', key)}
            />
            {AXES[axis].hasTarget && (
              <Segments
                symbol=""
                label={say.trueClass}
                segments={CLASSES.map((key) => ({ key, text: say[key], spoken: say.targetNames[key] }))}
                chosen={values.target}
                onChoose={(key) => set('target', key)}
              />
            )}
          </div>
          <CurveFigure
            curves={curves}
            isPositive={values.target === 'positive'}
            lit={lit}
            onLit={setPointed}
            onFocus={focusOn}
            onMove={move}
            onBegin={begin}
            onEnd={end}
          />
        </div>
        <div className="loss-side">
          <div className="curves-at">
            <h2>
              {say.at} {name.toLowerCase()} <i>{AXES[axis].symbol}</i> =
            </h2>
            <NumberField
              label={name}
              value={prediction}
              min={low}
              max={high}
              onChange={move}
              onBegin={begin}
              onEnd={end}
            />
          </div>
          <p className="curves-idea">{idea}</p>
          <CurveTable
            curves={curves}
            lit={lit}
            onLit={setPointed}
            onFocus={focusOn}
            onShow={(id, isShown) => set(id, isShown)}
          />
          {(['gamma', 'precision'] as const).map((parameter) => {
            const drawn = turns(parameter);
            return (
              drawn && (
                <SpecSlider
                  key={parameter}
                  spec={specs[parameter]}
                  value={values[parameter]}
                  color={slotOf(drawn.slot).color}
                  onChange={(value) => set(parameter, value)}
                  onBegin={begin}
                  onEnd={end}
                />
              )
            );
          })}
          {focus ? (
            <CurveReader
              drawn={focus}
              prediction={prediction}
              mode={values.numbers}
              onMode={(mode) => set('numbers', mode)}
              form={values.form}
              onForm={(form) => set('form', form)}
              onMove={move}
            />
          ) : (
            <p className="curves-remark">{say.noneShown}</p>
          )}
        </div>
      </div>
      <Spoken
        text={say.summary(
          name,
          formatCoordinate(prediction),
          shown.map(({ curve }) =>
            say.summaryOf(
              curve.name,
              formatMeasure(curve.valueAt(prediction)),
              slopeText(curve.slopeAt(prediction)),
            ),
          ),
        )}
      />
    </div>
  );
}
