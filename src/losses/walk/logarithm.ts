/** The logarithms that slides print without saying which. */
export type Logarithm = 'ln' | 'log2' | 'log10';

/** What a natural logarithm is divided by. */
export const LN_OF_BASE: Readonly<Record<Logarithm, number>> = { ln: 1, log2: Math.LN2, log10: Math.LN10 };

/** As it is written before its argument, in TeX. */
export const LOG_TEX: Readonly<Record<Logarithm, string>> = {
  ln: String.raw`\ln`,
  log2: String.raw`\log_2`,
  log10: String.raw`\log_{10}`,
};
