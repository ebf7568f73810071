import { runSettingMessages as say } from '../../src/messages/runSettings.ts';
import { MAX_RUNS, type Run } from '../../src/scene/scene.ts';
import { Menu } from '../controls/Menu.tsx';
import { chooseSlot } from '../store/runActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { Swatch } from '../ui/Swatch.tsx';

/** A run's colour, dash and marker, to be exchanged; who has the ones chosen gets this run's. */
export function SlotMenu({ id, run, name }: { id: number; run: Run; name: string }) {
  const { store } = useApp();
  const runs = useAppState(({ scene }) => scene.runs);
  const names = runNames(runs);
  const items = Array.from({ length: MAX_RUNS }, (_, i) => {
    const slot = i + 1;
    const owner = runs.findIndex((other) => other.slot === slot);
    const isOwn = slot === run.slot;
    return {
      key: String(slot),
      icon: <Swatch slot={slot} />,
      text: isOwn ? say.slotNow(slot) : owner < 0 ? say.slotFree(slot) : say.slotTaken(slot, names[owner]),
      checked: isOwn,
      onChoose: () => {
        if (!isOwn) chooseSlot(store, id, slot);
      },
    };
  });
  return (
    <Menu
      button={
        <>
          {say.slotWord}
          <Swatch slot={run.slot} />
        </>
      }
      buttonClass="quiet"
      buttonLabel={say.slot(name)}
      label={say.slot(name)}
      align="end"
      items={items}
    />
  );
}
