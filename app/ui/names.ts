import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import type { Run } from '../../src/scene/scene.ts';

/** What each run is called: its own name, else its optimizer's, numbered where several share it. No two are alike. */
export function runNames(runs: readonly Run[]): string[] {
  const plain = runs.map(({ name, optimizer }) => name ?? OPTIMIZERS[optimizer.id].name);
  const taken = new Set(plain);
  return plain.map((name) => {
    if (plain.filter((other) => other === name).length === 1) return name;
    let number = 1;
    while (taken.has(`${name} ${number}`)) number += 1;
    taken.add(`${name} ${number}`);
    return `${name} ${number}`;
  });
}
