/** Softmax cross-entropy, step by step. */
export function SoftmaxPage() {
  return <div className="loss-page softmax-page" />;
}
