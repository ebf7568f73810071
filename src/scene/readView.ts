import { sceneMessages as say } from '../messages/scene.ts';
import { readEntries, readFields, readMember, readNumber, report, type Place } from './reading.ts';
import { MAX_RUNS, MAX_STEPS, THEMES, type View } from './scene.ts';

/** What one looked at; every part may be missing. */
export function readView(place: Place): View {
  const fields =
    place.value === undefined ? null : readFields(place, ['focus', 'playhead', 'window', 'theme']);
  if (!fields) return {};
  const focus = readNumber(fields.focus, { min: 0, below: MAX_RUNS, integer: true }, undefined);
  const playhead = readNumber(fields.playhead, { min: 0, max: MAX_STEPS, integer: true }, undefined);
  const theme = readMember(fields.theme, THEMES, undefined);
  const window = readWindow(fields.window);
  return {
    ...(focus === undefined ? {} : { focus }),
    ...(playhead === undefined ? {} : { playhead }),
    ...(window === undefined ? {} : { window }),
    ...(theme === undefined ? {} : { theme }),
  };
}

function readWindow(place: Place): View['window'] {
  const fields = place.value === undefined ? null : readFields(place, ['x', 'y']);
  if (!fields) return undefined;
  const x = readInterval(fields.x);
  const y = readInterval(fields.y);
  return x && y ? { x, y } : undefined;
}

function readInterval(place: Place): readonly [number, number] | null {
  const entries = readEntries(place);
  if (!entries) return null;
  const [from, to] = entries.map((entry) => readNumber(entry, {}, null));
  if (entries.length === 2 && from !== null && to !== null && from < to) return [from, to];
  report(place, say.emptyWindow);
  return null;
}
