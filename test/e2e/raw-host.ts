import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a host starts a server over stdio: an entry of `.mcp.json` or `.vscode/mcp.json`. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** What a legacy host asks first; a modern one says with each request who it is. */
const initialize = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'host', version: '1.0.0' } },
};
const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
const modernParams = {
  _meta: {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'host', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  },
};

/** Starts a server as a host does, asks for its tools in plain JSON-RPC, closes its stdin, and waits for it to end. */
export async function listOverStdio(
  { command, args }: ServerCommand,
  cwd: string,
  era: 'modern' | 'legacy',
): Promise<{ answer: unknown; code: number | null; stderr: string }> {
  const child = spawn(command, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const send = (message: object) => child.stdin.write(`${JSON.stringify(message)}\n`);
  send(era === 'legacy' ? initialize : { ...listTools, params: modernParams });
  let answer: unknown;
  for await (const line of createInterface({ input: child.stdout })) {
    // Anything on stdout that is no message would throw here.
    const message = JSON.parse(line) as { id?: number };
    if (message.id === 0) {
      send({ jsonrpc: '2.0', method: 'notifications/initialized' });
      send(listTools);
    }
    if (message.id === 1) {
      answer = message;
      child.stdin.end();
    }
  }
  return { answer, code: await ended, stderr };
}

/** The same over HTTP, from the program that `args` start: its address is on stderr. Ends it with SIGTERM. */
export async function listOverHttp(
  args: readonly string[],
  cwd: string,
): Promise<{ answer: unknown; code: number | null }> {
  const env = { ...process.env, PORT: '0' };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
        const found = /^Listening on (http:\/\/127\.0\.0\.1:\d+\/\S*)$/m.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
      void ended.then((code) => reject(new Error(`it ended with ${code} before it listened: ${said}`)));
    });
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': '2025-06-18',
    };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(listTools) });
    const text = await response.text();
    const data = /^data: (.*)$/m.exec(text)?.[1];
    child.kill('SIGTERM');
    return { answer: JSON.parse(data ?? text), code: await ended };
  } finally {
    child.kill('SIGKILL');
  }
}
