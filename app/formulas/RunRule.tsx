import type { Run } from '../../src/scene/scene.ts';
import { useAppState } from '../ui/AppContext.ts';
import { partsOf } from './partsOf.ts';
import { RuleIdeas } from './RuleIdeas.tsx';
import { RuleSources } from './RuleSources.tsx';
import { alignedRuleTex } from './ruleTex.ts';
import { Tex } from './Tex.tsx';

/** A run's whole rule in symbols, the ideas behind it, and where they are taught. */
export function RunRule({ run }: { run: Run }) {
  const problem = useAppState(({ scene }) => scene.problem);
  return (
    <div className="rule">
      {/* Beside the first line where that is the optimizer’s, which is short. */}
      <RuleSources run={run} className={partsOf(run).length > 0 ? 'apart' : ''} />
      <Tex tex={alignedRuleTex({ ...run, problem })} className="rule-lines" fits />
      <RuleIdeas run={run} />
    </div>
  );
}
