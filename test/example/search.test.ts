import { describe, expect, test } from 'vitest';
import type { SearchTicketsInput } from '../../generated/client/index.js';
import { ERAS, openDesk } from './support/desk.js';

test.each<[SearchTicketsInput, string[]]>([
  [{}, ['TCK-1003', 'TCK-1002', 'TCK-1001']],
  [{ query: 'INVOICE address' }, ['TCK-1001']],
  [{ query: 'nothing of the kind' }, []],
  [{ status: ['open', 'pending'] }, ['TCK-1003', 'TCK-1001']],
  [{ minPriority: 'high' }, ['TCK-1002']],
  [{ customerId: 'CUS-1', status: ['open'] }, ['TCK-1003']],
])('%j finds %j', async (input, ids) => {
  await using desk = await openDesk('modern');
  const page = await desk.tools.searchTickets(input);
  expect(page.tickets.map(({ id }) => id)).toEqual(ids);
  expect(page.total).toBe(ids.length);
  expect(page).not.toHaveProperty('nextCursor');
});

describe.each(ERAS)('%s', (era) => {
  test('pages follow each other without a gap, although tickets are added meanwhile', async () => {
    await using desk = await openDesk(era);
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.tools.searchTickets({ limit: 2, ...(cursor !== undefined && { cursor }) });
      ids.push(...page.tickets.map(({ id }) => id));
      cursor = page.nextCursor;
      await desk.tools.createTicket({ customerId: 'CUS-3', subject: 'New', body: 'New' });
    } while (cursor !== undefined);
    expect(ids).toEqual(['TCK-1003', 'TCK-1002', 'TCK-1001']);
  });

  test('a cursor that no page gave is refused', async () => {
    await using desk = await openDesk(era);
    await expect(desk.tools.searchTickets({ cursor: 'bm9uc2Vuc2U' })).rejects.toThrow('This cursor is not one');
  });
});
