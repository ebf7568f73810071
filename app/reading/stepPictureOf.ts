import { typeset } from '../../src/equations/equation.ts';
import { pictureOf } from '../../src/reading/arrows.ts';
import type { StepPicture } from '../../src/reading/arrows/stepPicture.ts';
import { symbolsOf } from '../../src/reading/symbols.ts';
import type { Task } from '../../src/scene/scene.ts';
import type { CurrentStep } from './stepSource.ts';

const pictures = new WeakMap<CurrentStep, StepPicture>();
const symbols = new WeakMap<Task, ReadonlyMap<string, string>>();

/** The picture of a step, made once for the map and the table. */
export function stepPictureOf(step: CurrentStep): StepPicture {
  const known = pictures.get(step);
  if (known) return known;
  const picture = pictureOf(step.task, step.explanation);
  pictures.set(step, picture);
  return picture;
}

/** A template of a run's rule as TeX in its symbols. */
export function arrowTex(task: Task, template: string): string {
  const known = symbols.get(task) ?? symbolsOf(task);
  symbols.set(task, known);
  return typeset(template, (name) => known.get(name) ?? name);
}

/**
 * The arrow or point that a name of the equations lights: its own, else all in which it stands, as a setting does.
 */
export function isLit(
  lit: string | null,
  { term, names }: { readonly term: string; readonly names: readonly string[] },
  all: readonly { readonly term: string }[],
): boolean {
  if (lit === null) return false;
  return term === lit || (names.includes(lit) && !all.some((other) => other.term === lit));
}
