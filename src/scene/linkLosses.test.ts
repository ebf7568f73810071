import { beforeEach, describe, expect, test, vi } from 'vitest';

/** The modules as a page has them before anything is loaded, and how to load the pages of the losses. */
async function fresh() {
  vi.resetModules();
  const { sceneFromLink, sceneToLink } = await import('./link.ts');
  const { readScene } = await import('./readScene.ts');
  return { sceneFromLink, sceneToLink, readScene, load: () => import('../losses/topics/atOnce.ts') };
}

const COIN = { topic: 'coin', values: { flips: [0, 1, 1], heads: 0.625, seen: 'heads' } };

describe('the losses in a link', () => {
  let page: Awaited<ReturnType<typeof fresh>>;
  beforeEach(async () => {
    page = await fresh();
  });

  test('are read back as they were set', async () => {
    await page.load();
    const { scene, issues } = page.readScene({ view: { losses: COIN } });
    expect(issues).toEqual([]);
    expect(page.sceneFromLink(page.sceneToLink(scene)).scene?.view.losses).toEqual(COIN);
  });

  test('that are not loaded are left out, and the rest of the link is read', async () => {
    const { scene, notices } = page.sceneFromLink(
      'v=1&p=booth&s=-6,7&n=40&r=sgd.05&view=t12&l=coin,p.625&end',
    );
    expect(scene?.problem.id).toBe('booth');
    expect(scene?.view).toEqual({ playhead: 12 });
    expect(notices).toEqual(['view.losses: the losses could not be loaded, the map is shown.']);
  });

  test('of a page that was opened before it was loaded say that it was left alone', async () => {
    const { scene } = page.readScene({ problem: { id: 'booth' } });
    const link = page.sceneToLink({ ...scene, view: { losses: { topic: 'divergence', values: {} } } });
    expect(link).toMatch(/&l=divergence&end$/);
    await page.load();
    const { scene: opened, notices } = page.sceneFromLink(link);
    expect(notices).toEqual([]);
    expect(opened?.view.losses?.topic).toBe('divergence');
    expect(Object.keys(opened?.view.losses?.values ?? {})).not.toHaveLength(0);
  });

  test.each([
    [
      'softmax,s1_2_3,c7',
      'view.losses.values.trueClass: 7 is not the index of a class; there are 3, counted from 0.',
    ],
    ['divergence,p.2_.2_.3_.3,q.5_.5', 'view.losses.values.q: it has 2 entries where the truth has 4.'],
  ])('that do not fit together are told of once: %s', async (words, notice) => {
    await page.load();
    const { scene, notices } = page.sceneFromLink(`v=1&p=booth&r=sgd.05&l=${words}&end`);
    expect(notices).toEqual([notice]);
    expect(scene?.view.losses?.topic).toBe(words.split(',')[0]);
  });
});
