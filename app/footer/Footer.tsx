import { useEffect, useMemo, useRef } from 'react';
import { footerMessages as say } from '../../src/messages/footer.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { feasibleRange } from '../../src/problems/feasible.ts';
import { isWholeSet } from '../../src/random/batches.ts';
import { DIVERGED_ABOVE } from '../../src/scene/scene.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { NoiseButton } from '../noise/NoiseButton.tsx';
import { beginGesture, endGesture, moveStart, setNoise } from '../store/actions.ts';
import { parameterNames } from '../table/parameterNames.ts';
import { StepsField } from '../transport/StepsField.tsx';
import { useApp, useCalmState } from '../ui/AppContext.ts';
import { DataTableButton } from './DataTableButton.tsx';
import { fieldWidth } from './fieldWidth.ts';
import { SeedField } from './SeedField.tsx';

/** What all runs share, as numbers to be typed: start, noise or batches, and steps; and the way to the numbers behind a path. */
export function Footer() {
  const { store, commands } = useApp();
  const fields = useRef<HTMLSpanElement>(null);
  useEffect(
    () => commands.set('type-start', () => fields.current?.querySelector('input')?.focus()),
    [commands],
  );
  const { start, problem, sampling } = useCalmState(({ scene }) => scene);
  const { samples } = createProblem(problem);
  const isDrawn = samples > 0 ? !isWholeSet(sampling, samples) : sampling.noise > 0;
  const names = useMemo(() => parameterNames(createProblem(problem)), [problem]);
  const [least, greatest] = feasibleRange(createProblem(problem)) ?? [-DIVERGED_ABOVE, DIVERGED_ABOVE];
  const gesture = { onBegin: () => beginGesture(store), onEnd: () => endGesture(store) };
  return (
    <section className="footer" aria-label={say.scene}>
      <span ref={fields} className="footer-field">
        <span>{say.start}</span>
        {start.map((value, i) => (
          <NumberField
            key={names[i]}
            label={say.startOf(names[i])}
            value={value}
            min={least}
            max={greatest}
            width={fieldWidth}
            onChange={(next) => moveStart(store, start.with(i, next))}
            {...gesture}
          />
        ))}
      </span>
      <span className="footer-field" title={samples > 0 ? say.batchHelp : say.noiseHelp}>
        <NoiseButton />
        {samples === 0 && (
          <NumberField
            label={say.noiseSigma}
            value={sampling.noise}
            min={0}
            width={fieldWidth}
            next={nextNoise}
            onChange={(noise) => setNoise(store, noise)}
            {...gesture}
          />
        )}
      </span>
      {isDrawn && <SeedField />}
      <span className="footer-field">
        <span>{say.steps}</span>
        <StepsField label={say.steps} />
      </span>
      <DataTableButton />
    </section>
  );
}

/** Tenths below one, where most noise is; whole numbers above. */
function nextNoise(noise: number, direction: 1 | -1): number {
  const unit = noise + Math.min(0, direction) / 10 < 1 ? 0.1 : 1;
  return Number((noise + direction * unit).toPrecision(12));
}
