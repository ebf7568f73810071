import { useEffect, useState } from 'react';
import type { OptimizerId } from '../../src/optimizers/registry.ts';
import { TINY_SCENE, tinyPath, type Polyline } from './tinyPath.ts';

/** Pixels a unit, and where the minimizer stands. */
const UNIT = 11;
const WIDTH = 72;
const HEIGHT = 40;
const CENTRE = [50, HEIGHT / 2] as const;
/** Half lengths of the contours along the ravine. */
const CONTOURS = [1.2, 2.8, 4.6];

/** A small picture of how an optimizer walks: down a ravine to its minimizer, over three contours. The path comes a moment later. */
export function TinyPath({ id }: { id: OptimizerId }) {
  const across = Math.sqrt(TINY_SCENE.problem.params.kappa);
  const [path, setPath] = useState<Polyline>([]);
  useEffect(() => {
    let isGone = false;
    void tinyPath(id).then((found) => isGone || setPath(found));
    return () => {
      isGone = true;
    };
  }, [id]);
  const points = path.map(
    ([x, y]) => `${(CENTRE[0] + x * UNIT).toFixed(1)},${(CENTRE[1] - y * UNIT).toFixed(1)}`,
  );
  return (
    <svg className="tiny-path" aria-hidden="true" width={WIDTH} height={HEIGHT}>
      {CONTOURS.map((length) => (
        <ellipse
          key={length}
          cx={CENTRE[0]}
          cy={CENTRE[1]}
          rx={length * UNIT}
          ry={(length * UNIT) / across}
        />
      ))}
      <polyline points={points.join(' ')} />
      <circle cx={CENTRE[0]} cy={CENTRE[1]} r="1.5" />
    </svg>
  );
}
