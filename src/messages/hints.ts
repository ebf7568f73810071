/** The first three things to try. */
export const hintMessages = {
  start: 'Drag the start',
  unfold: 'Open a run to turn its sliders',
  unfoldShort: 'Open a run',
  /** Where one is open already. */
  turn: 'Turn a slider',
  play: 'Space plays',
  hide: (hint: string) => `${hint} (hide this hint)`,
  hideTitle: 'Hide this hint',
} as const;
