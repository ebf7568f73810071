import type { TexNode } from './parseTex.ts';

const COMMANDS: Readonly<Record<string, string>> = {
  max: String.raw`\max`,
  min: String.raw`\min`,
  cos: String.raw`\cos`,
  ln: String.raw`\ln`,
  value: 'f',
  gradient: String.raw`\nabla f`,
  hessian: String.raw`\nabla^2 f`,
};

/** A formula, or a part of one, as a template that parses to the same tree. */
export function printTex(node: TexNode): string {
  switch (node.kind) {
    case 'number':
      return node.value === Math.PI ? String.raw`\pi` : String(node.value);
    case 'name':
      return /^[\\I]|^n_/.test(node.name) ? node.name : `@${node.name}`;
    case 'entry':
      return `${printTex(node.of)}_{${printTex(node.index)}}`;
    case 'sum':
      return node.terms
        .map(({ sign, node: term }, i) => `${signOf(sign, i === 0)}${printFactor(term, false)}`)
        .join('');
    case 'product':
      return node.factors.map((factor) => printFactor(factor)).join(String.raw` \cdot `);
    case 'quotient':
      return String.raw`\dfrac{${printTex(node.numerator)}}{${printTex(node.denominator)}}`;
    case 'modulo':
      return String.raw`${printFactor(node.dividend)} \bmod ${printFactor(node.divisor)}`;
    case 'power':
      return `${printBase(node.base)}^{${printTex(node.exponent)}}`;
    case 'exponential':
      return `e^{${printTex(node.exponent)}}`;
    case 'root':
      return String.raw`\sqrt{${printTex(node.of)}}`;
    case 'floor':
      return String.raw`\lfloor ${printTex(node.of)} \rfloor`;
    case 'absolute':
      return String.raw`\lvert ${printTex(node.of)} \rvert`;
    case 'norm':
      return String.raw`\lVert ${printTex(node.of)} \rVert${node.order ? `_{${printTex(node.order)}}` : ''}`;
    case 'call': {
      const command = COMMANDS[node.name] ?? String.raw`\operatorname{${node.name}}`;
      const subscript = node.subscript ? `_{${printTex(node.subscript)}}` : '';
      return `${command}${subscript}(${node.args.map(printTex).join(', ')})`;
    }
    case 'matrix':
      return String.raw`\begin{pmatrix} ${node.rows.map((row) => row.map(printTex).join(' & ')).join(String.raw` \\ `)} \end{pmatrix}`;
  }
}

/** The same, so that it may stand in a product: a sum in brackets. */
export function printFactor(node: TexNode, inProduct = true): string {
  const isLoose = node.kind === 'sum' || node.kind === 'modulo' || (inProduct && node.kind === 'product');
  return isLoose ? `(${printTex(node)})` : printTex(node);
}

function printBase(node: TexNode): string {
  return ['name', 'number', 'norm'].includes(node.kind) ? printTex(node) : `(${printTex(node)})`;
}

function signOf(sign: 1 | -1, isFirst: boolean): string {
  if (isFirst) return sign === 1 ? '' : '-';
  return sign === 1 ? ' + ' : ' - ';
}
