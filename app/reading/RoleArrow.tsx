import type { ArrowRole } from '../../src/optimizers/optimizer.ts';

const WIDTH = 30;
const HEIGHT = 12;

/** The arrow of a term as the map draws it: colour, width and dash by its role. */
export function RoleArrow({ role }: { role: ArrowRole }) {
  return (
    <svg className="role-arrow" data-role={role} aria-hidden="true" width={WIDTH} height={HEIGHT}>
      <line x1="0" x2={WIDTH - 11} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <path d={`M${WIDTH - 12} 1.5L${WIDTH} ${HEIGHT / 2}L${WIDTH - 12} ${HEIGHT - 1.5}Z`} />
    </svg>
  );
}
