/** A line of a report. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What it may be at most, or at least; absent where nothing is promised. */
  readonly budget?: string;
  readonly verdict?: 'ok' | 'over';
}

/** How a number of some kind is written and held to its budget. */
export interface Unit {
  readonly name: string;
  readonly digits: number;
}

export const UNITS = {
  nanoseconds: { name: 'ns', digits: 1 },
  milliseconds: { name: 'ms', digits: 1 },
  seconds: { name: 's', digits: 2 },
  ratio: { name: '×', digits: 2 },
  bytes: { name: 'B', digits: 3 },
  kilobytes: { name: 'kB', digits: 1 },
  megabytes: { name: 'MB', digits: 1 },
  perSecond: { name: 'a second', digits: 1 },
  percent: { name: '%', digits: 0 },
  count: { name: '', digits: 0 },
} as const satisfies Record<string, Unit>;

/** A number that nothing is promised of. */
export function figure(what: string, value: number, unit: Unit): Row {
  return { what, measured: write(value, unit) };
}

/** A number that is to stay at or below its budget. What could not be measured is over it. */
export function atMost(what: string, value: number, unit: Unit, budget: number): Row {
  const verdict = value <= budget ? 'ok' : 'over';
  return { what, measured: write(value, unit), budget: `≤ ${write(budget, unit)}`, verdict };
}

/** A number that is to reach its budget. */
export function atLeast(what: string, value: number, unit: Unit, budget: number): Row {
  const verdict = value >= budget ? 'ok' : 'over';
  return { what, measured: write(value, unit), budget: `≥ ${write(budget, unit)}`, verdict };
}

function write(value: number, { name, digits }: Unit): string {
  if (!Number.isFinite(value)) return 'not measured';
  const text = Number.isInteger(value) && digits < 3 ? String(value) : value.toFixed(digits);
  return name === '' ? text : `${text} ${name}`;
}

/** A table as lines of text: columns of equal width, numbers to the right. */
export function tableLines(title: string, rows: readonly Row[], notes: readonly string[] = []): string[] {
  const cells = [
    ['what', 'measured', 'budget', ''],
    ...rows.map(({ what, measured, budget, verdict }) => [what, measured, budget ?? '–', verdict ?? '']),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column].length)));
  const lines = cells.map(([what, ...rest]) =>
    [what.padEnd(widths[0]), ...rest.map((cell, i) => cell.padStart(widths[i + 1]))].join('   ').trimEnd(),
  );
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width, 9));
  return ['', title, rule, lines[0], rule, ...lines.slice(1), ...notes.map((note) => `  ${note}`)];
}

export function printTable(title: string, rows: readonly Row[], notes: readonly string[] = []): void {
  console.log(tableLines(title, rows, notes).join('\n'));
}
