import { useImperativeHandle, useRef, type Ref } from 'react';
import { mapMessages as say } from '../../src/messages/map.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { coordinateText } from './coordinateText.ts';
import type { Probe } from './probe.ts';

/** What is read at a point of the map. */
export interface Reading {
  readonly probe: Probe;
  /** The step that is read, where time runs to the right; null elsewhere. */
  readonly time: number | null;
  /** Decimals that pixels can tell apart. */
  readonly decimals: number;
  /** The run that passes here. */
  readonly run: { readonly name: string; readonly color: string; readonly step: number } | null;
}

/** Written into the page around React: it follows the pointer. */
export interface ReadoutHandle {
  show(reading: Reading): void;
  hide(): void;
  /** Says it aloud. */
  announce(reading: Reading): void;
}

/** What the map's two coordinates and the function on it are called. */
export interface ReadoutNames {
  readonly x: string;
  readonly y: string;
  readonly f: string;
  /** Whether the slopes along both coordinates are shown. */
  readonly hasGradient: boolean;
}

/** Coordinates, f and its gradient at the pointer, quietly at the foot of the map. */
export function Readout({ ref, names }: { ref: Ref<ReadoutHandle>; names: ReadoutNames }) {
  const line = useRef<HTMLParagraphElement>(null);
  const run = useRef<HTMLSpanElement>(null);
  const runName = useRef<HTMLElement>(null);
  const runStep = useRef<HTMLDataElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);
  const x = useRef<HTMLDataElement>(null);
  const y = useRef<HTMLDataElement>(null);
  const f = useRef<HTMLDataElement>(null);
  const slopeX = useRef<HTMLDataElement>(null);
  const slopeY = useRef<HTMLDataElement>(null);

  useImperativeHandle(ref, () => {
    const write = (element: HTMLDataElement | null, value: number, text: string) => {
      if (!element) return;
      element.value = String(value);
      element.textContent = text;
    };
    return {
      show({ probe: { u, v, value, slope }, time, decimals, run: near }) {
        if (!line.current || !run.current || !runName.current) return;
        line.current.hidden = false;
        write(x.current, time ?? u, acrossText(u, time, decimals));
        write(y.current, v, coordinateText(v, decimals));
        write(f.current, value, formatMeasure(value));
        write(slopeX.current, slope[0], formatMeasure(slope[0]));
        write(slopeY.current, slope[1], formatMeasure(slope[1]));
        run.current.hidden = near === null;
        if (!near) return;
        runName.current.textContent = near.name;
        runName.current.style.color = `var(${near.color})`;
        write(runStep.current, near.step, formatCount(near.step));
      },
      hide() {
        if (line.current) line.current.hidden = true;
      },
      announce({ probe: { u, v, value, slope }, time, decimals, run: near }) {
        if (!spoken.current) return;
        const values = say.values(
          [names.x, acrossText(u, time, decimals)],
          [names.y, coordinateText(v, decimals)],
          [names.f, formatMeasure(value)],
          names.hasGradient ? `(${slope.map(formatMeasure).join(', ')})` : null,
        );
        spoken.current.textContent = near
          ? say.valuesOnRun(near.name, formatCount(near.step), values)
          : values;
      },
    };
  }, [names]);

  return (
    <>
      <p className="readout" ref={line} hidden>
        <span className="readout-run" ref={run} hidden>
          <b ref={runName} />, {say.stepWord} <data ref={runStep} data-quantity="step" />
        </span>
        <span className="readout-values">
          <i>{names.x}</i> <data ref={x} data-quantity="x" />
          <span className="readout-gap" /> <i>{names.y}</i> <data ref={y} data-quantity="y" />
          <span className="readout-gap" /> <i>{names.f}</i> <data ref={f} data-quantity="f" />
          {names.hasGradient && (
            <>
              <span className="readout-gap" /> ∇<i>{names.f}</i> (
              <data ref={slopeX} data-quantity="slope-x" />, <data ref={slopeY} data-quantity="slope-y" />)
            </>
          )}
        </span>
      </p>
      <p className="visually-hidden" role="status" ref={spoken} />
    </>
  );
}

function acrossText(u: number, time: number | null, decimals: number): string {
  return time === null ? coordinateText(u, decimals) : formatCount(time);
}
