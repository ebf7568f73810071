import { useImperativeHandle, useRef, type Ref } from 'react';

/** What is drawn where the map is read; written around React, because it follows the pointer. */
export interface PointerMarksHandle {
  /** @param slope of f to the right and upward; null hides the arrow against it */
  arrow(x: number, y: number, slope: readonly [number, number] | null): void;
  /** The step of a path that is meant; null for none. */
  step(at: { readonly x: number; readonly y: number; readonly color: string } | null): void;
  /** A cross through the plot for who reads by keyboard; null hides it. */
  cross(at: { readonly x: number; readonly y: number } | null): void;
}

/** The arrow against the gradient has one length: it is a direction, the readout has the numbers. */
const [TAIL, TIP] = [9, 33];

export function PointerMarks({
  ref,
  width,
  height,
}: {
  ref: Ref<PointerMarksHandle>;
  width: number;
  height: number;
}) {
  const arrow = useRef<SVGGElement>(null);
  const step = useRef<SVGCircleElement>(null);
  const cross = useRef<SVGGElement>(null);

  useImperativeHandle(ref, () => {
    const put = (element: SVGElement | null, transform: string | null) => {
      if (!element) return;
      element.setAttribute('display', transform === null ? 'none' : 'inline');
      if (transform !== null) element.setAttribute('transform', transform);
    };
    return {
      arrow(x, y, slope) {
        const length = slope ? Math.hypot(...slope) : 0;
        const hasDirection = slope !== null && length > 0 && Number.isFinite(length);
        // Against the slope; pixels count downward.
        const degrees = hasDirection ? (Math.atan2(slope[1], -slope[0]) * 180) / Math.PI : 0;
        put(arrow.current, hasDirection ? `translate(${x} ${y}) rotate(${degrees})` : null);
      },
      step(at) {
        put(step.current, at && `translate(${at.x} ${at.y})`);
        if (at) step.current?.style.setProperty('stroke', `var(${at.color})`);
      },
      cross: (at) => put(cross.current, at && `translate(${at.x} ${at.y})`),
    };
  }, []);

  return (
    <svg className="pointer-marks" aria-hidden="true" width={width} height={height}>
      <g ref={cross} className="cross" display="none">
        <path
          className="cross-line"
          d={`M${-2 * width} 0H-8M8 0H${2 * width}M0${-2 * height}V-8M0 8V${2 * height}`}
        />
        <circle r="4" />
      </g>
      <circle ref={step} className="near-step" r="5.5" display="none" />
      <g ref={arrow} className="descent" display="none">
        <path className="descent-halo" d={`M${TAIL} 0H${TIP}M${TIP - 7}-4.5 ${TIP} 0 ${TIP - 7} 4.5`} />
        <path d={`M${TAIL} 0H${TIP}M${TIP - 7}-4.5 ${TIP} 0 ${TIP - 7} 4.5`} />
      </g>
    </svg>
  );
}
