import { spawn } from 'node:child_process';

/**
 * Opens the address in the person's default browser where there is a display, and does nothing where there is
 * none, under CI or with BROWSER=none. A failure is silent: the address is on the screen to be opened by hand.
 *
 * @param {string} address
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function openBrowser(address, env, platform) {
  const command = openingCommand(address, env, platform);
  if (command === undefined) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsHide: true });
  child.on('error', () => {});
  child.unref();
}

/**
 * @param {string} address
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {[string, ...string[]] | undefined}
 */
function openingCommand(address, env, platform) {
  if (env.BROWSER === 'none' || env.CI) return undefined;
  if (platform === 'darwin') return ['open', address];
  // `start` takes its first quoted argument for a window title, hence the empty one.
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', address] : undefined;
}
