import { errors, negativeLogDensities } from '../../../src/losses/likelihood/fit.ts';
import { likelihoodLines } from '../../../src/losses/likelihood/lines.ts';
import { shownLine } from '../../../src/losses/reading/shownLine.ts';
import { likelihoodMessages as say } from '../../../src/messages/likelihood.ts';
import { Tex } from '../../formulas/Tex.tsx';
import { Prose } from '../../lecture/Prose.tsx';
import { formatCoordinate, formatMeasure } from '../../ui/formatNumber.ts';
import { NumberLine } from '../parts/NumberLine.tsx';
import type { Fit } from './fitOf.ts';

const raw = String.raw;

/** −ln L in symbols, its constants marked as such, then in numbers; and the sums point by point. */
export function LikelihoodFormula({ fit }: { fit: Fit }) {
  const { noise, precision, predictions, ys, model } = fit;
  const lines = likelihoodLines(noise, precision, predictions, ys);
  const error =
    noise === 'gaussian'
      ? raw`\tfrac12 \sum (y - ${center(fit)})^2`
      : raw`\sum \lvert y - ${center(fit)}\rvert`;
  const shown = [
    ['-\\ln L', lines.negativeLog],
    ['L', lines.likelihood],
    [error, lines.error],
  ] as const;
  return (
    <section className="likelihood-formula" aria-label={say.numbers}>
      <Tex tex={symbolic(fit)} className="likelihood-symbols" fits />
      {shown.map(([left, line]) => (
        <NumberLine key={left} line={shownLine(left, null, line)} className="likelihood-numbers" />
      ))}
      <p className="likelihood-remark">
        <Prose text={say.formulaNote[noise][model]} />
      </p>
      <PointTable fit={fit} />
    </section>
  );
}

function center({ model }: Fit): string {
  return model === 'line' ? raw`wx - b` : raw`\mu`;
}

function symbolic(fit: Fit): string {
  const depends = fit.model === 'line' ? say.dependsOnLine : say.dependsOnMu;
  const [first, second, third] =
    fit.noise === 'gaussian'
      ? [
          raw`\tfrac n2 \ln 2\pi`,
          raw`\tfrac n2 \ln \beta`,
          raw`\tfrac\beta2 \textstyle\sum (y - ${center(fit)})^2`,
        ]
      : [raw`n \ln 2`, raw`n \ln \beta`, raw`\beta \textstyle\sum \lvert y - ${center(fit)}\rvert`];
  return raw`-\ln L = \underbrace{${first} - ${second}}_{${say.doesNot}} + \underbrace{${third}}_{${depends}}`;
}

/** Every point's part of the product and of the sums. */
function PointTable({ fit }: { fit: Fit }) {
  const { noise, precision, predictions, ys, xs, model } = fit;
  const logs = negativeLogDensities(noise, precision, predictions, ys);
  const ofPoints = errors(noise, predictions, ys);
  const { columns } = say;
  return (
    <details className="likelihood-points">
      <summary>{say.table}</summary>
      <table>
        <thead>
          <tr>
            {model === 'line' && <th scope="col">{columns.x}</th>}
            <th scope="col">{columns.y}</th>
            <th scope="col">{columns.residual}</th>
            <th scope="col">{columns.density}</th>
            <th scope="col">{columns.log}</th>
            <th scope="col">{columns.error}</th>
          </tr>
        </thead>
        <tbody>
          {ys.map((y, i) => (
            <tr key={i}>
              {model === 'line' && <td>{formatCoordinate(xs[i])}</td>}
              <td>{formatCoordinate(y)}</td>
              <td>{formatCoordinate(y - predictions[i])}</td>
              <td>{formatMeasure(Math.exp(-logs[i]))}</td>
              <td>{formatMeasure(logs[i])}</td>
              <td>{formatMeasure(ofPoints[i])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say.productNote}</p>
    </details>
  );
}
