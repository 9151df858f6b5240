import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * The suite starts the client of every scenario at once. What comes here by `in-turn.mjs` waits until fewer than `atOnce` run;
 * a turn ends with the process that has it, since its connection closes then.
 */
export async function openTurns(atOnce) {
  const waiting = [];
  let running = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    waiting.push(socket);
    next();
  });
  function next() {
    while (running < atOnce && waiting.length > 0) {
      const socket = waiting.shift();
      if (socket.destroyed) continue;
      running += 1;
      socket.once('close', () => {
        running -= 1;
        next();
      });
      socket.resume();
      socket.write('go');
    }
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: server.address().port, close: () => server.close() };
}
