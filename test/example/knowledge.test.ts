import { describe, expect, test, vi } from 'vitest';
import { gate } from '../runtime/support/gate.js';
import { deskServices, ERAS, openDesk } from './support/desk.js';

describe.each(ERAS)('%s', (era) => {
  test('articles are found by their words, the best match first', async () => {
    await using desk = await openDesk(era);
    const hits = await desk.tools.searchArticles({ query: 'recovery PASSWORD' });
    expect(hits).toEqual([
      {
        slug: 'reset-password',
        title: 'Reset your password',
        score: 0.5,
        url: 'https://desk.example.com/help/reset-password',
      },
      {
        slug: 'two-factor-sign-in',
        title: 'Sign in with two factors',
        score: 0.5,
        url: 'https://desk.example.com/help/two-factor-sign-in',
      },
    ]);
    expect(await desk.tools.searchArticles({ query: 'zeppelin' })).toEqual([]);
    expect(await desk.tools.searchArticles({ query: '?!' })).toEqual([]);
  });

  test('an article is read as Markdown', async () => {
    await using desk = await openDesk(era);
    const { text, content } = await desk.tools.readArticle({ slug: 'export-data' });
    expect(text).toMatch(/^# Export your data\n/);
    expect(content).toEqual([{ type: 'text', text }]);
    await expect(desk.tools.readArticle({ slug: 'no-such-thing' })).rejects.toThrow(
      'There is no article no-such-thing. Find one with search_articles.',
    );
  });

  test('indexing tells how far it has come', async () => {
    await using desk = await openDesk(era);
    const seen: unknown[] = [];
    const size = await desk.tools.reindexArticles({}, { onProgress: (progress) => seen.push(progress) });
    expect(size.articles).toBe(4);
    expect(size.words).toBeGreaterThan(40);
    expect(seen).toMatchObject([
      { progress: 1, total: 4, message: 'change-billing-address' },
      { progress: 2, total: 4, message: 'export-data' },
      { progress: 3, total: 4, message: 'reset-password' },
      { progress: 4, total: 4, message: 'two-factor-sign-in' },
    ]);
  });

  test('a new index finds what was edited, a cancelled one changes nothing', async () => {
    const texts = new Map([
      ['first', '# First\n\nold'],
      ['second', '# Second\n\nold'],
      ['third', '# Third\n\nold'],
    ]);
    const { opened, open } = gate();
    const read: string[] = [];
    let gated = false;
    const services = await deskServices({
      list: async () => [...texts.keys()],
      read: async (slug) => {
        read.push(slug);
        if (gated && slug === 'second') await opened;
        return texts.get(slug) ?? '';
      },
    });
    await using desk = await openDesk(era, { services });
    expect(await desk.tools.searchArticles({ query: 'old' })).toHaveLength(3);
    for (const [slug, text] of texts) texts.set(slug, text.replace('old', 'new'));

    gated = true;
    read.length = 0;
    const reindex = vi.spyOn(services.articles, 'reindex');
    const controller = new AbortController();
    const cancelled = desk.tools.reindexArticles(
      {},
      { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) },
    );
    await expect(cancelled).rejects.toThrow('enough');
    open();
    await expect(reindex.mock.results[0]?.value).rejects.toThrow();
    expect(read).toEqual(['first', 'second']);
    expect(await desk.tools.searchArticles({ query: 'new' })).toEqual([]);

    gated = false;
    expect(await desk.tools.reindexArticles()).toEqual({ articles: 3, words: 4 });
    expect(await desk.tools.searchArticles({ query: 'new' })).toHaveLength(3);
  });
});
