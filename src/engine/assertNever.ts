/** Ends a switch over a discriminated union: reached only if a member was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected member: ${JSON.stringify(value)}`);
}
