import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import type { Run } from '../../src/scene/scene.ts';

/** What a run is called: its own name, else its optimizer's, numbered where several share it. */
export function runNames(runs: readonly Run[]): string[] {
  const plain = runs.map(({ name, optimizer }) => name ?? OPTIMIZERS[optimizer.id].name);
  return plain.map((name, i) => {
    const alike = plain.filter((other) => other === name).length;
    return alike === 1 ? name : `${name} ${plain.slice(0, i + 1).filter((other) => other === name).length}`;
  });
}
