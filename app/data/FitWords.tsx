import { useRef } from 'react';
import type { DataModel } from '../../src/problems/problem.ts';
import { readingAt } from '../engine/trajectories.ts';
import { slotOf } from '../plane/slots.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { useFrame } from '../ui/useFrame.ts';
import { fitInPanel } from './fitText.ts';

/** How the focused run does on the samples at the playhead: written around React, once a step. */
export function FitWords({ data }: { data: DataModel }) {
  const { session, playback } = useApp();
  const focus = useAppState((state) => state.focus);
  const runs = useAppState(({ scene }) => scene.runs);
  const words = useRef<HTMLParagraphElement>(null);
  const written = useRef<{ data: DataModel; name: string; x: number; y: number } | null>(null);
  const run = runs[focus];
  const name = run ? runNames(runs)[focus] : '';
  useFrame(() => {
    const trajectory = session.displayed()[focus];
    const reading = trajectory && readingAt(trajectory, Math.floor(playback.playhead));
    if (!words.current) return;
    if (!reading || reading.point.length !== 2) {
      words.current.textContent = '';
      written.current = null;
      return;
    }
    const [x, y] = reading.point;
    const now = written.current;
    if (now && now.data === data && now.name === name && Object.is(now.x, x) && Object.is(now.y, y)) return;
    written.current = { data, name, x, y };
    words.current.textContent = fitInPanel(name, data, reading.point);
  }, true);
  return (
    <p
      ref={words}
      className="data-fit"
      style={run ? { color: `var(${slotOf(run.slot).color})` } : undefined}
    />
  );
}
