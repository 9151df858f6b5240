// `node in-turn.mjs <port> <main> <url>`: runs a client in this process when its turn has come; see turns.mjs.
import { once } from 'node:events';
import { connect } from 'node:net';
import { pathToFileURL } from 'node:url';

/** How long a client may take once it runs. The suite's own limit counts the waiting, too. */
const MAX_MS = 90_000;

const [, , port, main] = process.argv;
const turn = connect(Number(port), '127.0.0.1');
await once(turn, 'data');
turn.unref();
setTimeout(() => {
  console.error(`the client has not ended after ${MAX_MS / 1000} s`);
  process.exit(124);
}, MAX_MS).unref();
await import(pathToFileURL(main).href);
