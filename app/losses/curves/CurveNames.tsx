import { useMemo } from 'react';
import { slotOf } from '../../plane/slots.ts';
import { useAppState } from '../../ui/AppContext.ts';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import type { ChartFrame } from '../parts/LossChart.tsx';
import { piecesOf } from './CurveLines.tsx';
import { infinityBoxes } from './InfinityMarks.tsx';
import { FAN_WORDS, kinkWordsPlace } from './KinkFan.tsx';
import { bodyEm } from '../parts/bodyEm.ts';
import { labelPlaces } from './labelPlaces.ts';
import type { Curves } from './useCurves.ts';

/** A letter of a name, and its line, in pixels of letters that are 15 pixels high. */
const LETTER = 7.1;
const LINE = 16;
const USUAL = 15;
/** Every so many points of a line are looked at. */
const EVERY = 4;

/** The names of the losses beside their curves. */
export function CurveNames({ frame, curves }: { frame: ChartFrame; curves: Curves }) {
  const { shown, focus } = curves;
  const theme = useAppState((state) => state.theme);
  const isNarrow = useMedia(NARROW);
  const { width, height } = frame;
  const drawn = shown
    .map(({ curve }) => [curve.axis, curve.id, curve.target, ...Object.values(curve.parameters)].join(' '))
    .join();
  const places = useMemo(() => {
    const em = bodyEm();
    const size = em / USUAL;
    const lines = shown.map(({ curve }) => ({
      name: curve.name,
      points: piecesOf(curve, 'value', frame.x.domain)
        .flat()
        .filter((_, i) => i % EVERY === 0)
        .map(([x, y]) => [frame.x(x), Math.min(height + 40, Math.max(-40, frame.y(y)))] as const),
    }));
    const fans = (focus?.curve.kinks ?? []).map((kink) => {
      const { x, y, anchor } = kinkWordsPlace(frame, focus?.curve.valueAt(kink.at) ?? 0, kink, em);
      // Kept free, so that names stay where they are when the prediction is at a corner.
      const wide = FAN_WORDS * em;
      const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
      return { left, right: left + wide, top: y - (LINE * size) / 2, bottom: y + (LINE * size) / 2 };
    });
    const taken = [...fans, ...infinityBoxes(frame, shown, em)];
    return labelPlaces(lines, { width, height, letter: LETTER * size, line: LINE * size }, taken);
    // The frame is another one each time: its size and the losses say all of it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [width, height, drawn, focus?.curve.id, theme]);
  return (
    <g aria-hidden="true">
      {!isNarrow &&
        places.map(({ name, x, y }) => {
          const named = shown.find(({ curve }) => curve.name === name);
          return (
            <text
              key={name}
              className="loss-label curve-name"
              style={named && { fill: `var(${slotOf(named.slot).color})` }}
              x={x}
              y={y}
              dy="0.34em"
              textAnchor="middle"
            >
              {name}
            </text>
          );
        })}
    </g>
  );
}
