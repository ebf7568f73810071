/** A turn for the page: input, the worker's messages and frames come first. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
