/** How Playwright is told which browser to launch; with neither field it takes its own download. */
export interface Candidate {
  readonly executablePath?: string;
  readonly channel?: string;
  /** Where it was found, in words for the person. */
  readonly how: string;
}

/** A candidate that was launched, and the version it gave. */
export interface FoundBrowser extends Candidate {
  readonly version: string;
}

/** Everything the search asks of the computer, handed in so that each outcome can be tested. */
export interface Computer {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The full path of a program on PATH. */
  onPath(name: string): string | undefined;
  /** Resolves with the version of a browser that opened a page; rejects if it did not. */
  launch(candidate: Candidate): Promise<string>;
  /** Lets Playwright download its Chromium; resolves with whether that worked and never rejects. */
  downloadBrowser(): Promise<boolean>;
  /** The system's package manager, where there is one that we know. */
  readonly packages: Packages | undefined;
  say(line: string): void;
}

/** Each resolves with whether it worked and never rejects: the rights may be missing. */
export interface Packages {
  /** The system libraries that Playwright's own Chromium needs. */
  installLibraries(): Promise<boolean>;
  /** The system's own Chromium. */
  installBrowser(): Promise<boolean>;
}

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const CHANNELS = { chrome: 'Google Chrome', msedge: 'Microsoft Edge' };
const MANAGED: Candidate = { how: "Playwright's own download" };

/**
 * Finds a Chromium that launches, installing one if there is none.
 *
 * The order: RAVINE_BROWSER, Playwright's download, programs on PATH, Chrome and Edge where their installers put
 * them; then installing by Playwright, and by the system's package manager. Being there is not enough: some
 * `chromium-browser` only says that a package is missing, so a candidate counts once it has launched.
 * @throws Error with one sentence for the person, if RAVINE_BROWSER does not launch or nothing could be installed.
 */
export async function searchBrowser(computer: Computer): Promise<FoundBrowser> {
  const asked = computer.env.RAVINE_BROWSER;
  if (asked) return launchAsked(computer, asked);
  const found = await firstThatLaunches(computer, [MANAGED, ...installed(computer)]);
  return found ?? installAndLaunch(computer);
}

async function launchAsked(computer: Computer, executablePath: string): Promise<FoundBrowser> {
  const candidate = { executablePath, how: `${executablePath} named by RAVINE_BROWSER` };
  try {
    return { ...candidate, version: await computer.launch(candidate) };
  } catch (cause) {
    const message = `RAVINE_BROWSER names ${executablePath}, which does not launch as a Chromium browser; correct or unset it.`;
    throw new Error(message, { cause });
  }
}

async function installAndLaunch(computer: Computer): Promise<FoundBrowser> {
  computer.say('No browser launches here: letting Playwright download its Chromium.');
  const managed = await launchDownloaded(computer);
  if (managed) return managed;
  if (computer.packages) {
    computer.say("That did not work: installing the system's Chromium package.");
    const packaged =
      (await computer.packages.installBrowser()) && (await firstThatLaunches(computer, installed(computer)));
    if (packaged) return packaged;
  }
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge, and none could be found or installed: install one, or set RAVINE_BROWSER to its path.',
  );
}

async function launchDownloaded(computer: Computer): Promise<FoundBrowser | undefined> {
  if (!(await computer.downloadBrowser())) return undefined;
  const found = await firstThatLaunches(computer, [MANAGED]);
  if (found || !computer.packages) return found;
  computer.say('It does not launch yet: installing the system libraries it needs.');
  return (await computer.packages.installLibraries()) ? firstThatLaunches(computer, [MANAGED]) : undefined;
}

function installed(computer: Computer): Candidate[] {
  const programs = PROGRAMS.flatMap((name) => {
    const executablePath = computer.onPath(name);
    return executablePath === undefined ? [] : [{ executablePath, how: `${executablePath} on PATH` }];
  });
  const channels = Object.entries(CHANNELS).map(([channel, how]) => ({ channel, how }));
  return [...programs, ...channels];
}

async function firstThatLaunches(
  computer: Computer,
  candidates: readonly Candidate[],
): Promise<FoundBrowser | undefined> {
  for (const candidate of candidates) {
    try {
      return { ...candidate, version: await computer.launch(candidate) };
    } catch {
      // Not this one; if none launches, the search ends in a sentence.
    }
  }
  return undefined;
}
