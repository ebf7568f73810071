import '../../styles/losses-likelihood.css';
import { useLossValues } from '../useLossValues.ts';
import { fitOf } from './fitOf.ts';
import { LikelihoodSide } from './LikelihoodSide.tsx';
import { LineFigure } from './LineFigure.tsx';
import { LocationFigure } from './LocationFigure.tsx';

/** Maximum likelihood and squared error side by side. */
export function LikelihoodPage() {
  const page = useLossValues('likelihood');
  const fit = fitOf(page.values);
  return (
    <div className="loss-page loss-columns likelihood-page">
      <div className="likelihood-figure">
        {fit.model === 'line' ? (
          <LineFigure page={page} fit={fit} />
        ) : (
          <LocationFigure page={page} fit={fit} />
        )}
      </div>
      <LikelihoodSide page={page} fit={fit} />
    </div>
  );
}
