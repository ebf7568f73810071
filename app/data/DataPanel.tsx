import { useMemo, useRef, type KeyboardEvent } from 'react';
import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { unlistedOf } from '../../src/problems/problem.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { DATA_PARTS, type DataPart } from '../../src/scene/scene.ts';
import { useFoundMinimizers } from '../engine/foundMinimizers.ts';
import { showData } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { tabByKey } from '../ui/tabKeys.ts';
import '../styles/data.css';
import '../styles/data-scatter.css';
import { LawPart } from './LawPart.tsx';
import { SamplesPart } from './SamplesPart.tsx';
import { ScatterPart } from './ScatterPart.tsx';

type Shown = Exclude<DataPart, 'hidden'>;
const SHOWN = DATA_PARTS.filter((part): part is Shown => part !== 'hidden');
const PANEL = 'data-part';

/** The data beside the map: samples with the runs' lines, or how the gradients of batches scatter. */
export function DataPanel({ canHide }: { canHide: boolean }) {
  const { store } = useApp();
  const selection = useAppState(({ scene }) => scene.problem);
  const chosen = useAppState((state) => state.data);
  const list = useRef<HTMLDivElement>(null);
  const problem = useMemo(() => createProblem(selection), [selection]);
  useFoundMinimizers();
  const definition = PROBLEMS[selection.id];
  const { data } = problem;
  if (!data) return null;
  const isHidden = canHide && chosen === 'hidden';
  const part: Shown = chosen === 'hidden' ? 'samples' : chosen;
  const onKeyDown = (event: KeyboardEvent) => {
    const target = tabByKey(event.key, SHOWN, part);
    if (target === null) return;
    event.preventDefault();
    showData(store, target);
    list.current?.querySelectorAll('button')[SHOWN.indexOf(target)].focus();
  };
  const unlisted = unlistedOf(definition, selection.params);
  return (
    <section className="data-panel" aria-labelledby="data-title">
      <div className="data-head">
        <h2 id="data-title">{say.title}</h2>
        {!isHidden && (
          <div ref={list} className="data-tabs" role="tablist" aria-label={say.parts}>
            {SHOWN.map((one) => (
              <button
                key={one}
                type="button"
                role="tab"
                id={`data-tab-${one}`}
                aria-controls={PANEL}
                aria-selected={one === part}
                tabIndex={one === part ? 0 : -1}
                onClick={() => showData(store, one)}
                onKeyDown={onKeyDown}
              >
                {say.part[one]}
              </button>
            ))}
          </div>
        )}
        {canHide && (
          <button
            type="button"
            className="quiet data-hide"
            aria-expanded={!isHidden}
            aria-label={isHidden ? say.showData : say.hideData}
            onClick={() => showData(store, isHidden ? 'samples' : 'hidden')}
          >
            {isHidden ? say.show : say.hide}
          </button>
        )}
      </div>
      {!isHidden && (
        <div id={PANEL} role="tabpanel" aria-labelledby={`data-tab-${part}`} className="data-part">
          {part === 'samples' && <SamplesPart data={data} />}
          {part === 'scatter' && <ScatterPart problem={problem} />}
          {part === 'law' && <LawPart problem={problem} />}
        </div>
      )}
      {unlisted !== undefined && <p className="data-unlisted">{unlisted}</p>}
      {!isHidden && definition.credit !== undefined && <p className="data-credit">{definition.credit}</p>}
    </section>
  );
}
