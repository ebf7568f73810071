// `npm start`: builds Ravine, serves it on this computer alone and shows it.
// Plain JavaScript whose imports of packages come late, so that an old Node and a missing `npm ci` get a sentence.
import { createServer } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './openBrowser.mjs';

const DEFAULT_PORT = 4173;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} version such as 20.19.0 */
function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  // Vite's own condition; the odd 21 and the first of 22 lack what it needs.
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) throw new Error(`Ravine needs Node 20.19 or later (of 22: 22.12), and this is Node ${version}.`);
}

/** @param {string | undefined} text the environment's PORT */
function readPort(text) {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535)
    throw new Error(`PORT must be a whole number from 1 to 65535, and it is "${text}".`);
  return port;
}

/**
 * Tries the port on both of the addresses that `localhost` may mean: another server on the second
 * would get the visits meant for Ravine. A computer without IPv6 has nothing there to be in the way.
 *
 * @param {number} port
 */
async function checkPort(port) {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await listeningFault(port, host);
    if (code === 'EADDRINUSE') throw taken(port);
    if (code === 'EACCES')
      throw new Error(`Port ${port} needs special rights; choose another with PORT=8080.`);
  }
}

/** @param {number} port */
function taken(port) {
  const other = port === 65535 ? 8080 : port + 1;
  return new Error(
    `Port ${port} is taken by another program; stop that one or choose another with PORT=${other}.`,
  );
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the error code of listening there, nothing where it works
 */
function listeningFault(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/** @returns {Promise<typeof import('vite')>} */
async function loadVite() {
  try {
    return await import('vite');
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('The packages that Ravine builds with are not installed; run `npm ci` first.', {
      cause: error,
    });
  }
}

/** @param {number} port */
async function serve(port) {
  const vite = await loadVite();
  await vite.build({ root: ROOT, logLevel: 'warn' });
  try {
    // 127.0.0.1 answers under both names, `localhost` often only on ::1.
    const preview = { port, strictPort: true, host: '127.0.0.1', open: false };
    return await vite.preview({ root: ROOT, logLevel: 'warn', preview });
  } catch (error) {
    throw /already in use/.test(error.message) ? taken(port) : error;
  }
}

/** @param {import('vite').PreviewServer} server */
function stopOnSignal(server) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      // Set at once: Vite has its own listener for SIGTERM, which would report 143.
      process.exitCode = 0;
      void server.close().finally(() => process.exit(0));
    });
  }
}

try {
  checkNode(process.versions.node);
  const port = readPort(process.env.PORT);
  await checkPort(port);
  stopOnSignal(await serve(port));
  const address = `http://localhost:${port}/`;
  console.log(`Ravine is at ${address} (Ctrl+C stops it)`);
  openBrowser(address, process.env, process.platform);
} catch (error) {
  // The sentences above and the build's own report say what is wrong; a stack would bury them.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
