import { levelText } from '../../src/ground/levelText.ts';
import type { LawScale } from './lawScale.ts';

const TICK = 5;

/** Ticks of both logarithms, with rules at those of the deviation. @param text height of a number */
export function LawAxes({ scale, text }: { scale: LawScale; text: number }) {
  const { box, sizes, deviations } = scale;
  return (
    <g className="data-axes">
      {deviations.map((value) => (
        <g key={value}>
          <line className="data-rule" x1={box.left} x2={box.right} y1={scale.y(value)} y2={scale.y(value)} />
          <text x={box.left - 6} y={scale.y(value)} dy="0.34em" textAnchor="end">
            {levelText(value)}
          </text>
        </g>
      ))}
      <line x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
      {sizes.map((value) => (
        <g key={value}>
          <line x1={scale.x(value)} x2={scale.x(value)} y1={box.bottom} y2={box.bottom + TICK} />
          <text x={scale.x(value)} y={box.bottom + TICK + 0.95 * text} textAnchor="middle">
            {levelText(value)}
          </text>
        </g>
      ))}
      <text className="data-x" x={box.right} y={box.bottom + TICK + 2.1 * text} textAnchor="end">
        B
      </text>
    </g>
  );
}
