import { readStep } from '../../src/reading/readStep.ts';
import type { StepReading } from '../../src/reading/reading.ts';
import type { CurrentStep } from './stepSource.ts';

const known = new WeakMap<CurrentStep, StepReading>();

/** A step's lines with their numbers; computed once a step, however many parts of the panel read them. */
export function readingOf(step: CurrentStep): StepReading {
  const reading = known.get(step) ?? readStep(step.task, step.explanation);
  known.set(step, reading);
  return reading;
}
