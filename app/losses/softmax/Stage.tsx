import type { ReactNode } from 'react';
import type { ShownLine } from '../../../src/losses/reading/shownLine.ts';
import { NumberLine } from '../parts/NumberLine.tsx';

export interface StageProps {
  readonly title: string;
  /** The formula of the stage, with the true class's numbers in it. */
  readonly line: ShownLine;
  /** One row a class, or what the last stage draws. */
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

/** A column of the walk-through: heading, formula with its numbers, rows, and what is said below them. */
export function Stage({ title, line, children, foot }: StageProps) {
  return (
    <li className="walk-stage">
      <h2>{title}</h2>
      <NumberLine line={line} className="walk-formula" />
      {children}
      <div className="walk-foot">{foot}</div>
    </li>
  );
}

/** What all rows above it add up to. */
export function SumRow({ children }: { children: ReactNode }) {
  return (
    <li className="walk-row walk-sum">
      <span>Σ</span>
      <span className="walk-number">{children}</span>
    </li>
  );
}

/** A bar from one part of its track to another, both from 0 to 1. */
export function Bar({ from = 0, to }: { from?: number; to: number }) {
  const [low, high] = from < to ? [from, to] : [to, from];
  return (
    <svg className="walk-bar" width="100%" height="100%" aria-hidden="true">
      <rect x={`${100 * low}%`} y="25%" width={`${100 * (high - low)}%`} height="50%" />
    </svg>
  );
}
