import { QUESTIONS, type ModifierScript, type Question } from './modifiers.ts';
import { mentions } from './python.ts';

/** f itself and its derivatives. */
const INNERMOST: Readonly<Record<Question, string>> = {
  gradient: 'gradient',
  value: 'f',
  hessian: 'hessian',
};

/** Which answers are others in each step, and must be told which one it is. */
export type DependsOnStep = Readonly<Record<Question, boolean>>;

/** What an optimizer may ask for, and the functions that answer it. */
export interface OracleScript {
  /** Python: the answer at a point. */
  readonly ask: Readonly<Record<Question, (point: string) => string>>;
  /** Whether the gradient is that of f alone, without noise or modifier. */
  readonly isPlain: boolean;
  /** The functions of modifiers that lines call, in the order of definition. */
  wrappersFor(lines: string): readonly (readonly string[])[];
}

/**
 * What a run's modifiers make of f: each wraps what the ones before it made.
 * @param modifiers in canonical order
 */
export function oracleScript(modifiers: readonly ModifierScript[], depends: DependsOnStep): OracleScript {
  const outermost = { ...INNERMOST };
  const chains: Record<Question, (readonly string[])[]> = { gradient: [], value: [], hessian: [] };
  const step = (question: Question) => (depends[question] ? ', t' : '');
  for (const question of QUESTIONS)
    for (const { wraps } of modifiers) {
      const wrapper = wraps[question];
      if (!wrapper) continue;
      chains[question].push(wrapper.text(outermost[question], step(question)));
      outermost[question] = wrapper.name;
    }
  const answer = (question: Question) => (point: string) =>
    `${outermost[question]}(${point}${step(question)})`;
  return {
    ask: { gradient: answer('gradient'), value: answer('value'), hessian: answer('hessian') },
    isPlain: !depends.gradient && chains.gradient.length === 0,
    wrappersFor: (lines) =>
      QUESTIONS.filter((question) => mentions(lines, outermost[question])).flatMap(
        (question) => chains[question],
      ),
  };
}
