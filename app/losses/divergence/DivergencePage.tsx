/** KL divergence on bars that can be dragged. */
export function DivergencePage() {
  return <div className="loss-page divergence-page" />;
}
