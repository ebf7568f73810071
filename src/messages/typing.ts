/** Sentences on a number that was typed. */
export const typingMessages = {
  /** @param sentence one of the sentences about scenes */
  refused: (label: string, sentence: string) => `${capitalized(label)}: ${sentence}.`,
  numberMissing: 'a number is missing',
  notWritten: (text: string) => `“${text}” is not a number; write it as in 0.05, 1e-3 or 10⁻³`,
} as const;

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
