import { describe, expect, test } from 'vitest';
import { linkMessages as say } from '../messages/scene.ts';
import { sceneFromLink, sceneToLink } from './link.ts';
import { readScene } from './readScene.ts';

const EXAMPLE = {
  problem: { id: 'rosenbrock', params: { a: 1.25, b: 50 }, scale: 2, rotation: 15 },
  start: [-1.375, 2.5],
  steps: 1750,
  sampling: { seed: 31, noise: 0.125, batchSize: 16 },
  runs: [
    {
      optimizer: { id: 'adam', hyperparameters: { learningRate: 0.0625, epsilonPlacement: 'inside' } },
      schedule: [
        { id: 'warmup', hyperparameters: { steps: 35 } },
        { id: 'cosine', hyperparameters: { floor: 0.15 } },
      ],
      modifiers: [
        { id: 'lookahead', hyperparameters: { k: 7, alpha: 0.35 } },
        { id: 'weight-decay', hyperparameters: { mode: 'decoupled' } },
      ],
      name: 'Größe, 50 % & mehr',
      slot: 11,
    },
    { optimizer: { id: 'muon', hyperparameters: { shape: [1, 2] } }, slot: 12, hidden: true },
  ],
  view: { focus: 1, playhead: 140, theme: 'dark', window: { x: [-2.5, 2.25], y: [-0.75, 3.5] } },
};
const { scene } = readScene(EXAMPLE);
const link = sceneToLink(scene);
const defaults = readScene({}).scene;

/** What may stand in place of a value when it was lost. */
function expectKept(actual: unknown, original: unknown, fallback: unknown, path: string): void {
  if (typeof actual !== 'object' || actual === null)
    expect([original, fallback], path).toContainEqual(actual);
  else
    for (const [name, value] of Object.entries(actual)) {
      const inOriginal = (original as Record<string, unknown> | undefined)?.[name];
      const inFallback = (fallback as Record<string, unknown> | undefined)?.[name];
      expectKept(value, inOriginal, inFallback, `${path}.${name}`);
    }
}

/** The original's run with every value that can be lost at its default. */
function defaultRun(index: number): unknown {
  const { optimizer, schedule, modifiers } = scene.runs[index];
  const bare = (choices: readonly { readonly id: string }[]) => choices.map(({ id }) => ({ id }));
  return readScene({
    runs: [{ optimizer: { id: optimizer.id }, schedule: bare(schedule), modifiers: bare(modifiers) }],
  }).scene.runs.map((run) => ({ ...run, slot: index + 1 }))[0];
}

describe('a link that was cut off', () => {
  const lengths = Array.from({ length: link.length - 1 }, (_, i) => i + 1);

  test('says so, wherever it was cut', () => {
    for (const length of lengths)
      expect(sceneFromLink(link.slice(0, length)).notices.join(' '), `${length}`).toContain(
        'The link ends early',
      );
  });

  test('keeps the values before the cut, and has the default for those after it', () => {
    for (const length of lengths) {
      const { scene: opened } = sceneFromLink(link.slice(0, length));
      if (!opened) continue;
      const { runs, ...rest } = opened;
      const { runs: originalRuns, ...originalRest } = scene;
      const { runs: _none, ...defaultRest } = defaults;
      expectKept(rest, originalRest, defaultRest, `${length}`);
      expect(runs.length).toBeLessThanOrEqual(originalRuns.length);
      runs.forEach((run, i) => expectKept(run, originalRuns[i], defaultRun(i), `${length}.runs[${i}]`));
    }
  });

  test('opens more the later it was cut, and everything if only its end is missing', () => {
    const sizes = lengths.map((length) => {
      const opened = sceneFromLink(link.slice(0, length)).scene;
      return opened?.runs.length ?? 0;
    });
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes.at(-1)).toBe(2);
    for (const end of ['', '&', '&e', '&en'])
      expect(sceneFromLink(link.slice(0, -'&end'.length) + end).scene?.runs).toEqual(scene.runs);
  });

  test('loses no more than its last word, whatever stood before it', () => {
    const cut = (end: string) => sceneFromLink(`v=1&p=bowl,k20&r=adam.0625,f.85${end}`).scene?.runs[0];
    for (const end of [',s', '*c.', '*s5,f', '!l', '!l7,a.', ';1', '*c.2!l7;4', '*', '!', ';'])
      expect(cut(end)?.optimizer.hyperparameters.beta1, end).toBe(0.85);
    expect(cut('*c.25!l7')?.schedule[0].hyperparameters).toEqual({ floor: 0.25 });
    expect(cut('*c.25!l7,a.')?.modifiers[0].hyperparameters).toEqual({ k: 7, alpha: 0.5 });
  });

  test('does not take half a number for a number', () => {
    const { scene: opened } = sceneFromLink('v=1&p=bowl,k20,scale1,rot0&s=-4,1&n=300&r=adam.05,f.98');
    expect(opened?.runs[0].optimizer.hyperparameters).toMatchObject({ learningRate: 0.05, beta1: 0.9 });
  });
});

describe('a link that was changed on its way opens whole', () => {
  const everyCharacter = Array.from(
    new TextEncoder().encode(link),
    (byte) => `%${byte.toString(16).padStart(2, '0')}`,
  ).join('');

  test.each([
    ['with its #', `#${link}`],
    ['percent-encoded', encodeURIComponent(link)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(link))],
    ['percent-encoded with its #', encodeURIComponent(`#${link}`)],
    ['with every character percent-encoded', everyCharacter],
    ['with every character percent-encoded, in capitals', everyCharacter.toUpperCase()],
    ['with &amp; for &', link.replaceAll('&', '&amp;')],
    ['with &amp;amp; for &', link.replaceAll('&', '&amp;amp;')],
    ['with &#38; for &', link.replaceAll('&', '&#38;')],
    ['percent-encoded after &amp;', encodeURIComponent(link.replaceAll('&', '&amp;'))],
    ['wrapped by a mail', link.replaceAll(/.{60}/g, '$&\r\n')],
    ['with spaces around', `  ${link}\n`],
    ['with the full stop of its sentence', `${link}.`],
    ['as JSON', JSON.stringify(EXAMPLE)],
    ['as JSON, percent-encoded', encodeURIComponent(JSON.stringify(EXAMPLE))],
    ['as JSON with only its quotes percent-encoded', JSON.stringify(EXAMPLE).replaceAll('"', '%22')],
  ])('%s', (_, text) => {
    if (text.startsWith('{')) expect(text).toContain('50 % & mehr');
    expect(sceneFromLink(text)).toStrictEqual({ scene, notices: [] });
  });
});

describe('a link that holds what this version does not know', () => {
  test('from a later version says so, and keeps the rest', () => {
    const later = link
      .replace('v=1', 'v=2')
      .replace('&r=', '&zoom=3&r=')
      .replace('a1.25', 'a1.25,q7')
      .replace('*w35', '*w35,x2');
    const { scene: opened, notices } = sceneFromLink(later);
    expect(opened).toStrictEqual(scene);
    expect(notices).toEqual([
      say.laterVersion,
      say.notUnderstood('q7'),
      say.notUnderstood('zoom=3'),
      say.notUnderstood('x2'),
    ]);
  });

  test('an unknown optimizer costs its own run, and the focus stays where it was', () => {
    const { scene: opened, notices } = sceneFromLink(link.replace('r=adam', 'r=zebra'));
    expect(opened).toStrictEqual({ ...scene, runs: [scene.runs[1]], view: { ...scene.view, focus: 0 } });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toBe(
      'runs[0].optimizer.id: "zebra" is not known here. “Add a run” shows all optimizers.',
    );
  });

  test('an unknown schedule or modifier costs only itself', () => {
    const { scene: opened, notices } = sceneFromLink(
      link.replace('*w35', '*zebra5,a2').replace('!l7', '!lion7'),
    );
    expect(opened?.runs[0].schedule).toEqual([scene.runs[0].schedule[1]]);
    expect(opened?.runs[0].modifiers).toEqual([scene.runs[0].modifiers[1]]);
    expect(opened?.runs[1]).toEqual(scene.runs[1]);
    expect(notices.map((notice) => notice.split(':')[0])).toEqual([
      'runs[0].schedule[0].id',
      'runs[0].modifiers[0].id',
    ]);
  });

  test('an unknown problem gives way to the default one', () => {
    const { scene: opened, notices } = sceneFromLink(link.replace('p=rosenbrock', 'p=zebra'));
    expect(opened).toStrictEqual({ ...scene, problem: defaults.problem });
    expect(notices).toEqual([
      'problem.id: "zebra" is not known here. The title of the page opens all problems.',
    ]);
  });

  test('a name written wrongly is answered with those that may have been meant', () => {
    const { notices } = sceneFromLink(
      link.replace('p=rosenbrock', 'p=rosenbrook').replace('r=adam', 'r=addam'),
    );
    expect(notices[0]).toMatch(/^problem\.id: "rosenbrook" is not known here\. Did you mean rosenbrock\? /);
    expect(notices[1]).toMatch(
      /^runs\[0\]\.optimizer\.id: "addam" is not known here\. Did you mean adam.* or /,
    );
  });
});

describe('a value that cannot be taken', () => {
  const adam = scene.runs[0].optimizer.hyperparameters;
  const standard = defaults.start;
  test.each([
    ['lr1e400', 'runs[0].optimizer.hyperparameters.learningRate: Infinity is not a finite number'],
    ['lr:NaN', 'runs[0].optimizer.hyperparameters.learningRate: "NaN" is not a number'],
    ['lr-.5', 'runs[0].optimizer.hyperparameters.learningRate: -0.5 is less than 0'],
    ['lr.0x5', 'runs[0].optimizer.hyperparameters.learningRate: ".0x5" is not a number'],
    ['lr:', 'runs[0].optimizer.hyperparameters.learningRate: "" is not a number'],
    ['f1', 'runs[0].optimizer.hyperparameters.beta1: 1 is not below 1'],
    ['ep2', 'runs[0].optimizer.hyperparameters.epsilonPlacement: "2" is not one of outside, inside'],
    ['ep:above', 'runs[0].optimizer.hyperparameters.epsilonPlacement: "above" is not one of outside, inside'],
    ['b2', 'runs[0].optimizer.hyperparameters.biasCorrection: "2" is neither true nor false'],
  ])('in the word %s is named, and has its default', (word, notice) => {
    const { scene: opened, notices } = sceneFromLink(`v=1&p=bowl,k20&r=adam.0625,${word};11&end`);
    expect(notices).toEqual([`${notice}.`]);
    expect(opened?.runs[0].slot).toBe(11);
    expect(Object.keys(opened?.runs[0].optimizer.hyperparameters ?? {})).toEqual(Object.keys(adam));
  });

  test.each(['lrNaN', 'lr', '.5', '=', 'lr/5', '__proto__', 'constructor1', 'zz3'])(
    'the word %s is repeated and left out',
    (word) => {
      const { scene: opened, notices } = sceneFromLink(`v=1&p=bowl,k20&r=adam.0625,${word}&end`);
      expect(notices).toEqual([say.notUnderstood(word)]);
      expect(opened?.runs[0].optimizer.hyperparameters.learningRate).toBe(0.0625);
    },
  );

  test.each([
    ['s2_2', 'muon', '[2,2] is not a shape'],
    ['s7', 'muon', '[7] is not a shape'],
    ['s:ring', 'muon', '"ring" is not a shape'],
    ['s1_x', 'muon', '[1,"x"] is not a shape'],
  ])('a shape %s of two parameters is refused', (word, id, sentence) => {
    const { scene: opened, notices } = sceneFromLink(`v=1&p=bowl,k20&r=${id}.0625,${word}&end`);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(`hyperparameters.shape: ${sentence}`);
    expect(opened?.runs[0].optimizer.hyperparameters.shape).toEqual([2, 1]);
  });

  test('a coordinate of the start that is no number has the default start’s', () => {
    const { scene: opened, notices } = sceneFromLink('v=1&p=rosenbrock,a1,b100&s=-1.75,1e400&end');
    expect(opened?.start).toEqual([-1.75, standard[1]]);
    expect(notices).toEqual(['start[1]: Infinity is not a finite number.']);
  });

  test('a percent sign that stands for no character changes nothing else', () => {
    const broken = link.replace(/n:[^&]*/, 'n:Gr%F6%DFe%F6%2C%zz').replaceAll('&', '%26');
    const { scene: opened, notices } = sceneFromLink(broken);
    expect(notices).toEqual([say.notUnderstood('%zz')]);
    expect(opened?.runs[0]).toEqual({ ...scene.runs[0], name: 'Gr%F6%DFe%F6' });
    expect(opened?.runs[1]).toEqual(scene.runs[1]);
  });
});

test('a name with the number of no character keeps that number', () => {
  const { scene: opened } = sceneFromLink('v=1&p=bowl,k20&r=adam.0625;3,n:~110000.~fc.~x.~&end');
  expect(opened?.runs[0].name).toBe('~110000.ü~x.~');
});

describe('a text that is no link', () => {
  test.each([
    '',
    '#',
    'hello',
    'view',
    '&&&',
    ';;;',
    '%',
    '%E0%A4%A',
    '=====',
    'end',
    '{',
    '{"runs":',
    '[3, -2]',
    'null',
    'é\u0000\ud800',
    'about=us&end',
  ])('%j opens nothing, and says so', (text) => {
    const { scene: opened, notices } = sceneFromLink(text);
    expect(opened).toBeNull();
    expect(notices.at(-1)).toBe(say.notALink);
  });

  test('a long piece is not repeated whole', () => {
    const { notices } = sceneFromLink(`v=1&p=bowl,k20&${'z'.repeat(5000)}&end`);
    expect(notices[0].length).toBeLessThan(100);
  });
});

test('JSON in a link drops what it cannot take, and says so', () => {
  const { scene: opened, notices } = sceneFromLink(JSON.stringify({ ...EXAMPLE, version: 2, zoom: 3 }));
  expect(opened).toStrictEqual(scene);
  expect(notices.map((notice) => notice.split(':')[0])).toEqual(['zoom', 'version']);
});
