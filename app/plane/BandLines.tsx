import { memo } from 'react';
import type { Problem } from '../../src/problems/problem.ts';
import { feasibleBand } from './feasibleBand.ts';
import type { Viewport } from './viewport.ts';

/** Where a problem of one parameter is feasible: what lies above and below is covered, and both ends are lined. */
export const BandLines = memo(function BandLines({
  problem,
  viewport,
}: {
  problem: Problem;
  viewport: Viewport;
}) {
  const band = feasibleBand(problem, viewport);
  if (!band) return null;
  const { width, height } = viewport;
  return (
    <svg className="feasible-band" aria-hidden="true" width={width} height={height}>
      <rect className="infeasible" width={width} height={Math.max(0, band.top)} />
      <rect className="infeasible" y={band.bottom} width={width} height={Math.max(0, height - band.bottom)} />
      <line x2={width} y1={band.top} y2={band.top} />
      <line x2={width} y1={band.bottom} y2={band.bottom} />
    </svg>
  );
});
