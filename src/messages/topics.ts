/** Why a value on a page of the losses makes no sense beside the others. */
export const topicMessages = {
  noClass: (found: number, count: number) =>
    `${found} is not the index of a class; there are ${count}, counted from 0`,
  unequal: (found: number, expected: number) =>
    `it has ${found} ${found === 1 ? 'entry' : 'entries'} where the truth has ${expected}`,
} as const;
