import type { Run } from '../../src/scene/scene.ts';

/** What all parts of a run's row are told. */
export interface RunRowProps {
  readonly id: number;
  readonly index: number;
  /** How many runs there are. */
  readonly count: number;
  readonly run: Run;
  readonly name: string;
  /** Whether there is a column for gradient norms. */
  readonly hasRoom: boolean;
  /** Says something to who does not see it. */
  readonly announce: (text: string) => void;
}

/** The element id of a run's rows. */
export function rowId(id: number): string {
  return `run-${id}`;
}
