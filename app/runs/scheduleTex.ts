import { typeset } from '../../src/equations/equation.ts';
import type { Schedule } from '../../src/schedules/schedule.ts';
import type { AnyValues } from '../../src/specs/spec.ts';

/** The factor of a schedule in symbols; what its formula says of further letters stands below it, a line each. */
export function scheduleTex(schedule: Schedule, hyperparameters: AnyValues): string {
  const { quantities, hyperparameters: specs } = schedule;
  const symbolOf = (name: string) => quantities[name]?.symbol ?? specs[name]?.symbol ?? name;
  const lines = typeset(schedule.formula(hyperparameters), symbolOf).split(String.raw`,\quad `);
  return lines.length === 1
    ? lines[0]
    : String.raw`\begin{aligned} &${lines.join(String.raw` \\[2pt] &`)} \end{aligned}`;
}
