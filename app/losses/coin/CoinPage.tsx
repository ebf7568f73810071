/** Bernoulli and categorical likelihood of a coin. */
export function CoinPage() {
  return <div className="loss-page coin-page" />;
}
