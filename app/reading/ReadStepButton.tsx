import { readingMessages as say } from '../../src/messages/reading.ts';
import { readSteps } from '../store/viewActions.ts';
import { useApp } from '../ui/AppContext.ts';
import { Icon } from '../ui/icons.tsx';

/** Opens the reading of the focused run's step at the playhead. */
export function ReadStepButton() {
  const { store } = useApp();
  return (
    <button type="button" className="quiet read-step" title={say.openTitle} onClick={() => readSteps(store)}>
      <Icon>
        <path d="M3 15.5h14M4 12l5.5-6.5 1.5 3 4.5-4.5M12.5 4h3v3" />
      </Icon>
      {say.open}
    </button>
  );
}
