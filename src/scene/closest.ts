/** Most names worth asking about, and the part of a name that may be written wrongly. */
const MOST = 3;
const WRONG_PART = 0.4;

/** The names that someone who wrote this may have meant, the likeliest first: few letters apart, or one within the other. */
export function closest(written: string, names: readonly string[]): readonly string[] {
  const text = written.toLowerCase();
  return names
    .map((name) => ({ name, apart: isWithin(text, name) ? 1 : editDistance(text, name) }))
    .filter(({ name, apart }) => apart <= WRONG_PART * Math.max(text.length, name.length))
    .toSorted((a, b) => a.apart - b.apart)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** Whether one is a part of the other that is long enough to tell. */
function isWithin(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.includes(short);
}

/** How many letters have to be put in, left out, exchanged, or swapped with the next to make one text the other. */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = row[j - 1] + Number(a[i - 1] !== b[j - 1]);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? before[j - 2] + 1 : Infinity;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, exchanged, swapped));
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
