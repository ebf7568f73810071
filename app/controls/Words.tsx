/** A letter by itself that names a quantity: every Latin one but the article, and every Greek one. */
const QUANTITY = /(?<!\p{L})([b-zA-Z\p{Script=Greek}])(?!\p{L})/u;

/** Words with the quantities that they name in italics: decay of *m*. */
export function Words({ text }: { text: string }) {
  return text.split(QUANTITY).map((piece, i) => (i % 2 === 1 ? <i key={i}>{piece}</i> : piece));
}
