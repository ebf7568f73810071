/** What stands beside a rule: its condition, its idea, and where it is taught. */
export const ruleMessages = {
  sources: 'where it is taught',
  asIn: (source: string, place: string) => `as in ${source}, ${place}`,
  source: (source: string, place: string) => `${source}: ${place}`,
  paper: (paper: string, place: string) => `${paper}, ${place}`,
  /** Before the condition of a line: if t mod k = 0. */
  ruleWhen: 'if',
  ideaOf: (name: string, idea: string) => `${name}: ${idea.charAt(0).toLowerCase()}${idea.slice(1)}`,
} as const;
