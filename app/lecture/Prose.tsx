/** A letter by itself that names a quantity, and not the s of a genitive or the article. */
const QUANTITY = /(?<![\p{L}’])([b-zB-Z\p{Script=Greek}])(?![\p{L}\d’])/u;

/** A sentence with the quantities that it names in italics. */
export function Prose({ text }: { text: string }) {
  return text.split(QUANTITY).map((piece, i) => (i % 2 === 1 ? <i key={i}>{piece}</i> : piece));
}
