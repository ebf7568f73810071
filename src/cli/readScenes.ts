import { cliMessages as say } from '../messages/cli.ts';
import { sceneMessages } from '../messages/scene.ts';
import { isRecord, readEntries, readFields, shown, type Issue } from '../scene/reading.ts';
import { readScene } from '../scene/readScene.ts';
import type { Scene } from '../scene/scene.ts';

/** The scenes of a file, and all that cannot be taken in them, with paths from the file's top. */
export interface ReadScenes {
  readonly scenes: readonly Scene[];
  readonly issues: readonly Issue[];
}

/** Reads a scene, or `{"scenes": […]}`, from parsed JSON. A scene's view is not looked at. */
export function readScenes(json: unknown): ReadScenes {
  if (!isRecord(json) || !Object.hasOwn(json, 'scenes')) {
    const { scene, issues } = readOne(json, '');
    return { scenes: [scene], issues };
  }
  const issues: Issue[] = [];
  const scenes: Scene[] = [];
  const fields = readFields({ value: json, path: '', issues }, ['scenes']);
  for (const { value, path } of (fields && readEntries(fields.scenes)) ?? []) {
    const read = readOne(value, path);
    scenes.push(read.scene);
    issues.push(...read.issues);
  }
  return { scenes, issues };
}

function readOne(json: unknown, prefix: string): { scene: Scene; issues: readonly Issue[] } {
  if (!isRecord(json)) {
    const message = sceneMessages.notAnObject(shown(json));
    return { scene: readScene({}).scene, issues: [{ path: prefix || say.wholeScene, message }] };
  }
  const { view: _ignored, ...rest } = json;
  const { scene, issues } = readScene(rest);
  return { scene, issues: issues.map(({ path, message }) => ({ path: joined(prefix, path), message })) };
}

function joined(prefix: string, path: string): string {
  return prefix === '' || path.startsWith('[') ? prefix + path : `${prefix}.${path}`;
}
