import type { ArrowRole } from '../../src/optimizers/optimizer.ts';
import type { LaidArrow } from './arrowLayout.ts';

/** Length and half the width of an arrowhead, in pixels. */
const HEADS: Readonly<Partial<Record<ArrowRole, readonly [number, number]>>> = {
  update: [16, 8],
  gradient: [12, 5],
};
const HEAD = [13, 5.5] as const;
/** A head is no longer than this part of its arrow. */
const MOST = 0.7;

interface DrawnArrowProps {
  readonly arrow: LaidArrow;
  readonly lit: boolean;
}

/** One arrow: width, dash and colour by its role, in the stylesheet. */
export function DrawnArrow({ arrow, lit }: DrawnArrowProps) {
  const { shaft, head, transform } = outlineOf(arrow, lit);
  return (
    <g
      className="map-arrow"
      data-role={arrow.role}
      data-arrow={arrow.term}
      data-lit={lit || undefined}
      transform={transform}
    >
      <line className="arrow-shaft" x2={shaft} />
      <path className="arrow-head" d={head} />
    </g>
  );
}

/** What lies below an arrow, and below all others, so that those along one another stay in sight. */
export function ArrowHalo({ arrow, lit }: DrawnArrowProps) {
  const { shaft, head, transform } = outlineOf(arrow, lit);
  return (
    <g className="arrow-halo" data-role={arrow.role} transform={transform}>
      <line x2={shaft} />
      <path d={head} />
    </g>
  );
}

function outlineOf({ role, from, to }: LaidArrow, lit: boolean) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [full, half] = HEADS[role] ?? HEAD;
  const size = Math.min(1, (MOST * length) / full) * (lit ? 1.2 : 1);
  const back = full * size;
  const shaft = Math.max(0, length - 0.85 * back);
  const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const head = `M${length} 0L${length - back} ${half * size}L${length - 0.8 * back} 0L${length - back} ${-half * size}Z`;
  return { shaft, head, transform: `translate(${from.x} ${from.y}) rotate(${degrees})` };
}
