import { expect, test } from 'vitest';
import { searchBrowser, type Candidate, type Computer } from '../browserSearch.ts';

type Attempt = 'download' | 'libraries' | 'package';

/** A computer where what `launches` names works from the start, and what an installation brings works after it. */
interface Setting {
  env?: Record<string, string>;
  path?: readonly string[];
  launches?: readonly string[];
  brings?: Partial<Record<Attempt, readonly string[]>>;
  apt?: boolean;
}

const MANAGED = 'managed';
const nameOf = (candidate: Candidate) => candidate.executablePath ?? candidate.channel ?? MANAGED;

function simulate({ env = {}, path = [], launches = [], brings = {}, apt = true }: Setting) {
  const working = new Set(launches);
  const programs = new Set(path);
  const tried: string[] = [];
  const attempts: Attempt[] = [];
  const attempt = (name: Attempt) => async () => {
    attempts.push(name);
    for (const item of brings[name] ?? []) {
      working.add(item);
      programs.add(item);
    }
    return name in brings;
  };
  const computer: Computer = {
    env,
    onPath: (name) => [...programs].find((file) => file.endsWith(`/${name}`)),
    async launch(candidate) {
      tried.push(nameOf(candidate));
      if (!working.has(nameOf(candidate))) throw new Error('Failed to launch');
      return '156.0.7';
    },
    downloadBrowser: attempt('download'),
    packages: apt
      ? { installLibraries: attempt('libraries'), installBrowser: attempt('package') }
      : undefined,
    say: () => {},
  };
  return { computer, tried, attempts };
}

test('the browser that RAVINE_BROWSER names comes before all others', async () => {
  const { computer, tried } = simulate({
    env: { RAVINE_BROWSER: '/opt/mine' },
    launches: ['/opt/mine', MANAGED],
  });
  const found = await searchBrowser(computer);
  expect(found).toMatchObject({ executablePath: '/opt/mine', version: '156.0.7' });
  expect(tried).toEqual(['/opt/mine']);
});

test('a RAVINE_BROWSER that does not launch ends the search, although another browser would do', async () => {
  const { computer, tried } = simulate({ env: { RAVINE_BROWSER: '/opt/gone' }, launches: [MANAGED] });
  await expect(searchBrowser(computer)).rejects.toThrow(/RAVINE_BROWSER names \/opt\/gone/);
  expect(tried).toEqual(['/opt/gone']);
});

test('an empty RAVINE_BROWSER counts as unset', async () => {
  const { computer } = simulate({ env: { RAVINE_BROWSER: '' }, launches: [MANAGED] });
  const found = await searchBrowser(computer);
  expect(found.executablePath).toBeUndefined();
  expect(found.channel).toBeUndefined();
});

test("the order is Playwright's download, programs on PATH, then Chrome and Edge", async () => {
  const path = ['/usr/bin/google-chrome-stable', '/usr/bin/chromium-browser', '/usr/bin/chromium'];
  const { computer, tried, attempts } = simulate({ path, launches: ['msedge'] });
  expect(await searchBrowser(computer)).toMatchObject({ channel: 'msedge', how: 'Microsoft Edge' });
  expect(tried).toEqual([
    MANAGED,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    'chrome',
    'msedge',
  ]);
  expect(attempts).toEqual([]);
});

test('a program on PATH that does not launch is passed over', async () => {
  const path = ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const { computer } = simulate({ path, launches: ['/usr/bin/google-chrome'] });
  expect(await searchBrowser(computer)).toMatchObject({ executablePath: '/usr/bin/google-chrome' });
});

test('where nothing launches, what Playwright downloads is taken', async () => {
  const { computer, attempts } = simulate({ brings: { download: [MANAGED] } });
  expect((await searchBrowser(computer)).how).toBe("Playwright's own download");
  expect(attempts).toEqual(['download']);
});

test('a download that lacks system libraries gets them', async () => {
  const { computer, attempts } = simulate({ brings: { download: [], libraries: [MANAGED] } });
  expect((await searchBrowser(computer)).how).toBe("Playwright's own download");
  expect(attempts).toEqual(['download', 'libraries']);
});

test("where the download is refused, the system's package is taken", async () => {
  const { computer, attempts } = simulate({ brings: { package: ['/usr/bin/chromium'] } });
  expect(await searchBrowser(computer)).toMatchObject({ executablePath: '/usr/bin/chromium' });
  expect(attempts).toEqual(['download', 'package']);
});

test('where nothing can be installed, the error says what to do', async () => {
  const { computer, attempts } = simulate({});
  await expect(searchBrowser(computer)).rejects.toThrow(/install one, or set RAVINE_BROWSER/);
  expect(attempts).toEqual(['download', 'package']);
});

test('without a package manager only the download is tried', async () => {
  const { computer, attempts } = simulate({ apt: false, brings: { download: [], package: [MANAGED] } });
  await expect(searchBrowser(computer)).rejects.toThrow(/none could be found or installed/);
  expect(attempts).toEqual(['download']);
});
