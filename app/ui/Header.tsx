import { appMessages as say } from '../../src/messages/app.ts';
import { ProblemFormula } from '../formulas/ProblemFormula.tsx';
import { HelpButton } from '../help/HelpButton.tsx';
import { ProblemButton } from '../problems/ProblemButton.tsx';
import { HeaderActions } from './HeaderActions.tsx';

/** What one is looking at, and what to do with it. */
export function Header() {
  return (
    <header className="header">
      <p className="wordmark">{say.wordmark}</p>
      <ProblemButton />
      <ProblemFormula />
      <div className="header-actions">
        <HeaderActions />
        <HelpButton />
      </div>
    </header>
  );
}
