import type { AnyValues } from '../../specs/spec.ts';
import type { DataWork, WORKS } from './works.ts';

/** What problems over data compute, by the id of the problem. */
export type Works = typeof WORKS;
type DataProblemId = keyof Works;

const IDS = ['iris', 'blobs', 'flipped-blobs', 'outlier-line'] as const satisfies readonly DataProblemId[];

let works: Works | null = null;

/** What a problem over data computes. Until that is loaded, asking for it is an error. */
export function workOf(id: DataProblemId): DataWork {
  const work = (): DataWork => {
    if (!works) throw new Error(`${id} is not loaded`);
    return works[id];
  };
  return {
    formula: (parameters: AnyValues) => work().formula(parameters),
    unlisted: (parameters: AnyValues) => work().unlisted(parameters),
    remarks: (parameters: AnyValues) => work().remarks(parameters),
    create: (parameters: AnyValues) => work().create(parameters),
  };
}

/** Whether problems over data can be made. */
export function areDataProblemsLoaded(): boolean {
  return works !== null;
}

/** Hands in what was loaded. */
export function provideDataProblems(loaded: Works): void {
  works = loaded;
}

/** Whether a text, such as a link or an id, names a problem over data. */
export function namesDataProblem(text: string): boolean {
  return IDS.some((id) => text.includes(id));
}
