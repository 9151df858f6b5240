// One server process, spoken to in the plainest way, so that what is measured is the server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { fileURLToPath } from 'node:url';

const measured = fileURLToPath(new URL('measured.cjs', import.meta.url));
const REVISION = '2026-07-28';
const _meta = {
  'io.modelcontextprotocol/protocolVersion': REVISION,
  'io.modelcontextprotocol/clientCapabilities': {},
};

/** The messages that the servers are asked to answer; all take the tool that is first in every contract. */
export const messages = {
  discover: { method: 'server/discover', params: { _meta } },
  list: { method: 'tools/list', params: { _meta } },
  call: {
    method: 'tools/call',
    params: { name: 'list_ticket', arguments: { ticket_id: 'T-1', limit: 5, labels: ['a', 'b'] }, _meta },
  },
};

export class ServerProcess {
  #child;
  #id = 0;
  #url;
  #agent = new Agent({ keepAlive: true, maxSockets: 16 });
  #onLine = () => undefined;

  constructor(args) {
    this.#child = spawn(process.execPath, ['--require', measured, ...args], {
      env: { ...process.env, PORT: '0', NODE_OPTIONS: '' },
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.stderr.setEncoding('utf8');
    this.#child.stderr.on('data', (text) => {
      this.#url ??= /Listening on (\S+)/.exec(text)?.[1];
      if (this.#url === undefined) process.stderr.write(text);
    });
    this.#child.stdout.setEncoding('utf8');
    let rest = '';
    this.#child.stdout.on('data', (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const line of lines) this.#onLine(line);
    });
  }

  /** Sends a message so often over stdio, so many at a time; the first answer is looked at. */
  overStdio(message, times = 1, atATime = 1) {
    return new Promise((resolve, reject) => {
      let [sent, answered] = [0, 0];
      const send = () => {
        sent += 1;
        this.#child.stdin.write(`${JSON.stringify(this.#request(message))}\n`);
      };
      this.#onLine = (line) => {
        answered += 1;
        try {
          if (answered === 1) check(line);
        } catch (error) {
          reject(error);
        }
        if (sent < times) send();
        else if (answered === times) resolve();
      };
      while (sent < Math.min(atATime, times)) send();
    });
  }

  /** The same over HTTP. */
  async overHttp(message, times = 1, atATime = 1) {
    while (this.#url === undefined) await once(this.#child.stderr, 'data');
    let left = times;
    const work = async () => {
      while (left > 0) {
        left -= 1;
        check(await this.#post(this.#request(message)));
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
  }

  #request(message) {
    this.#id += 1;
    return { jsonrpc: '2.0', id: this.#id, ...message };
  }

  async #post(message) {
    const body = JSON.stringify(message);
    const request = httpRequest(this.#url, {
      method: 'POST',
      agent: this.#agent,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'content-length': Buffer.byteLength(body),
        'mcp-protocol-version': REVISION,
        'mcp-method': message.method,
        ...(message.params.name !== undefined && { 'mcp-name': message.params.name }),
      },
    });
    request.end(body);
    const [response] = await once(request, 'response');
    let text = '';
    response.setEncoding('utf8');
    for await (const piece of response) text += piece;
    return text;
  }

  /** Processor time so far in milliseconds, and resident memory in MiB: `collected`, after garbage has been. */
  async usage(of = 'now') {
    this.#child.send(of);
    const [used] = await once(this.#child, 'message');
    return used;
  }

  async end() {
    this.#agent.destroy();
    this.#child.kill('SIGKILL');
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
  }
}

function check(text) {
  const { result } = JSON.parse(text);
  if (result === undefined || result.isError) throw new Error(`a server answered ${text.slice(0, 500)}`);
}
