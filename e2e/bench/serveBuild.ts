import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built app on a free port of this computer. */
export interface ServedBuild {
  /** With a slash at its end. */
  readonly url: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** Builds the app as `npm start` does, but into a folder of its own: whoever serves `dist` is not disturbed. */
export async function serveBuild(): Promise<ServedBuild> {
  const folder = mkdtempSync(join(tmpdir(), 'ravine-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await build({ root: ROOT, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    const server = await preview({
      root: ROOT,
      logLevel: 'warn',
      build: { outDir: folder },
      preview: { port: 0, host: '127.0.0.1', open: false },
    });
    const { port } = server.httpServer.address() as AddressInfo;
    const close = async () => {
      await server.close();
      remove();
    };
    return { url: `http://127.0.0.1:${port}/`, folder, close };
  } catch (error) {
    remove();
    throw error;
  }
}
