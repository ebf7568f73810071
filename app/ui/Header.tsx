import { appMessages as say } from '../../src/messages/app.ts';
import { lossRoomMessages } from '../../src/messages/lossRoom.ts';
import { ProblemFormula } from '../formulas/ProblemFormula.tsx';
import { HelpButton } from '../help/HelpButton.tsx';
import { ProblemButton } from '../problems/ProblemButton.tsx';
import { useAppState } from './AppContext.ts';
import { HeaderActions } from './HeaderActions.tsx';

/** What one is looking at, and what to do with it. */
export function Header() {
  const isMap = useAppState(({ losses }) => losses === null);
  return (
    <header className="header">
      <p className="wordmark">{say.wordmark}</p>
      {isMap ? (
        <>
          <ProblemButton />
          <ProblemFormula />
        </>
      ) : (
        <p className="room-name">{lossRoomMessages.room}</p>
      )}
      <div className="header-actions">
        <HeaderActions />
        <HelpButton />
      </div>
    </header>
  );
}
