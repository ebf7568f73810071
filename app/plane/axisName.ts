const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** The name of a coordinate as plain text: w₁ for `w_1`, W₂₁ for `W_{21}`, and letters as they are. */
export function axisName(tex: string): string {
  return tex.replace(/_(?:\{(\d+)\}|(\d))$/, (_, many?: string, one?: string) =>
    (many ?? one ?? '').replaceAll(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]),
  );
}
