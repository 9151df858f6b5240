import { describe, expect, test } from 'vitest';
import { ERAS, openDesk } from './support/desk.js';

describe.each(ERAS)('%s', (era) => {
  test('the report counts what is late, also what is not closed yet', async () => {
    await using desk = await openDesk(era);
    const nothing = { opened: 0, late: 0, medianHours: null };
    expect(await desk.tools.slaReport({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
      asOf: '2026-03-05T12:00:00.000Z',
      urgent: nothing,
      high: { opened: 1, late: 0, medianHours: 6 },
      normal: { opened: 2, late: 1, medianHours: null },
      low: nothing,
    });
    const oneDay = await desk.tools.slaReport({ from: '2026-03-02', to: '2026-03-02' });
    expect([oneDay.normal.opened, oneDay.high.opened]).toEqual([1, 0]);
  });

  test('a period that ends before it starts is refused', async () => {
    await using desk = await openDesk(era);
    await expect(desk.tools.slaReport({ from: '2026-03-02', to: '2026-03-01' })).rejects.toThrow(
      'The period ends (2026-03-01) before it starts (2026-03-02).',
    );
  });

  test('the export is one string of CSV', async () => {
    await using desk = await openDesk(era);
    expect(await desk.tools.exportTickets({ status: 'closed' })).toBe(
      'id,customerId,subject,status,priority,tags,createdAt,dueAt,closedAt\r\n' +
        'TCK-1002,CUS-2,Cannot reset my password,closed,high,login,' +
        '2026-03-03T10:00:00.000Z,2026-03-04T10:00:00.000Z,2026-03-03T16:00:00.000Z\r\n',
    );
  });
});

test('what customers wrote is no formula in the export', async () => {
  await using desk = await openDesk('modern');
  await desk.tools.createTicket({ customerId: 'CUS-3', subject: '=HYPERLINK("http://a.example", 1)', body: 'x' });
  const csv = await desk.tools.exportTickets();
  expect(csv).toContain('TCK-1004,CUS-3,"\'=HYPERLINK(""http://a.example"", 1)",open');
});

test('the median of an even number of tickets lies between the two in the middle', async () => {
  await using desk = await openDesk('modern');
  const { id } = await desk.tools.createTicket({ customerId: 'CUS-3', subject: 'x', body: 'x', priority: 'high' });
  await desk.tools.closeTicket({ id, resolution: 'declined' });
  const report = await desk.tools.slaReport({ from: '2026-03-01', to: '2026-03-31' });
  expect(report.high).toEqual({ opened: 2, late: 0, medianHours: 3 });
});
