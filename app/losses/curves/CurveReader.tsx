import { LOSSES } from '../../../src/losses/registry.ts';
import { lossCurvesMessages as say } from '../../../src/messages/lossCurves.ts';
import type { ReadingView } from '../../../src/scene/scene.ts';
import { Segments } from '../../controls/Segments.tsx';
import { formatSetting } from '../../ui/formatNumber.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import { Credit } from '../parts/Credit.tsx';
import {
  LossFormSwitch,
  LossNotes,
  PrintedLoss,
  shownForm,
  type LossFormChoice,
} from '../parts/PrintedLoss.tsx';
import { CurveFormulas } from './CurveFormulas.tsx';
import { kinkAt } from './kinkAt.ts';
import { kinkSentence } from './KinkFan.tsx';
import type { DrawnCurve } from './useCurves.ts';

export interface CurveReaderProps {
  readonly drawn: DrawnCurve;
  readonly prediction: number;
  readonly mode: ReadingView['numbers'];
  readonly onMode: (mode: string) => void;
  readonly form: LossFormChoice;
  readonly onForm: (form: string) => void;
  readonly onMove: (prediction: number) => void;
}

const MODES = ['both', 'symbols', 'numbers'] as const;

/** One loss, read: what it is for, its formulas with the numbers of the prediction, its corner, and where it is taught. */
export function CurveReader({ drawn, prediction, mode, onMode, form, onForm, onMove }: CurveReaderProps) {
  const { curve, slot } = drawn;
  const shown = shownForm(curve.id, form);
  const { idea, cite } = LOSSES[curve.id];
  return (
    <section className="curves-reader" aria-labelledby="curves-read">
      <h2 id="curves-read">
        <Swatch slot={slot} /> {curve.name}
      </h2>
      <p className="curves-idea">{idea}</p>
      <LossFormSwitch id={curve.id} chosen={form} onChoose={onForm} />
      {shown === 'own' ? (
        <>
          <Segments
            symbol=""
            label={say.numbers}
            segments={MODES.map((key) => ({ key, text: say.modes[key] }))}
            chosen={mode}
            onChoose={onMode}
          />
          <CurveFormulas
            key={`${curve.axis} ${curve.id}`}
            curve={curve}
            prediction={prediction}
            mode={mode}
          />
        </>
      ) : (
        <PrintedLoss id={curve.id} name={curve.name} lecture={shown} />
      )}
      <Remarks curve={curve} prediction={prediction} onMove={onMove} />
      <LossNotes id={curve.id} form={shown} />
      <Credit cite={cite} />
    </section>
  );
}

/** What is to be said where the formulas alone do not tell: a corner, a jump, an infinite price, a term of no weight. */
function Remarks({
  curve,
  prediction,
  onMove,
}: { curve: DrawnCurve['curve'] } & Pick<CurveReaderProps, 'prediction' | 'onMove'>) {
  const kink = kinkAt(curve, prediction);
  const isInfinite = curve.valueAt(prediction) === Number.POSITIVE_INFINITY;
  return (
    <>
      {kink && <p className="curves-remark">{kinkSentence(kink, curve.slopeAt(kink.at))}</p>}
      {curve.jump !== null && <p className="curves-remark">{say.jump(formatSetting(curve.jump))}</p>}
      {isInfinite && <p className="curves-remark">{say.infinite}</p>}
      {curve.id === 'binary-cross-entropy' && <p className="curves-remark">{say.zeroTerm}</p>}
      {curve.kinks.map(({ at }) => (
        // It stays once it is pressed, so that the focus stays with it.
        <button
          key={at}
          type="button"
          className="curves-corner"
          aria-disabled={kink?.at === at || undefined}
          onClick={() => onMove(at)}
        >
          {say.corner(formatSetting(at))}
        </button>
      ))}
    </>
  );
}
