import { memo, Suspense } from 'react';
import { flushSync } from 'react-dom';
import { runMessages as say } from '../../src/messages/runs.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import type { NumberSpec } from '../../src/specs/spec.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { rangeOf } from '../controls/readTyped.ts';
import { slotOf } from '../plane/slots.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import { setHyperparameter } from '../store/runActions.ts';
import { focusRun, setUnfolded } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { extrasSummary } from './extraNames.ts';
import { FoldIcon, UnfoldIcon } from './runIcons.tsx';
import { rowId, type RunRowProps } from './runRowProps.ts';
import { useHover } from './useHover.ts';
import { useReadout } from './useReadout.ts';
import { useReorder } from './useReorder.ts';

export const loadUnfoldedRun = () => import('./UnfoldedRun.tsx');
const UnfoldedRun = lazyPart(async () => (await loadUnfoldedRun()).UnfoldedRun);

interface ListedRun extends RunRowProps {
  /** What a row unfolds to is fetched once the first paths are on screen. */
  readonly isAfterFirstPaths: boolean;
}

/** One run of the list, with all that it unfolds to. It renders again when its own run changes, not with the others. */
export const RunRow = memo(function RunRow({ isAfterFirstPaths, ...props }: ListedRun) {
  const { id, index, run, name, hasRoom } = props;
  const columns = hasRoom ? 5 : 4;
  const { store } = useApp();
  const focused = useAppState((state) => state.focus === index);
  const unfolded = useAppState((state) => state.focus === index && state.unfolded);
  const row = useHover<HTMLTableRowElement>(id);
  const { loss, gradientNorm, outcome, sentence } = useReadout(index);
  const { dragging, onSwatchDown, onKeyDown } = useReorder(props);
  const { color } = slotOf(run.slot);
  const extras = extrasSummary(run);
  const { rate, hyperparameters: specs } = OPTIMIZERS[run.optimizer.id];
  const states = [
    'run-body',
    focused && 'focused',
    unfolded && 'unfolded',
    run.hidden && 'is-hidden',
    dragging && 'dragged',
  ];
  return (
    <tbody id={rowId(id)} className={states.filter(Boolean).join(' ')}>
      <tr ref={row} className="run">
        <th scope="row">
          <button
            type="button"
            aria-pressed={focused}
            aria-label={say.focus(name)}
            title={say.reorderHelp}
            onClick={() => focusRun(store, index)}
            onKeyDown={onKeyDown}
          >
            <span className="run-swatch" onPointerDown={onSwatchDown}>
              <Swatch slot={run.slot} crossed={run.hidden} />
            </span>
            <span className="run-title">
              <span className="run-line">
                <span className="run-name" style={{ color: `var(${color})` }}>
                  {name}
                </span>
                {extras !== '' && (
                  <span className="run-mark" title={extras}>
                    {say.mark}
                  </span>
                )}
              </span>
              <span className="outcome">
                {run.hidden && <span>{say.hidden}</span>}
                <span ref={outcome} />
              </span>
            </span>
          </button>
        </th>
        <td className="run-rate">
          <NumberField
            {...rangeOf(specs[rate] as NumberSpec)}
            label={say.learningRateOf(name)}
            value={run.optimizer.hyperparameters[rate] as number}
            width="100%"
            onChange={(value) => setHyperparameter(store, id, rate, value)}
            onBegin={() => beginGesture(store)}
            onEnd={() => endGesture(store)}
          />
        </td>
        <td>
          <data ref={loss} data-quantity="loss" />
        </td>
        {hasRoom && (
          <td className="gradient-norm">
            <data ref={gradientNorm} data-quantity="gradient-norm" />
          </td>
        )}
        <td>
          <button
            type="button"
            className="chevron"
            aria-label={say.details(name)}
            aria-expanded={unfolded}
            onKeyDown={onKeyDown}
            onClick={() => {
              flushSync(() => {
                focusRun(store, index);
                setUnfolded(store, !unfolded);
              });
              document.querySelector('.unfolded-run .spec-controls')?.scrollIntoView({ block: 'nearest' });
            }}
          >
            {unfolded ? <FoldIcon /> : <UnfoldIcon />}
          </button>
        </td>
      </tr>
      <tr className="run-sentence" hidden>
        <td ref={sentence} colSpan={columns} />
      </tr>
      {unfolded && (
        <tr className="run-details">
          <td colSpan={columns}>
            <ErrorBoundary>
              <Suspense fallback={<div className="unfolded-run waiting" />}>
                {isAfterFirstPaths ? <UnfoldedRun {...props} /> : <div className="unfolded-run waiting" />}
              </Suspense>
            </ErrorBoundary>
          </td>
        </tr>
      )}
    </tbody>
  );
});
