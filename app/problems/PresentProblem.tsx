import { useState } from 'react';
import { problemMessages as say } from '../../src/messages/problems.ts';
import { canRotate, createProblem } from '../../src/problems/createProblem.ts';
import type { ProblemDefinition } from '../../src/problems/problem.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { ROTATION, SCALE } from '../../src/problems/transformSpecs.ts';
import type { AnyValues, Specs } from '../../src/specs/spec.ts';
import { SpecControls } from '../controls/SpecControls.tsx';
import { SpecSlider } from '../controls/SpecSlider.tsx';
import { problemTex } from '../formulas/problemTex.ts';
import { Tex } from '../formulas/Tex.tsx';
import { beginGesture, endGesture } from '../store/actions.ts';
import { resetProblem, setProblemParameter, setRotation, setScale } from '../store/problemActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { ProblemPoints } from './ProblemPoints.tsx';
import { ProblemRemarks } from './ProblemRemarks.tsx';
import { ProblemSources } from './ProblemSources.tsx';

const COUNT = formatCount(Object.keys(PROBLEMS).length);

/** The problem on the map: what it is, where its minimizers are, and all that can be changed of it. */
export function PresentProblem({ onAll }: { onAll: () => void }) {
  const selection = useAppState(({ scene }) => scene.problem);
  const { name, lesson } = PROBLEMS[selection.id];
  return (
    <section className="present-problem" aria-labelledby="present-problem">
      <div className="present-words">
        <div className="present-head">
          <h2 id="present-problem">{name}</h2>
          <button type="button" className="quiet to-all-problems" onClick={onAll}>
            {say.toAllProblems(COUNT)}
          </button>
        </div>
        <Tex tex={problemTex(selection)} className="present-formula" />
        <p className="present-lesson">{lesson}</p>
        <ProblemPoints />
        <ProblemRemarks />
        <ProblemSources />
      </div>
      <PresentControls />
    </section>
  );
}

/** The parameters that mean something beside the others. */
function usedSpecs(definition: ProblemDefinition, values: AnyValues): Specs {
  return Object.fromEntries(
    Object.entries(definition.parameters).filter(([name]) => definition.uses?.(name, values) ?? true),
  );
}

/** While one of them is moved, the sheet steps back and lets the map be seen. */
function PresentControls() {
  const { store } = useApp();
  const selection = useAppState(({ scene }) => scene.problem);
  const [isAdjusting, setAdjusting] = useState(false);
  const problem = createProblem(selection);
  const { dimension, shape, samples } = problem;
  const definition: ProblemDefinition = PROBLEMS[selection.id];
  const hand = {
    onBegin() {
      beginGesture(store);
      setAdjusting(true);
    },
    onEnd() {
      endGesture(store);
      setAdjusting(false);
    },
  };
  return (
    <div
      role="group"
      aria-label={say.controls}
      className={isAdjusting ? 'present-controls adjusting' : 'present-controls'}
    >
      <SpecControls
        specs={usedSpecs(definition, selection.params)}
        values={selection.params}
        shape={shape ?? [dimension, 1]}
        refused={(name, option) => {
          const refusal = definition.refuse?.({ ...selection.params, [name]: option });
          return refusal ? say.refused(refusal.reason) : undefined;
        }}
        onChange={(name, value) => setProblemParameter(store, name, value)}
        {...hand}
      />
      <div className="spec-controls">
        {canRotate(problem) && (
          <SpecSlider
            spec={ROTATION}
            value={selection.rotation}
            onChange={(degrees) => setRotation(store, degrees)}
            {...hand}
          />
        )}
        <SpecSlider
          spec={SCALE}
          value={selection.scale}
          onChange={(factor) => setScale(store, factor)}
          {...hand}
        />
      </div>
      {samples === 0 && dimension !== 2 && <p className="present-note">{say.cannotRotate(dimension)}</p>}
      <button
        type="button"
        className="quiet reset-problem"
        title={say.resetHelp}
        onClick={() => resetProblem(store)}
      >
        {say.reset}
      </button>
    </div>
  );
}
