/**
 * One line of an update rule. `right` is TeX in which `@name` stands for a quantity, a hyperparameter or one
 * of θ (`@theta`), g, Δθ (`@update`), η at this step (`@lr`) and t; names of a modifier or a schedule have its id
 * before them, as `@sam.climb`. The text is
 * rendered with symbols or with a step's
 * own numbers, and evaluated, from this one text.
 *
 * Lines are read in order, as assignments: a name on the right is the quantity as the lines above left it, and
 * what no line above has assigned is as the step before left it.
 */
export interface Equation {
  /** The quantity that the line computes: a declared one, `g`, `update`; in a whole rule also `lr` and `theta`. */
  readonly left: string;
  readonly right: string;
  /**
   * The line is computed only in steps of which this holds, such as `@t \\bmod @k = 0`; in others its quantity stays as
   * the step before left it.
   */
  readonly when?: string;
}

/** g = ∇f at a named point, θ unless the optimizer looks elsewhere. */
export function gradientAt(point = 'theta'): Equation {
  return { left: 'g', right: String.raw`\nabla f(@${point})` };
}

const NAME = /@((?:[A-Za-z][A-Za-z0-9-]*\.)?[A-Za-z][A-Za-z0-9]*)/g;

/** All names that a template mentions, in order, each once. */
export function namesIn(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(NAME), (match) => match[1]))];
}

/** Replaces each `@name` by its TeX, grouped, so that exponents and products stay what they were. */
export function typeset(template: string, texOf: (name: string) => string): string {
  return template.replaceAll(NAME, (_, name: string) => `{${texOf(name)}}`);
}

/** Names that belong to one member of a rule get its id before them, `@sam.rho`; those that all share stay. */
export function qualify(template: string, scope: string, shared: readonly string[]): string {
  return template.replaceAll(NAME, (whole, name: string) =>
    shared.includes(name) ? whole : `@${scope}.${name}`,
  );
}
