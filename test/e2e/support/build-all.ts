import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportNote } from '../../../src/import/import-note.js';
import type { Answer } from './answers.js';
import type { Section } from './sections.js';

/** A remark of import: what it is about, and its code. */
export interface Note extends Pick<ImportNote, 'subject' | 'path'> {
  readonly code: string;
}

/** What became of an answer on disk. */
export interface Imported {
  /** How many entries of each list. */
  readonly imported: Readonly<Record<Section, number>>;
  readonly notes: readonly Note[];
  /** Of the build: its errors, and what happened to files. */
  readonly errors: readonly string[];
  readonly statuses: readonly string[];
}

const script = fileURLToPath(new URL('../fixtures/import-and-build.mjs', import.meta.url));

/** Imports each answer into a new project below the folder and builds it, in two processes at a time: the largest first. */
export async function buildAll(folder: string, answers: readonly Answer[]): Promise<Map<string, Imported>> {
  const results = new Map<string, Imported>();
  const waiting = [...answers].sort((a, b) => b.text.length - a.text.length).values();
  const work = async (): Promise<void> => {
    const child = fork(script, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    try {
      await nextMessage(child);
      for (const { name, url } of waiting) {
        child.send({ root: join(folder, name), name, file: fileURLToPath(url) });
        results.set(name, (await nextMessage(child)) as Imported);
      }
    } finally {
      child.kill();
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

/** Rejects when the process ends instead. */
async function nextMessage(child: ChildProcess): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the builder ended with ${String(code)}`);
  });
  const message = once(child, 'message', { signal }).then(([value]) => value as unknown);
  try {
    return await Promise.race([message, ended]);
  } finally {
    waiting.abort();
    await Promise.allSettled([message, ended]);
  }
}
