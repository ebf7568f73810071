/** The four lectures the product is made from, by their short names. */
export const LECTURES = ['Memphis', 'Erlangen', 'Optimizers', 'Westlake'] as const;
export type Lecture = (typeof LECTURES)[number];

/** Where a formula comes from: a lecture with its place, or a paper with its equation or section. */
export type Citation =
  { readonly lecture: Lecture; readonly at: string } | { readonly paper: string; readonly at: string };
