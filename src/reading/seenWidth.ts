/** About how many signs wide TeX is set: a fraction is as wide as its longer part, a matrix as its longest row. */
export function seenWidth(tex: string): number {
  let plain = tex
    .replaceAll(/\\term\{[^}]*\}/g, '')
    .replaceAll(/\\slot\{\d+\}/g, '00000')
    .replaceAll(/\\(left|right|displaystyle|operatorname)(?![A-Za-z])|\\,|\\\\\[[^\]]*\]/g, (command) =>
      command.startsWith(String.raw`\\`) ? String.raw`\\` : '',
    )
    .replaceAll(/\s/g, '');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain
      .replaceAll(/\\dfrac\{([^{}]*)\}\{([^{}]*)\}/g, (_, above: string, below: string) =>
        signs(Math.max(lengthOf(above), lengthOf(below))),
      )
      .replaceAll(/\\begin\{bmatrix\}([^{}]*?)\\end\{bmatrix\}/g, (_, rows: string) =>
        signs(2 + Math.max(...rows.split(String.raw`\\`).map(lengthOf))),
      )
      .replaceAll(/(?<!\\begin|\\end|\\dfrac|\\dfrac\{[^{}]*\})\{([^{}]*)\}/g, '$1');
  }
  return lengthOf(plain);
}

/** A command is one sign. */
function lengthOf(tex: string): number {
  return tex.replaceAll(/\\[A-Za-z]+/g, '0').replaceAll(/[{}^_]/g, '').length;
}

function signs(count: number): string {
  return '0'.repeat(count);
}
