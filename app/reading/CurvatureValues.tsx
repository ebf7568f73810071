import type { ReactNode } from 'react';
import { curvatureMessages as say } from '../../src/messages/curvature.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { axisRoles, type Curvature } from '../../src/reading/curvature.ts';
import { penaltyOf, stabilityOf, type StabilityBound } from '../../src/reading/stability.ts';
import { MathSymbol } from '../controls/MathSymbol.tsx';
import { formatMeasure, formatSetting } from '../ui/formatNumber.ts';
import { axisAngle, boundTex } from './curvatureText.ts';
import type { CurrentStep } from './stepSource.ts';

/** Eigenvalues with their axes, the condition number, and the largest stable learning rate beside the run's own. */
export function CurvatureValues({ step, curvature }: { step: CurrentStep; curvature: Curvature }) {
  const { task, explanation } = step;
  const { values, axes, condition } = curvature;
  const { plane } = createProblem(task.problem);
  const roles = axisRoles(values);
  const penalty = penaltyOf(task);
  const stability = stabilityOf(task, curvature, explanation);
  const isInPlane = values.length === 2 && plane.kind === 'parameters' && values.every(Number.isFinite);
  const axisWords = (k: number): string => {
    const role = roles[k];
    const name = role === 'steep' ? say.steep : role === 'flat' ? say.flat : say.axis;
    // Where all directions are alike, none is an axis more than another.
    if (isInPlane && (role !== null || values[0] !== values[1]))
      return `${name}, ${say.angle(formatMeasure(axisAngle(axes[k])), plane.axes[0])}`;
    return role === null ? '' : name;
  };
  // Newton goes to a saddle as it goes to a minimizer.
  const growsDown = task.optimizer.id !== 'newton' && values.some((value) => value + penalty < 0);
  const none = stability.kind === 'none' ? say.noBound(stability.reason) : null;
  return (
    <>
      <table className="curvature-values">
        <caption className="visually-hidden">{say.values}</caption>
        <tbody>
          {values.map((value, k) => (
            <Row
              key={k}
              tex={String.raw`\lambda_${k + 1}`}
              words={say.eigenvalue(k + 1, values.length)}
              value={value}
            >
              {axisWords(k)}
            </Row>
          ))}
          {condition !== null && values.length > 1 && (
            <Row
              tex={String.raw`\kappa`}
              words={say.conditionWords('λ₁', `λ${subscript(values.length)}`)}
              value={condition}
            >
              {say.condition}
            </Row>
          )}
          {stability.kind === 'bound' && <BoundRows bound={stability} penalty={penalty} />}
        </tbody>
      </table>
      {stability.kind === 'bound' && (
        <p className="curvature-compared">
          {say.compared(stability, axisOf(stability, roles))}
          {growsDown && ` ${say.down}`}
        </p>
      )}
      {stability.kind === 'bound' && say.source(stability.rule) && (
        <p className="curvature-words">{say.source(stability.rule)}</p>
      )}
      {none !== null && <p className="curvature-words">{none}</p>}
    </>
  );
}

/** The largest stable learning rate, and η of this step. */
function BoundRows({ bound, penalty }: { bound: StabilityBound; penalty: number }) {
  const isPreconditioned = bound.rule.startsWith('preconditioned');
  const lambda = isPreconditioned
    ? String.raw`\lambda_P`
    : penalty === 0
      ? String.raw`\lambda_1`
      : String.raw`(\lambda_1+${formatSetting(penalty)})`;
  return (
    <>
      {isPreconditioned && (
        <Row tex={lambda} words={say.sharpness} value={bound.sharpness}>
          {say.preconditioned}
        </Row>
      )}
      <Row tex={boundTex(bound.rule, lambda)} words={say.largestRate} value={bound.largest} begins>
        {say.largestRate}
      </Row>
      <Row tex={String.raw`\eta`} words={say.ownRate} value={bound.learningRate}>
        {say.ownRate}
      </Row>
    </>
  );
}

interface RowProps {
  readonly tex: string;
  /** The symbol in words, for who hears it. */
  readonly words: string;
  readonly value: number;
  /** Whether another group of rows begins with it. */
  readonly begins?: boolean;
  readonly children: ReactNode;
}

function Row({ tex, words, value, begins = false, children }: RowProps) {
  return (
    <tr className={begins ? 'begins' : undefined}>
      <th scope="row">
        <MathSymbol tex={tex} />
        <span className="visually-hidden">{words}</span>
      </th>
      <td>
        <data value={value}>{formatMeasure(value)}</data>
      </td>
      {/* What is said already is not said twice. */}
      <td aria-hidden={children === words ? true : undefined}>{children}</td>
    </tr>
  );
}

/** The axis on which a bound is met first: that of the largest eigenvalue, if it is one of f's. */
function axisOf({ rule }: StabilityBound, roles: ReturnType<typeof axisRoles>): 'steep' | 'first' | null {
  if (rule.startsWith('preconditioned') || rule === 'newton' || roles.length < 2) return null;
  if (roles[0] === 'steep') return 'steep';
  return roles[0] === 'flat' ? 'first' : null;
}

function subscript(digit: number): string {
  return String.fromCodePoint('₀'.charCodeAt(0) + digit);
}
