import { transportMessages as say } from '../../src/messages/transport.ts';
import { Menu } from '../controls/Menu.tsx';
import { setSpeed } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatSetting } from '../ui/formatNumber.ts';
import { SPEEDS } from './pace.ts';

/** The speed of playback, and a menu of others. */
export function SpeedMenu() {
  const { store } = useApp();
  const speed = useAppState((state) => state.speed);
  return (
    <Menu
      label={say.speed}
      align="end"
      buttonClass="quiet speed"
      buttonLabel={say.speedNow(formatSetting(speed))}
      button={
        <>
          {say.speed} <b>{say.factor(formatSetting(speed))}</b>
        </>
      }
      items={SPEEDS.map((offered) => ({
        key: String(offered),
        text: say.factor(formatSetting(offered)),
        checked: offered === speed,
        onChoose: () => setSpeed(store, offered),
      }))}
    />
  );
}
