import { randomUUID } from 'node:crypto';
import { linkSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { HeldLock } from './host.js';

/** After this long a lock from another machine (or container) counts as left behind: its process cannot be asked. */
const foreignLifetime = 5 * 60_000;

const pause = 25;

/** The locks of this process, by id: a dead process may have had our process id, in a container above all. */
const held = new Set<string>();

interface Owner {
  readonly pid: number;
  readonly machine: string;
  readonly id: string;
}

/**
 * Takes the lock that the file at `path` stands for, or gives undefined when another process still has it after
 * `patience` milliseconds. The folder has to exist. A lock is a file with its owner in it; one whose owner is dead is
 * moved aside first, and only that one: what another process took over in between is put back.
 */
export function takeLock(path: string, patience: number): HeldLock | undefined {
  const deadline = Date.now() + patience;
  const mine: Owner = { pid: process.pid, machine: hostname(), id: randomUUID() };
  for (;;) {
    if (create(path, mine)) {
      held.add(mine.id);
      sweep(path);
      return { release: () => release(path, mine) };
    }
    const theirs = lstatSync(path, { throwIfNoEntry: false });
    if (theirs !== undefined && isLeftBehind(readOwner(path), theirs.mtimeMs)) {
      setAside(path);
      continue;
    }
    if (Date.now() >= deadline) return undefined;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}

/** Drafts that killed processes left. One that somebody is just using is missed by nobody: its user tries again. */
function sweep(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(`${basename(path)}.`)) rmSync(join(dirname(path), name), { force: true });
  }
}

/** Written under another name first, so that nobody ever reads a lock without its owner. */
function create(path: string, owner: Owner): boolean {
  const draft = `${path}.${owner.id}`;
  writeFileSync(draft, JSON.stringify(owner), { flag: 'wx' });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    return createWithoutLink(path, owner);
  } finally {
    rmSync(draft, { force: true });
  }
}

function createWithoutLink(path: string, owner: Owner): boolean {
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function release(path: string, owner: Owner): void {
  held.delete(owner.id);
  try {
    if (readOwner(path)?.id === owner.id) rmSync(path, { force: true });
  } catch {
    // It says that we have it, and nobody believes that once this process has ended.
  }
}

function isLeftBehind(owner: Owner | undefined, writtenAt: number): boolean {
  const age = Date.now() - writtenAt;
  if (owner === undefined) return age > foreignLifetime;
  if (owner.machine !== hostname()) return age > foreignLifetime;
  return owner.pid === process.pid ? !held.has(owner.id) : !isAlive(owner.pid);
}

function setAside(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  try {
    const { mtimeMs } = lstatSync(aside);
    if (!isLeftBehind(readOwner(aside), mtimeMs)) linkSync(aside, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST') && !hasCode(error, 'ENOENT')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readOwner(path: string): Owner | undefined {
  try {
    if (!lstatSync(path).isFile()) return undefined;
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isOwner(value) ? value : undefined;
  } catch {
    return undefined; // Gone, or no lock of ours: judged by its age.
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, machine, id } = value as Partial<Owner>;
  return Number.isSafeInteger(pid) && typeof machine === 'string' && typeof id === 'string';
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
