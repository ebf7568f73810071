import { xToPixels } from './span.ts';
import type { PaintedChart } from './chartPainter.ts';

/** Pixels between the scrubber and the chart. */
const GAP = 13;

/** While the chart shows a part of the scrubber’s steps: which part, drawn between the two. */
export function ZoomFunnel({ shown: { span, total, scene } }: { shown: PaintedChart }) {
  if (scene.view.against !== 'steps') return null;
  const { width } = scene.size;
  const whole = { from: 0, to: total };
  const [left, right] = [xToPixels(whole, span.from, width), xToPixels(whole, span.to, width)];
  return (
    <svg className="chart-funnel wide-only" aria-hidden="true" width={width} height={GAP}>
      <path className="chart-funnel-area" d={`M${left} 0 L0 ${GAP} H${width} L${right} 0 Z`} />
      <path d={`M${left} 0 L0 ${GAP} M${right} 0 L${width} ${GAP}`} />
      <path className="chart-funnel-part" d={`M${left} 0 H${Math.max(right, left + 1)}`} />
    </svg>
  );
}
