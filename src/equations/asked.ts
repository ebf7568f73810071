/** What an optimizer asks of the problem, in TeX: f, ∇f and ∇²f at a point, which is TeX as well. */
export interface TexOracle {
  readonly value: (point: string) => string;
  readonly gradient: (point: string) => string;
  readonly hessian: (point: string) => string;
}

/** The problem itself. */
export const asksOf: TexOracle = {
  value: (point) => `f(${point})`,
  gradient: (point) => String.raw`\nabla f(${point})`,
  hessian: (point) => String.raw`\nabla^2 f(${point})`,
};

/** A point so that it may be a factor. */
export function asFactor(point: string): string {
  return /^@[\w.-]+$/.test(point) ? point : `(${point})`;
}

const QUESTION = /(\\nabla(\^2|\^\{2\})? *)?(?<![A-Za-z@\\])f\(/g;

/** Puts an oracle's answers in the place of each f(…), ∇f(…) and ∇²f(…) of a formula, grouped where they need it. */
export function rewriteAsked(template: string, oracle: TexOracle): string {
  let result = '';
  let done = 0;
  for (const match of template.matchAll(QUESTION)) {
    if (match.index < done) continue;
    const start = match.index + match[0].length;
    const end = closing(template, start);
    const point = rewriteAsked(template.slice(start, end), oracle);
    const [, nabla, squared] = match;
    const ask = nabla === undefined ? oracle.value : squared === undefined ? oracle.gradient : oracle.hessian;
    const plain =
      nabla === undefined ? asksOf.value : squared === undefined ? asksOf.gradient : asksOf.hessian;
    const answer = ask(point);
    const before = template.slice(done, match.index);
    const isAlone = standsAlone(template.slice(0, match.index), template.slice(end + 1));
    result += before + (isAlone || answer === plain(point) ? answer : String.raw`\left(${answer}\right)`);
    done = end + 1;
  }
  return result + template.slice(done);
}

/** Where the bracket closes that opens right before `start`. */
function closing(template: string, start: number): number {
  let depth = 1;
  let index = start;
  for (; index < template.length; index++) {
    if (template[index] === '(') depth += 1;
    if (template[index] === ')') depth -= 1;
    if (depth === 0) return index;
  }
  throw new SyntaxError(`a bracket does not close in “${template}”`);
}

/** Whether a sum between these two would be read as one without brackets of its own. */
function standsAlone(before: string, after: string): boolean {
  return /(^|[(,{])\s*$/.test(before) && /^\s*($|[),}])/.test(after);
}
