import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/engine/trajectory.ts';
import { stepNote } from './stepNote.ts';

const evaluations = { value: 0, gradient: 40, hessian: 0 };
const DIVERGED: Outcome = { kind: 'diverged', step: 40, evaluations };
const FINISHED: Outcome = { kind: 'finished', step: 300, evaluations };

describe('what the panel says of the step it shows', () => {
  test('nothing where it is the one at the playhead', () => {
    expect(stepNote({ wanted: 37, shown: 37, outcome: FINISHED, isLate: true })).toBe('');
    expect(stepNote({ wanted: 40, shown: 40, outcome: DIVERGED, isLate: true })).toBe('');
  });

  test('that there is no update at the start', () => {
    expect(stepNote({ wanted: 0, shown: null, outcome: null, isLate: false })).toBe(
      'Step 0 is the start: no update yet.',
    );
  });

  test('how the run ended, behind its end, and that its last step is shown', () => {
    expect(stepNote({ wanted: 41, shown: 40, outcome: DIVERGED, isLate: false })).toBe(
      'It diverged at step 40 and left the picture. Step 40, its last, is shown.',
    );
    const stopped: Outcome = { kind: 'stopped', step: 12, reason: { kind: 'singular-hessian' }, evaluations };
    expect(stepNote({ wanted: 300, shown: 12, outcome: stopped, isLate: false })).toContain('singular');
  });

  test('of an answer that is awaited, not before one notices', () => {
    const awaited = { wanted: 1200, shown: 1180, outcome: null };
    expect(stepNote({ ...awaited, isLate: false })).toBe('');
    expect(stepNote({ ...awaited, isLate: true })).toBe(
      'Step 1,200 has not been computed yet; this is step 1,180.',
    );
    expect(stepNote({ ...awaited, shown: null, isLate: true })).toBe('Step 1,200 is being computed.');
  });
});
