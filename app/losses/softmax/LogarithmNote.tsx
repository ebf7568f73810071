import { lossErratum } from '../../../src/lectures/lossErrata.ts';
import { softmaxMessages as say } from '../../../src/messages/softmax.ts';
import { LOSS_TOPICS } from '../../../src/losses/topics/registry.ts';
import { LN_OF_BASE, type Logarithm } from '../../../src/losses/walk/logarithm.ts';
import { printedText } from '../../../src/losses/walk/printedText.ts';
import { surprise } from '../../../src/losses/walk/surprise.ts';
import { printNumber } from '../../../src/reading/printNumber.ts';
import { Tex } from '../../formulas/Tex.tsx';
import { Prose } from '../../lecture/Prose.tsx';
import { SlideNote } from '../parts/SlideNote.tsx';

/** The probabilities whose loss Memphis prints, with the logarithm that its number belongs to. */
const PRINTED: readonly { readonly p: number; readonly logarithm: Logarithm }[] = [
  { p: 0.87, logarithm: 'log10' },
  { p: 0.775, logarithm: 'log2' },
  { p: 0.936, logarithm: 'log2' },
];
const DIGITS = 4;
const SOFTMAX = lossErratum('softmax-logarithm');
const CATEGORICAL = lossErratum('categorical-logarithm');

/** What is to be said of the slide's 0.0604, and its three losses in each logarithm. */
export function LogarithmNote() {
  const { options } = LOSS_TOPICS.softmax.values.logarithm;
  return (
    <SlideNote erratum={SOFTMAX}>
      <p className="erratum-sentence">
        <Prose text={CATEGORICAL.sentence} />
      </p>
      <p className="printed-place">{CATEGORICAL.at}</p>
      <p className="printed-remark">
        <Prose text={say.slideGradient} />
      </p>
      <table className="walk-table slide-table">
        <caption className="visually-hidden">{say.slideNumbers}</caption>
        <thead>
          <tr>
            <th scope="col">{say.slideColumn}</th>
            {options.map((option) => (
              <th key={option} scope="col">
                {say.logarithms[option]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PRINTED.map(({ p, logarithm }) => (
            <tr key={p}>
              <th scope="row">
                <Tex tex={String.raw`-\log ${p}`} className="walk-cell" />
              </th>
              {options.map((option) => (
                <td key={option} className={option === logarithm ? 'marked' : undefined}>
                  {printedText(printNumber(surprise(p) / LN_OF_BASE[option], DIGITS))}
                  {option === logarithm && <span className="visually-hidden">{` ${say.slideMarked}`}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SlideNote>
  );
}
