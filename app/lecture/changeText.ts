import type { Difference, Part } from '../../src/lectures/forms.ts';
import { controlMessages } from '../../src/messages/controls.ts';
import { lectureMessages as say } from '../../src/messages/lectures.ts';
import { MODIFIERS } from '../../src/modifiers/registry.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import type { Run } from '../../src/scene/scene.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import type { Specs, Value } from '../../src/specs/spec.ts';
import { formatSetting } from '../ui/formatNumber.ts';

/**
 * What a run now has that it had not.
 * @param before the run as it was
 * @param now the run that follows the form
 */
export function changeText(before: Run, now: Run, part: Part, changed: readonly Difference[]): string {
  const specs = specsOf(now, part);
  const changes = changed.map(({ name, value }) => say.setting(specs[name].label, valueText(value)));
  return before.optimizer.id === now.optimizer.id
    ? say.changed(changes)
    : say.changedOptimizer(OPTIMIZERS[now.optimizer.id].name, changes);
}

function specsOf({ optimizer, schedule }: Run, part: Part): Specs {
  if (part === 'optimizer') return OPTIMIZERS[optimizer.id].hyperparameters;
  return typeof part === 'number'
    ? SCHEDULES[schedule[part].id].hyperparameters
    : MODIFIERS[part].hyperparameters;
}

function valueText(value: Value): string {
  if (typeof value === 'number') return formatSetting(value);
  if (typeof value === 'boolean') return value ? controlMessages.on : controlMessages.off;
  return typeof value === 'string'
    ? controlMessages.option(value)
    : controlMessages.shape(value[0], value[1]);
}
