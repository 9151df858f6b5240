// The server under test: what its handlers do is noted down, for the tool `happened` to tell.
import { EventEmitter, once } from 'node:events';
import { createServer, type Handlers, serveHttp, serveStdio, ToolFailure } from '../generated/server/index.js';

const events = new Map<string, string[]>();
const emitter = new EventEmitter().setMaxListeners(0);

function happen(run: string, event: string): void {
  events.set(run, [...(events.get(run) ?? []), event]);
  emitter.emit('event');
}

async function until(run: string, event: string): Promise<readonly string[]> {
  while (!events.get(run)?.includes(event)) await once(emitter, 'event');
  return events.get(run) ?? [];
}

const tools: Handlers['tools'] = {
  left: async ({ run }) => {
    happen(run, 'left started');
    await until(run, 'right started');
    return ['left'];
  },
  right: async ({ run }) => {
    happen(run, 'right started');
    await until(run, 'left started');
    return 'right';
  },
  join: ({ first, second }) => `${first} and ${second}`,
  flaky: ({ run }) => {
    happen(run, 'flaky');
    const calls = events.get(run)?.length ?? 0;
    if (calls < 3) throw new ToolFailure(`no, ${calls}`);
    return { calls };
  },
  broken: () => {
    throw new ToolFailure('it is broken');
  },
  crash: () => {
    throw new Error('the password is hunter2');
  },
  make: ({ run, name }) => {
    happen(run, `make ${name}`);
    return { id: `${name} of ${run}` };
  },
  unmake: ({ run, id }) => {
    happen(run, `unmake ${id.split(' ')[0]}`);
  },
  wait: async ({ run }, { signal }) => {
    happen(run, 'wait started');
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    happen(run, 'wait aborted');
    throw new Error('cancelled');
  },
  happened: ({ run, event }) => until(run, event).then((all) => [...all]),
};

const server = createServer(
  { tools },
  {
    services: {},
    onError: () => undefined,
    // Whoever calls their run so has somebody who agrees.
    ask: ({ parameters, input }) =>
      JSON.stringify([parameters['message'], input]).startsWith('["Make it?",{"run":"agreed '),
  },
);
if (process.argv.includes('--http')) {
  const { url } = await serveHttp(server, { port: 0, shutdownTimeoutMs: 100 });
  console.error(url);
} else {
  serveStdio(server);
}
