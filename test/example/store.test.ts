import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Store } from '../../examples/support-desk/store.js';
import { openTicket } from '../../examples/support-desk/tickets.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ticket = { customerId: 'CUS-3', subject: 'Remember me', body: 'Please.' };
const now = new Date('2026-03-05T12:00:00Z');

test('a file outlives the store', async () => {
  const path = join(folder, 'plain.json');
  const { id } = await (await Store.open(path)).update((state) => openTicket(state, ticket, now));
  const reopened = await Store.open(path);
  expect(reopened.state.tickets.at(-1)).toMatchObject({ id, subject: 'Remember me' });
});

test('with a passphrase the file shows nothing, and opens with nothing else', async () => {
  const path = join(folder, 'sealed.json');
  await (await Store.open(path, 'correct horse')).update((state) => openTicket(state, ticket, now));
  expect(await readFile(path, 'utf8')).not.toMatch(/Remember|TCK-/);
  const reopened = await Store.open(path, 'correct horse');
  expect(reopened.state.tickets.at(-1)?.subject).toBe('Remember me');
  await expect(Store.open(path)).rejects.toThrow('set DESK_KEY');
  await expect(Store.open(path, 'wrong horse')).rejects.toThrow('cannot be read with this DESK_KEY');
});

test('a file of something else is left alone', async () => {
  const path = join(folder, 'other.json');
  await writeFile(path, '{"format":"diary"}');
  await expect(Store.open(path)).rejects.toThrow('is no file of a support desk');
});

test('a change that fails is none, and the next one goes on', async () => {
  const store = await Store.open();
  const failing = store.update((state) => {
    openTicket(state, ticket, now);
    throw new Error('half-way');
  });
  const next = store.update((state) => openTicket(state, ticket, now));
  await expect(failing).rejects.toThrow('half-way');
  expect((await next).id).toBe('TCK-1004');
  expect(store.state.tickets).toHaveLength(4);
});

test('what cannot be written down did not happen', async () => {
  const path = join(folder, 'no', 'such', 'folder.json');
  const store = await Store.open(path);
  await expect(store.update((state) => openTicket(state, ticket, now))).rejects.toThrow('ENOENT');
  expect(store.state.tickets).toHaveLength(3);
});
