import { divergenceMessages as say } from '../../../src/messages/divergence.ts';
import type { DivergenceReading } from '../../../src/losses/walk/divergenceTerms.ts';
import { printedText } from '../../../src/losses/walk/printedText.ts';
import { Prose } from '../../lecture/Prose.tsx';
import type { Pair } from './pair.ts';
import { printDifference } from './printDifference.ts';

/** Where all lengths are finite, the longest takes so much of the width; what is infinite takes all of it. */
const LONGEST = 0.92;

/** Cross-entropies as lengths, each cut in the entropy and the divergence; there and back on one scale. */
export function LengthsFigure({ pair }: { pair: Pair }) {
  const { forward, backward, p, unit } = pair;
  const scale = unit === 'bits' ? Math.LN2 : 1;
  const finite = [forward.crossEntropy, backward.crossEntropy].filter(Number.isFinite);
  // No shorter than what equal shares have: lengths are compared between one move and the next.
  const longest =
    Math.max(Math.log(p.length) / scale, forward.entropy, backward.entropy, ...finite) / LONGEST;
  return (
    <section className="lengths" aria-labelledby="divergence-lengths">
      <h2 id="divergence-lengths">{say.lengths}</h2>
      <LengthRow reading={forward} names={say.forward} longest={longest} side="p" />
      <LengthRow reading={backward} names={say.backward} longest={longest} side="q" />
    </section>
  );
}

interface LengthRowProps {
  readonly reading: DivergenceReading;
  readonly names: { readonly cross: string; readonly entropy: string; readonly divergence: string };
  readonly longest: number;
  readonly side: 'p' | 'q';
}

function LengthRow({ reading, names, longest, side }: LengthRowProps) {
  const { crossEntropy, entropy } = reading;
  const { left, inputs } = printDifference(reading);
  const [cross, own, apart] = [...inputs, left].map(printedText);
  const isInfinite = crossEntropy === Number.POSITIVE_INFINITY;
  const share = (x: number) => `${(100 * x) / longest}%`;
  const whole = isInfinite ? '100%' : share(crossEntropy);
  return (
    <div
      className="length"
      role="img"
      aria-label={say.row(
        `${names.cross} = ${cross}`,
        `${names.entropy} = ${own}`,
        `${names.divergence} = ${apart}`,
      )}
    >
      <p className="length-whole" style={{ width: whole }}>
        <span>
          <Prose text={names.cross} /> = {cross}
        </span>
      </p>
      <div className={isInfinite ? 'length-bar infinite' : 'length-bar'} style={{ width: whole }}>
        <span
          className={`length-own ${side}`}
          style={{ width: isInfinite ? share(entropy) : partOf(entropy, crossEntropy) }}
        />
        <span className="length-apart" />
      </div>
      <p className="length-parts">
        <span className={`length-own-name ${side}`}>
          <Prose text={names.entropy} /> = {own}
        </span>
        <span className="length-apart-name">
          <Prose text={names.divergence} /> = {apart}
        </span>
      </p>
    </div>
  );
}

function partOf(part: number, whole: number): string {
  return whole > 0 ? `${(100 * part) / whole}%` : '0%';
}
