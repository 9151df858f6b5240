import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleHit } from '../../generated/schemas.js';
import { words } from './search.js';

/** Where articles come from. */
export interface ArticleSource {
  /** The names of all articles. */
  readonly list: () => Promise<readonly string[]>;
  /** The Markdown text of an article that `list` named. */
  readonly read: (slug: string) => Promise<string>;
}

/** The Markdown files of a folder. */
export function articlesIn(folder: string): ArticleSource {
  return {
    list: async () => (await readdir(folder)).flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : [])),
    read: (slug) => readFile(join(folder, `${slug}.md`), 'utf8'),
  };
}

interface IndexedArticle {
  readonly title: string;
  readonly words: ReadonlySet<string>;
}

export interface IndexSize {
  readonly articles: number;
  readonly words: number;
}

/** The help articles and an index of their words, which is made when it is first needed. */
export class Articles {
  #index: Promise<ReadonlyMap<string, IndexedArticle>> | undefined;

  constructor(private readonly source: ArticleSource) {}

  /** The names of all articles, in order. */
  async slugs(): Promise<readonly string[]> {
    return [...(await this.source.list())].sort();
  }

  /** The text of an article; `undefined` when there is none of this name. */
  async read(slug: string): Promise<string | undefined> {
    const names = await this.source.list();
    return names.includes(slug) ? this.source.read(slug) : undefined;
  }

  async search(query: string, limit: number): Promise<ArticleHit[]> {
    this.#index ??= buildIndex(this.source);
    const wanted = [...new Set(words(query))];
    return [...(await this.#index)]
      .map(([slug, article]): ArticleHit => {
        const found = wanted.filter((word) => article.words.has(word)).length;
        const score = found === 0 ? 0 : found / wanted.length;
        return { slug, title: article.title, score, url: `https://desk.example.com/help/${slug}` };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
      .slice(0, limit);
  }

  /** Builds the index anew and, unless `signal` is aborted meanwhile, puts it in place of the old one. */
  async reindex(
    signal: AbortSignal,
    onArticle: (done: number, total: number, slug: string) => Promise<void>,
  ): Promise<IndexSize> {
    const index = await buildIndex(this.source, async (done, total, slug) => {
      signal.throwIfAborted();
      await onArticle(done, total, slug);
    });
    signal.throwIfAborted();
    this.#index = Promise.resolve(index);
    const all = [...index.values()].flatMap((article) => [...article.words]);
    return { articles: index.size, words: new Set(all).size };
  }
}

async function buildIndex(
  source: ArticleSource,
  onArticle?: (done: number, total: number, slug: string) => Promise<void>,
): Promise<ReadonlyMap<string, IndexedArticle>> {
  const slugs = [...(await source.list())].sort();
  const index = new Map<string, IndexedArticle>();
  for (const slug of slugs) {
    const text = await source.read(slug);
    const title = /^# +(.+)$/m.exec(text)?.[1]?.trim() ?? slug;
    index.set(slug, { title, words: new Set(words(text)) });
    await onArticle?.(index.size, slugs.length, slug);
  }
  return index;
}
