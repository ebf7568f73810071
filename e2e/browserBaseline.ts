import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Where the reference screenshots were taken: another system or version draws text and curves a little otherwise. */
export interface Baseline {
  readonly platform: string;
  /** The browser's full version. */
  readonly version: string;
}

/** Whether screenshots taken here may be held against those of the baseline, pixel by pixel. */
export function isComparable(baseline: Baseline | undefined, here: Baseline): boolean {
  return baseline?.platform === here.platform && baseline.version === here.version;
}

/**
 * The baseline of the reference screenshots, undefined if there is none yet.
 * @throws Error with one sentence, if the file is there and does not say a platform and a version.
 */
export function readBaseline(file: string): Baseline | undefined {
  if (!existsSync(file)) return undefined;
  const baseline = parseBaseline(readFileSync(file, 'utf8'));
  if (baseline === undefined) {
    throw new Error(`${file} must be JSON with the texts "platform" and "version"; correct or delete it.`);
  }
  return baseline;
}

/** Records where the reference screenshots beside the file were taken. */
export function writeBaseline(file: string, { platform, version }: Baseline): void {
  writeFileSync(file, `${JSON.stringify({ platform, version }, null, 2)}\n`);
}

function parseBaseline(text: string): Baseline | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isBaseline(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'platform' in value &&
    typeof value.platform === 'string' &&
    'version' in value &&
    typeof value.version === 'string'
  );
}
