import { transportMessages as say } from '../../src/messages/transport.ts';
import { MAX_STEPS } from '../../src/scene/scene.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { fieldWidth } from '../footer/fieldWidth.ts';
import { setSteps } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';

/** How many steps every run takes, to be typed: 300, 20,000 or 1e6. */
export function StepsField({ label = say.stepsField }: { label?: string }) {
  const { store } = useApp();
  const steps = useAppState(({ scene }) => scene.steps);
  return (
    <NumberField
      label={label}
      value={steps}
      min={1}
      max={MAX_STEPS}
      integer
      width={(text) => fieldWidth(text, 3)}
      format={formatCount}
      next={(value, direction) => value + direction * unitOf(direction > 0 ? value : value - 1)}
      onChange={(next) => setSteps(store, next)}
    />
  );
}

/** One of the first digit: a hundred steps of a run of hundreds, a thousand of one of thousands. */
function unitOf(steps: number): number {
  return 10 ** Math.floor(Math.log10(Math.max(1, steps)));
}
