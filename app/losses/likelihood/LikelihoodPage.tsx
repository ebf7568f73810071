/** Maximum likelihood and squared error side by side. */
export function LikelihoodPage() {
  return <div className="loss-page likelihood-page" />;
}
