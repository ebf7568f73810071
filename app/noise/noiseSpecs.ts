import { noiseMessages as say } from '../../src/messages/noise.ts';
import { MAX_CLOUD } from '../../src/scene/scene.ts';
import type { NumberSpec } from '../../src/specs/spec.ts';

// Their keys are those of a link’s fields `d` and `view`.

export const NOISE = {
  kind: 'number',
  key: 'noise',
  symbol: String.raw`\sigma`,
  label: say.noise,
  default: 0,
  min: 0,
  scale: 'log',
  slider: [0.001, 10],
} as const satisfies NumberSpec;

export const BATCH = {
  kind: 'number',
  key: 'batch',
  symbol: 'B',
  label: say.batch,
  default: 1,
  min: 1,
  integer: true,
  scale: 'log',
  slider: [1, 1024],
} as const satisfies NumberSpec;

export const CLOUD = {
  kind: 'number',
  key: 'cl',
  symbol: 'N',
  label: say.seeds,
  default: 0,
  min: 0,
  max: MAX_CLOUD,
  integer: true,
  scale: 'linear',
  slider: [0, MAX_CLOUD],
} as const satisfies NumberSpec;
