import { useAppState } from '../ui/AppContext.ts';
import { problemTex } from './problemTex.ts';
import { Tex } from './Tex.tsx';

/** The problem's formula with the values of its parameters. */
export function ProblemFormula() {
  const selection = useAppState(({ scene }) => scene.problem);
  return <Tex tex={problemTex(selection)} className="formula" />;
}
