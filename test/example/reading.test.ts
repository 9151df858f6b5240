import { describe, expect, test } from 'vitest';
import { houseRules } from '../../examples/support-desk/house-rules.js';
import { ERAS, openDesk } from './support/desk.js';

describe.each(ERAS)('%s', (era) => {
  test('the house rules are read as Markdown', async () => {
    await using desk = await openDesk(era);
    const { text, contents } = await desk.client.resources.houseRules.read();
    expect(text).toBe(houseRules);
    expect(contents).toMatchObject([{ uri: 'desk://house-rules', mimeType: 'text/markdown' }]);
  });

  test('open tickets come with the most urgent first, and without closed ones', async () => {
    await using desk = await openDesk(era);
    await desk.tools.createTicket({ customerId: 'CUS-3', subject: 'Now!', body: 'Now!', priority: 'urgent' });
    const { text = '' } = await desk.client.resources.openTickets.read();
    expect(text.match(/^TCK-\d+/gm)).toEqual(['TCK-1004', 'TCK-1001', 'TCK-1003']);
  });

  test('articles are listed, completed and read', async () => {
    await using desk = await openDesk(era);
    const { article } = desk.client.resourceTemplates;
    const listed = await article.list();
    expect(listed.map(({ variables }) => variables.slug)).toEqual([
      'change-billing-address',
      'export-data',
      'reset-password',
      'two-factor-sign-in',
    ]);
    expect((await article.complete.slug('PASS')).values).toEqual(['reset-password']);
    expect((await article.read({ slug: 'export-data' })).text).toMatch(/^# Export your data\n/);
    await expect(article.read({ slug: '../house-rules' })).rejects.toMatchObject({
      data: { uri: 'desk://articles/..%2Fhouse-rules' },
    });
  });

  test('the prompt holds the rules, the ticket and what was said, in the tone that is wanted', async () => {
    await using desk = await openDesk(era);
    const { answerTicket } = desk.client.prompts;
    expect((await answerTicket.complete.ticket('TCK')).values).toEqual(['TCK-1001', 'TCK-1003']);
    expect((await answerTicket.complete.tone('F')).values).toEqual(['friendly', 'formal']);
    const { messages } = await answerTicket.get({ ticket: 'TCK-1001', tone: 'brief' });
    expect(messages).toMatchObject([
      { content: { type: 'resource', resource: { uri: 'desk://house-rules', text: houseRules } } },
      { content: { type: 'text', text: expect.stringMatching(/^Write a brief answer to Ada Berg about .*TCK-1001/) } },
    ]);
    expect(JSON.stringify(messages)).toContain('agent: Which address should it be?');
    await expect(answerTicket.get({ ticket: 'TCK-9' })).rejects.toThrow('There is no ticket TCK-9.');
  });
});
