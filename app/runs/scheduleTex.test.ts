import { renderToString } from 'katex';
import { describe, expect, test } from 'vitest';
import { SCHEDULES, type ScheduleId } from '../../src/schedules/registry.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import { scheduleTex } from './scheduleTex.ts';

const texOf = (id: ScheduleId) => scheduleTex(SCHEDULES[id], defaultsOf(SCHEDULES[id].hyperparameters));

describe.each(Object.keys(SCHEDULES) as ScheduleId[])('the formula of %s', (id) => {
  test('leaves no name without its symbol, and is TeX that KaTeX takes', () => {
    const tex = texOf(id);
    expect(tex).not.toMatch(/@|undefined/);
    expect(tex.replaceAll(/\\[A-Za-z]+|\{aligned\}|\[2pt\]/g, ' ')).not.toMatch(/[A-Za-z]{2,}/);
    expect(() => renderToString(tex, { throwOnError: true, strict: 'error' })).not.toThrow();
  });
});

test('a step decay reads q to the ⌊(t − 1)/n⌋', () => {
  expect(texOf('step').replaceAll(/[{}]/g, '')).toBe(String.raw`q^\lfloor (t - 1) / n \rfloor`);
});

test('what restarts mean by their letters stands below their formula', () => {
  expect(texOf('restarts').split(String.raw`\\[2pt]`)).toHaveLength(3);
});
