const SIZE = 12;
const HALF = 4;

/** The mark of a class, as its samples have it. */
export function ClassMark({ isPositive }: { isPositive: boolean }) {
  return (
    <svg className="class-mark" aria-hidden="true" width={SIZE} height={SIZE} viewBox="-6 -6 12 12">
      {isPositive ? (
        <path d={`M${-HALF} ${-HALF}L${HALF} ${HALF}M${-HALF} ${HALF}L${HALF} ${-HALF}`} />
      ) : (
        <circle r={HALF} />
      )}
    </svg>
  );
}
