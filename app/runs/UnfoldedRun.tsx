import { RunRule } from '../formulas/RunRule.tsx';
import { ReadStepButton } from '../reading/ReadStepButton.tsx';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import { RunActions } from './RunActions.tsx';
import type { RunRowProps } from './runRowProps.ts';
import { RunSettings } from './RunSettings.tsx';

/** All there is to one run: its settings, its rule, and what can be done with it. */
export function UnfoldedRun(props: RunRowProps) {
  const isNarrow = useMedia(NARROW);
  return (
    <div className="unfolded-run">
      <RunSettings {...props} />
      {/* On a phone the rule has a panel of its own. */}
      {!isNarrow && <RunRule run={props.run} />}
      <ReadStepButton />
      <RunActions {...props} />
    </div>
  );
}
