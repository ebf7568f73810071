import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const START = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url));

/** Only settings that stop `npm start` before it builds: each must end in one sentence. */
function start(env: Record<string, string>, nodeArgs: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, START], {
    env: { ...process.env, BROWSER: 'none', ...env },
    encoding: 'utf8',
  });
  return { status, stdout, lines: stderr.trimEnd().split('\n') };
}

test.each(['abc', '0', '65536', '80.5', '-4173', ' 4173'])('PORT=%j is refused in one sentence', (PORT) => {
  const { status, stdout, lines } = start({ PORT });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(lines).toEqual([`PORT must be a whole number from 1 to 65535, and it is "${PORT}".`]);
});

test('a taken port is said in one sentence, and no other port is used instead', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { status, stdout, lines } = start({ PORT: String(port) });
  server.close();
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`Port ${port} is taken`);
});

test.each(['18.20.4', '20.18.3', '21.7.0', '22.11.0'])('Node %s is refused in one sentence', (version) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const { status, lines } = start({ PORT: 'abc' }, ['--import', `data:text/javascript,${pretend}`]);
  expect(status).toBe(1);
  expect(lines).toEqual([`Ravine needs Node 20.19 or later (of 22: 22.12), and this is Node ${version}.`]);
});
