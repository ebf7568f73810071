/** How formulas are said aloud. */
export const speechMessages = {
  line: (left: string, right: string, numbers: string | null, relation: string, value: string) =>
    numbers === null
      ? `${left} equals ${right}; in numbers: ${value}.`
      : `${left} equals ${right}; in numbers: ${numbers} ${relation} ${value}.`,
  onlyIf: (line: string, condition: string) => `If ${condition}: ${line}`,
  stays: (left: string, condition: string, value: string) =>
    `${left} is computed only if ${condition}; in this step it stays ${value}.`,
  condition: (words: string, now: string | null) => (now === null ? words : `${words}, here ${now}`),
  where: (parts: readonly string[]) => `Here ${parts.join(', and ')}.`,
  whereNow: (parts: readonly string[]) => `In this step ${parts.join(', and ')}.`,
  relations: {
    '=': 'equals',
    '≈': 'is about',
    '>': 'is greater than',
    [String.raw`\leftarrow`]: 'becomes',
  } as Readonly<Record<string, string>>,

  minus: 'minus',
  plus: 'plus',
  times: 'times',
  entrywise: 'entrywise times',
  over: 'over',
  modulo: 'modulo',
  half: 'one half',
  infinity: 'infinity',
  notANumber: 'not a number',
  tenTo: (power: string) => `ten to the ${power}`,
  /** Around what would be heard as two things: “m over the quantity 1 minus β”. */
  openQuantity: 'the quantity',
  closeQuantity: ', end quantity',
  squared: (base: string) => `${base} squared`,
  power: (base: string, exponent: string) => `${base} to the power of ${exponent}`,
  inverse: (base: string) => `the inverse of ${base},`,
  exponential: (exponent: string) => `e to the power of ${exponent}`,
  root: (of: string) => `the square root of ${of},`,
  floor: (of: string) => `the whole part of ${of},`,
  absolute: (of: string) => `the absolute value of ${of},`,
  norm: (of: string) => `the norm of ${of},`,
  normOfOrder: (order: string, of: string) => `the ${order} norm of ${of},`,
  column: (entries: readonly string[]) => `the column ${entries.join(', ')},`,
  row: (entries: readonly string[]) => `the row ${entries.join(', ')},`,
  matrix: (rows: readonly (readonly string[])[]) =>
    `the matrix with rows ${rows.map((row) => row.join(', ')).join('; ')};`,
  identity: 'the identity matrix',
  circleNumber: 'pi',

  /** What stands before what a function takes. */
  functions: {
    value: (at: string) => `f at ${at},`,
    gradient: (at: string) => `the gradient of f at ${at},`,
    hessian: (at: string) => `the Hessian of f at ${at},`,
    sign: (of: string) => `the sign of ${of},`,
    diag: (of: string) => `the diagonal of ${of},`,
    cos: (of: string) => `the cosine of ${of},`,
    ln: (of: string) => `the natural logarithm of ${of},`,
    msign: (of: string) => `the matrix sign of ${of},`,
    proj: (of: string) => `the nearest feasible point to ${of},`,
    Rademacher: (t: string) => `the random signs of step ${t}`,
    max: (a: string, b: string) => `the larger of ${a} and ${b},`,
    min: (a: string, b: string) => `the smaller of ${a} and ${b},`,
    clip: (of: string, low: string, high: string) => `the clip to between ${low} and ${high} of ${of},`,
    Armijo: (point: string, gradient: string, first: string, shrink: string) =>
      `the Armijo step from ${point} along minus ${gradient}, that begins with ${first} and shrinks by ${shrink},`,
    Wolfe: (point: string, direction: string, first: string) =>
      `the Wolfe step from ${point} along ${direction}, that begins with ${first},`,
  } satisfies Readonly<Record<string, (...args: string[]) => string>>,
  /** The same of functions with a number below. */
  numbered: {
    NS: (steps: string, of: string, a: string, b: string, c: string) =>
      `the Newton–Schulz iteration of ${steps} steps on ${of}, with coefficients ${a}, ${b} and ${c},`,
    H: (pairs: string, of: string) => `the inverse Hessian by the last ${pairs} pairs, times ${of},`,
  } satisfies Readonly<Record<string, (...args: string[]) => string>>,
  otherFunction: (name: string, args: readonly string[]) => `${name} of ${args.join(' and ')},`,
} as const;

/** Letters and signs as they are said, where TeX has a command for them or they stand by themselves. */
export const SPOKEN_SIGNS: Readonly<Record<string, string>> = {
  '+': 'plus',
  '-': 'minus',
  '−': 'minus',
  '=': 'equals',
  '<': 'is less than',
  '>': 'is greater than',
  '/': 'over',
  ':': 'with',
  ',': ',',
  '&': ',',
  '*': 'star',
  "'": 'prime',
  '[': 'the interval',
  [String.raw`\le`]: 'is at most',
  [String.raw`\leq`]: 'is at most',
  [String.raw`\ge`]: 'is at least',
  [String.raw`\geq`]: 'is at least',
  [String.raw`\ne`]: ', not',
  [String.raw`\in`]: 'in',
  [String.raw`\infty`]: 'infinity',
  [String.raw`\cdot`]: 'times',
  [String.raw`\times`]: 'times',
  [String.raw`\odot`]: 'entrywise times',
  [String.raw`\approx`]: 'is about',
  [String.raw`\leftarrow`]: 'becomes',
  [String.raw`\nabla`]: 'the gradient of',
  [String.raw`\Delta`]: 'Delta',
  [String.raw`\#`]: 'the number of',
  [String.raw`\{`]: '',
  [String.raw`\}`]: '',
  [String.raw`\\`]: ',',
  [String.raw`\textstyle`]: '',
  [String.raw`\displaystyle`]: '',
  [String.raw`\left`]: '',
  [String.raw`\right`]: '',
  [String.raw`\quad`]: ',',
  [String.raw`\bmod`]: 'modulo',
  [String.raw`\varepsilon`]: 'epsilon',
  [String.raw`\varphi`]: 'phi',
  [String.raw`\lfloor`]: 'the whole part of',
  [String.raw`\rfloor`]: ',',
  [String.raw`\lVert`]: 'the norm of',
  [String.raw`\rVert`]: ',',
  [String.raw`\lvert`]: 'the absolute value of',
  [String.raw`\rvert`]: ',',
  '(': '',
  ')': '',
  ']': '',
};

/** Marks above a letter. */
export const SPOKEN_MARKS: Readonly<Record<string, string>> = {
  [String.raw`\hat`]: 'hat',
  [String.raw`\widehat`]: 'hat',
  [String.raw`\bar`]: 'bar',
  [String.raw`\overline`]: 'bar',
  [String.raw`\tilde`]: 'tilde',
  [String.raw`\dot`]: 'dot',
};

/** Parts of a symbol. */
export const symbolMessages = {
  capital: (letter: string) => `capital ${letter}`,
  subscript: (words: string) => `sub ${words}`,
  /** Of a symbol with t + 1 or t − 1 below it. */
  ofNextStep: 'of the next step',
  ofStepBefore: 'of the step before',
  transposed: 'transposed',
  valueAt: 'f at',
  sumOver: (words: string) => `the sum over ${words} of`,
} as const;
