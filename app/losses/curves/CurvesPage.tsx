/** Losses of one number on one chart, with their gradients. */
export function CurvesPage() {
  return <div className="loss-page curves-page" />;
}
