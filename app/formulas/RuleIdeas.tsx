import { ruleMessages as say } from '../../src/messages/rules.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import type { Run } from '../../src/scene/scene.ts';
import { partsOf } from './partsOf.ts';

/** The idea of a run's optimizer, and of each modifier and schedule. */
export function RuleIdeas({ run }: { run: Run }) {
  return (
    <>
      <p className="rule-idea">{OPTIMIZERS[run.optimizer.id].idea}</p>
      {partsOf(run).map(({ key, name, idea }) => (
        <p key={key} className="rule-idea">
          {say.ideaOf(name, idea)}
        </p>
      ))}
    </>
  );
}
