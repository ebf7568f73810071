/** The four lectures the product is made from, by their short names. */
export type Lecture = 'Memphis' | 'Erlangen' | 'Optimizers' | 'Westlake';

/** Where a formula comes from: a lecture with its place, or a paper with its equation or section. */
export type Citation =
  { readonly lecture: Lecture; readonly at: string } | { readonly paper: string; readonly at: string };
