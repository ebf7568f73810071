// For tests only: what can be said of a Python text without Python.

const BUILTINS = new Set(
  'abs all and def divmod elif else for float if in int isinstance len list max min not or print range reversed return sum tuple while zip'.split(
    ' ',
  ),
);
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The code with comments left out and strings emptied. */
export function codeOf(text: string): string {
  return text.replaceAll(/"""[^]*?"""|"[^"\n]*"|#.*$/gm, (part) => (part.startsWith('#') ? '' : '""'));
}

/** What is wrong with a Python text as it stands on its lines: brackets, indentation, names. */
export function faultsOf(text: string): string[] {
  const code = codeOf(text);
  return [...bracketFaults(code), ...indentationFaults(code), ...nameFaults(code)];
}

function bracketFaults(code: string): string[] {
  const open: string[] = [];
  for (const [sign] of code.matchAll(/[()[\]{}]/g)) {
    if (!(sign in OPENING)) open.push(sign);
    else if (open.pop() !== OPENING[sign]) return [`${sign} closes nothing`];
  }
  return open.map((sign) => `${sign} is not closed`);
}

/** Blocks are four spaces deeper than the line with the colon before them, as is what follows an open bracket; nothing else is. */
function indentationFaults(code: string): string[] {
  const faults: string[] = [];
  let depth = 0;
  let opens = false;
  for (const line of code.split('\n')) {
    if (line.trim() === '') continue;
    const spaces = line.length - line.trimStart().length;
    const isFine = opens ? spaces === depth + 4 : spaces <= depth && spaces % 4 === 0;
    if (!isFine || line.includes('\t')) faults.push(`badly indented: ${line}`);
    depth = spaces;
    opens = /[:([]$/.test(line.trimEnd());
  }
  return faults;
}

/** Functions that are called must be there, and what is there must be used; so with names in capitals. */
function nameFaults(code: string): string[] {
  const all = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, name]) => name))];
  const defined = all(/(?:def|class) (\w+)/g);
  const bound = all(/for (\w+) in/g);
  const called = all(/(?<![\w.]|def |class )([a-zA-Z_]\w*)\(/g);
  const constants = all(/^([A-Z][A-Z_]*) = /gm);
  const capitals = all(/(?<![\w.])([A-Z][A-Z_]+)(?!\w)/g);
  const isCallable = (name: string) => [...defined, ...bound].includes(name) || BUILTINS.has(name);
  return [
    ...called.filter((name) => !isCallable(name)).map((name) => `${name}() is not defined`),
    ...capitals.filter((name) => !constants.includes(name)).map((name) => `${name} has no value`),
    ...[...defined, ...constants]
      .filter((name) => !name.startsWith('__') && countOf(code, name) < 2)
      .map((name) => `${name} is never used`),
  ];
}

function countOf(code: string, name: string): number {
  return [...code.matchAll(new RegExp(String.raw`\b${name}\b`, 'g'))].length;
}
