import { PrintedRule } from '../lecture/PrintedRule.tsx';
import type { Run } from '../../src/scene/scene.ts';
import { FormSwitch, useShownForm } from './FormSwitch.tsx';
import { StepLines } from './StepLines.tsx';

/** The rule of a run: its lines with the step's numbers, or as a lecture prints it. */
export function StepRule({ id, run }: { id: number; run: Run }) {
  const form = useShownForm(run);
  return (
    <>
      <FormSwitch run={run} />
      {form === 'own' ? <StepLines id={id} run={run} /> : <PrintedRule run={run} />}
    </>
  );
}
