import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '../conformance/server/generated/server/handlers.js';
import { createServer, type HttpHandle } from '../conformance/server/generated/server/index.js';
import { compose, goodHeaders, goodRequest } from './support/compose.js';
import { type HttpAnswer, sendHttp } from './support/http-wire.js';
import { type Kept, keepOf, withKept } from './support/kept.js';
import { matchHttp, matchMessage } from './support/match.js';
import { serveFor } from './support/servers.js';
import { StdioWire } from './support/stdio-wire.js';
import { type Exchange, wireFiles } from './support/wire-case.js';

const server = createServer(handlers, { services: {} });
const GOOD = { method: 'tools/call', params: { name: 'test_simple_text', arguments: {} } };
const files = wireFiles();

test('there are at least two hundred cases, and each has a name of its own', () => {
  const names = files.flatMap(({ topic, cases }) => cases.map(({ name }) => `${topic}: ${name}`));
  expect(names.length).toBeGreaterThanOrEqual(200);
  expect(new Set(names).size).toBe(names.length);
});

describe('HTTP', () => {
  for (const { topic, cases } of files.filter(({ transport }) => transport === 'http')) {
    describe(topic, () => {
      let http: HttpHandle;
      beforeAll(async () => {
        http = await serveFor(topic);
      });
      afterAll(() => http.close());

      test.each(cases.map((wire) => [wire.name, wire] as const))('%s', async (_name, wire) => {
        let kept: Kept = {};
        for (const exchange of [...(wire.before ?? []), wire]) {
          const answer = await exchangeOver(
            http.port,
            withKept({ ...(wire.era && { era: wire.era }), ...exchange }, kept),
          );
          if ('keep' in exchange) kept = { ...kept, ...keepOf(answer, exchange.keep) };
        }
        await stillAnswersHttp(http.port);
      });
    });
  }
});

describe('stdio', () => {
  for (const { topic, cases } of files.filter(({ transport }) => transport === 'stdio')) {
    const era = topic.endsWith('legacy') ? 'legacy' : 'modern';
    describe(topic, () => {
      test.each(cases.map((wire) => [wire.name, wire] as const))('%s', async (_name, wire) => {
        await using stdio = new StdioWire(server);
        await openStdio(stdio, era);
        const before = stdio.messages.length;
        const { body, id } = compose({ era, ...wire });
        stdio.send(body);
        if (!wire.expect.silence && wire.expect.id === undefined && id !== undefined) await stdio.answerTo(id);
        // What else comes of a line has come when a later call is answered: the server takes them in order.
        stdio.send(JSON.stringify({ ...goodRequest(era, GOOD.method, GOOD.params), id: 'after' }));
        expect(await stdio.answerTo('after')).toMatchObject({ result: { content: [{ type: 'text' }] } });
        const [answer, ...more] = stdio.messages.slice(before).filter((message) => message['id'] !== 'after');
        expect(more).toEqual([]);
        if (wire.expect.silence) expect(answer).toBeUndefined();
        else matchMessage(answer ?? {}, wire.expect, id);
      });
    });
  }
});

async function exchangeOver(port: number, { expect: expected, path, verb, ...sent }: Exchange): Promise<HttpAnswer> {
  const { body, headers, id } = compose(sent);
  const until = expected.open && new RegExp(expected.matches ?? '');
  const answer = await sendHttp({ port, path, verb, headers, body, until });
  matchHttp(answer, expected, id);
  return answer;
}

/** A call that cannot go wrong, as the first and the last word of every case. */
async function stillAnswersHttp(port: number): Promise<void> {
  const answer = await sendHttp({
    port,
    headers: goodHeaders('modern', GOOD),
    body: JSON.stringify(goodRequest('modern', GOOD.method, GOOD.params)),
  });
  matchHttp(answer, { status: 200, result: { content: [{ type: 'text' }] } }, 7);
}

async function openStdio(stdio: StdioWire, era: 'modern' | 'legacy'): Promise<void> {
  const clientInfo = { name: 'wire', version: '1.0.0' };
  const hello = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo };
  const opening = era === 'modern' ? goodRequest(era, 'tools/list') : goodRequest(era, 'initialize', hello);
  stdio.send(JSON.stringify({ ...opening, id: 'open' }));
  expect(await stdio.answerTo('open')).toHaveProperty('result');
  if (era === 'legacy') stdio.send('{"jsonrpc":"2.0","method":"notifications/initialized"}');
}
