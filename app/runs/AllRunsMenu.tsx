import { runMessages as say } from '../../src/messages/runs.ts';
import { Menu, type MenuItem } from '../controls/Menu.tsx';
import { beginGesture, endGesture, notify } from '../store/actions.ts';
import type { Store } from '../store/store.ts';
import { toggleHidden } from '../store/runActions.ts';
import { setUnfolded } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { MoreIcon } from '../ui/icons.tsx';
import { runNames } from '../ui/names.ts';
import { hasMomentum } from './hasMomentum.ts';
import { bestText } from './bestText.ts';
import { useBest } from './useBest.ts';

/** What can be done with all runs at once. */
export function AllRunsMenu() {
  const { store } = useApp();
  const anyHidden = useAppState(({ scene }) => scene.runs.some(({ hidden }) => hidden));
  const anyMomentum = useAppState(({ scene }) => scene.runs.some(hasMomentum));
  const unfolded = useAppState((state) => state.unfolded);
  const { searching, search } = useBest((found) => {
    const { scene, runIds } = store.getState();
    const names = runNames(scene.runs);
    const texts = found.map((best) => {
      const name = names[runIds.indexOf(best.id)];
      return best.rate === null ? say.bestOneNone(name) : say.bestOne(name, bestText(best));
    });
    notify(store, { kind: 'runs', text: say.bestForAll(formatCount(found[0].steps), texts) });
  });
  const items: readonly MenuItem[] = [
    {
      key: 'best',
      text: searching ? say.searching : say.bestOfAll,
      disabled: searching,
      onChoose: () => void search(store.getState().runIds, 'rate'),
    },
    {
      key: 'best-momentum',
      text: searching ? say.searching : say.bestOfAllWithMomentum,
      disabled: searching || !anyMomentum,
      onChoose: () => void search(store.getState().runIds, 'rate-and-momentum'),
    },
    { key: 'show', text: say.showAll, disabled: !anyHidden, onChoose: () => showAllRuns(store) },
    { key: 'fold', text: say.foldAll, disabled: !unfolded, onChoose: () => setUnfolded(store, false) },
  ];
  return (
    <Menu
      button={<MoreIcon />}
      buttonClass="quiet"
      buttonLabel={say.allRuns}
      label={say.allRuns}
      align="end"
      items={items}
    />
  );
}

/** One entry of the history, however many were hidden. */
function showAllRuns(store: Store): void {
  const { scene, runIds } = store.getState();
  beginGesture(store);
  for (const [i, { hidden }] of scene.runs.entries()) if (hidden) toggleHidden(store, runIds[i]);
  endGesture(store);
}
