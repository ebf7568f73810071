import { lossErratum } from '../../../src/lectures/lossErrata.ts';
import { bestLocations, negativeLogLikelihood, sumOfErrors } from '../../../src/losses/likelihood/fit.ts';
import { likelihoodMessages as say } from '../../../src/messages/likelihood.ts';
import { Segments } from '../../controls/Segments.tsx';
import { NumbersControl } from '../../controls/NumbersControl.tsx';
import { SpecSlider } from '../../controls/SpecSlider.tsx';
import { Prose } from '../../lecture/Prose.tsx';
import { formatCoordinate, formatMeasure } from '../../ui/formatNumber.ts';
import { Credit } from '../parts/Credit.tsx';
import { SlideNote } from '../parts/SlideNote.tsx';
import { Spoken } from '../parts/Spoken.tsx';
import { SPECS, type Fit, type LikelihoodPart } from './fitOf.ts';
import { LikelihoodFormula } from './LikelihoodFormula.tsx';

const CITE = [
  { lecture: 'Erlangen', at: 'part 1, “Regression”, “Log Likelihood Function Regression”, “L²-loss”' },
] as const;

const SIGN = lossErratum('gaussian-sign');

/** What is set, what comes of it, the formula with its numbers, and the note on the slide. */
export function LikelihoodSide({ page, fit }: LikelihoodPart) {
  const { values, set, begin, end } = page;
  const isLine = values.model === 'line';
  const numbers = isLine ? (['slope', 'intercept', 'precision'] as const) : (['mean', 'precision'] as const);
  const lists = isLine ? (['inputs', 'outputs'] as const) : (['points'] as const);
  const error = sumOfErrors(fit.noise, fit.predictions, fit.ys);
  const logarithm = -negativeLogLikelihood(fit.noise, fit.precision, fit.predictions, fit.ys);
  const likelihood = Math.exp(logarithm);
  const now =
    likelihood > 0
      ? say.now(formatMeasure(likelihood), formatMeasure(error))
      : say.tooSmall(formatMeasure(logarithm), formatMeasure(error));
  return (
    <aside className="loss-side">
      <Segments
        symbol={String.raw`\mathrm{fit}`}
        label={say.fit}
        segments={[
          { key: 'number', text: say.number },
          { key: 'line', text: say.line },
        ]}
        chosen={values.model}
        onChoose={(key) => set('model', key)}
      />
      <Segments
        symbol={String.raw`\mathrm{noise}`}
        label={say.noise}
        segments={[
          { key: 'gaussian', text: say.gaussian },
          { key: 'laplace', text: say.laplace },
        ]}
        chosen={values.noise}
        onChoose={(key) => set('noise', key)}
      />
      {!isLine && (
        <Segments
          symbol={String.raw`\mathrm{scale}`}
          label={say.likelihoodAs}
          segments={[
            { key: 'product', text: say.product },
            { key: 'logarithm', text: say.logarithm },
          ]}
          chosen={values.scale}
          onChoose={(key) => set('scale', key)}
        />
      )}
      <div className="spec-controls likelihood-sliders">
        {numbers.map((name) => (
          <SpecSlider
            key={name}
            spec={SPECS[name]}
            value={values[name]}
            onChange={(to) => set(name, to)}
            onBegin={begin}
            onEnd={end}
          />
        ))}
        {lists.map((name) => (
          <NumbersControl
            key={name}
            spec={SPECS[name]}
            value={values[name]}
            onChange={(to) => set(name, to)}
          />
        ))}
      </div>
      {isLine && values.inputs.length !== values.outputs.length && (
        <p className="likelihood-unequal">{say.unequal(String(fit.ys.length))}</p>
      )}
      <p className="likelihood-sentence">
        <Prose text={bestSentence(fit)} /> <Prose text={now} />
      </p>
      <TakeBest page={page} fit={fit} />
      <LikelihoodFormula fit={fit} />
      {fit.noise === 'gaussian' && (
        <SlideNote erratum={SIGN}>
          <p className="printed-remark">
            <Prose text={say.note.demonstration} />
          </p>
          {!isLine && (
            <button type="button" className="printed-use" onClick={() => set('density', !values.density)}>
              {values.density ? say.note.hide : say.note.show}
            </button>
          )}
        </SlideNote>
      )}
      <Credit cite={CITE} />
      <Spoken text={`${now} ${bestSentence(fit)}`} />
    </aside>
  );
}

/** Sets what is fitted to the most likely one, in as many digits as the fields show. */
function TakeBest({ page, fit }: LikelihoodPart) {
  const { values, set, begin, end } = page;
  const rounded = (x: number) => Number(x.toPrecision(12));
  const isLine = values.model === 'line';
  const [mu] = fit.locations.map(rounded);
  const line = fit.lines.at(0);
  const isThere = isLine ? isBestLine(fit) : values.mean >= mu && values.mean <= rounded(fit.locations[1]);
  const take = () => {
    if (isThere) return;
    begin();
    if (!isLine) set('mean', mu);
    else if (line) {
      set('slope', rounded(line.slope));
      set('intercept', rounded(line.intercept));
    }
    end();
  };
  if (isLine && !line) return null;
  const words = isLine ? say.takeLine[fit.noise] : say.takeNumber[fit.noise];
  return (
    <p className="likelihood-take">
      <button type="button" aria-disabled={isThere} onClick={take}>
        {words}
      </button>
      {isThere && <span>{say.isBest}</span>}
    </p>
  );
}

/** What rounding to the digits of the fields may add to the least error, in parts of it and of 1. */
const ROUNDING = 1e-10;

/** Whether the line that is set is one of the most likely. */
function isBestLine({ noise, predictions, best, ys, lines }: Fit): boolean {
  const least = sumOfErrors(noise, best, ys);
  return lines.length > 0 && sumOfErrors(noise, predictions, ys) - least <= ROUNDING * (1 + least);
}

/** The most likely fit, in words. */
function bestSentence({ model, noise, precision, best, ys, locations, lines }: Fit): string {
  const likelihood = formatMeasure(Math.exp(-negativeLogLikelihood(noise, precision, best, ys)));
  const error = formatMeasure(sumOfErrors(noise, best, ys));
  if (model === 'line') {
    if (lines.length === 0) return say.best.noLine[noise];
    const [{ slope, intercept }] = lines;
    const words = lines.length > 1 ? say.best.severalLines : say.best.line[noise];
    return words(formatCoordinate(slope), formatCoordinate(intercept), likelihood, error);
  }
  const [from, to] = locations.map(formatCoordinate);
  if (noise === 'gaussian')
    return say.best.mean(formatCoordinate(bestLocations('gaussian', ys)[0]), likelihood, error);
  return from === to
    ? say.best.median(from, likelihood, error)
    : say.best.medians(from, to, likelihood, error);
}
