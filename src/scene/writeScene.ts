import type { Choice, Run, Scene } from './scene.ts';

/** A scene as the JSON of files: full values, and what is empty left out. `readScene` reads it back without issues. */
export function writeScene(scene: Scene): Record<string, unknown> {
  const { view, runs, ...rest } = scene;
  return {
    ...rest,
    runs: runs.map(writeRun),
    ...(Object.keys(view).length === 0 ? {} : { view }),
  };
}

function writeRun({ optimizer, schedule, modifiers, name, slot, hidden }: Run): Record<string, unknown> {
  return {
    optimizer,
    ...(schedule.length === 0 ? {} : { schedule: one(schedule) }),
    ...(modifiers.length === 0 ? {} : { modifiers }),
    ...(name === null ? {} : { name }),
    slot,
    ...(hidden ? { hidden } : {}),
  };
}

function one(choices: readonly Choice<string>[]) {
  return choices.length === 1 ? choices[0] : choices;
}
