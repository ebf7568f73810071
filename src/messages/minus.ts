/** “a − b”; a negative b in parentheses. */
export const minus = (a: string, b: string) => `${a} − ${/^[-−]/.test(b) ? `(${b})` : b}`;
