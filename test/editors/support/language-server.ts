import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';

const program = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

/** Instead of connecting, says so on stderr and fails. */
const noNetwork = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  net.Socket.prototype.connect = function (...to) {
    process.stderr.write('network: ' + JSON.stringify(to) + '\\n');
    throw new Error('no network');
  };
`)}`;

/** From 0, as the protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Problem {
  readonly message: string;
  readonly range: Range;
  readonly severity: number;
}

export interface Completion {
  readonly label: string;
  readonly insertText?: string;
  readonly documentation?: string | { readonly value: string };
}

/** What an editor knows of an open file. */
export interface OpenFile {
  /** What is offered at the cursor, by label. */
  complete(): Promise<ReadonlyMap<string, Completion>>;
  /** What is shown for the word at the cursor; empty for nothing. */
  hover(): Promise<string>;
  /** What is underlined. */
  problems(): Promise<Problem[]>;
}

/**
 * The YAML language server that editors run, over stdio. There is no network: the catalogue of public schemas is off, and
 * whatever would connect fails and is noted.
 */
export class LanguageServer {
  private readonly waiting = new Map<string, (problems: Problem[]) => void>();
  private settings: Readonly<Record<string, unknown>> = {};
  private opened = 0;
  /** What it wrote to stderr, attempts to reach a network among it, and what it asked the editor to fetch. Must stay empty. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: MessageConnection,
    private readonly folder: string,
  ) {}

  static async start(folder: string): Promise<LanguageServer> {
    const child = spawn(process.execPath, ['--import', noNetwork, program, '--stdio'], { stdio: 'pipe' });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const server = new LanguageServer(child, connection, folder);
    child.stderr.on('data', (chunk) => server.complaints.push(String(chunk)));
    await server.initialize();
    return server;
  }

  private async initialize(): Promise<void> {
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => this.settings[section ?? ''] ?? null),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('vscode/content', (uri: string) => {
      this.complaints.push(uri);
      throw new Error(`no network: ${uri}`);
    });
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Problem[] }) => {
        this.waiting.get(uri)?.(diagnostics);
      },
    );
    this.connection.listen();
    const rootUri = pathToFileURL(this.folder).href;
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'project' }],
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
          publishDiagnostics: {},
        },
      },
    });
    await this.connection.sendNotification('initialized', {});
    await this.configure({});
  }

  /** Settings of `yaml.`, beside those that keep the server off the network. */
  async configure(more: Readonly<Record<string, unknown>>): Promise<void> {
    this.settings = {
      yaml: { schemaStore: { enable: false }, completion: true, hover: true, validate: true, ...more },
    };
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: this.settings });
  }

  /** Opens a text as a new file of the folder, not on the disk. `|>` in it marks where the cursor is. */
  async open(path: string, text: string): Promise<OpenFile> {
    const at = text.indexOf('|>');
    const whole = at === -1 ? text : text.slice(0, at) + text.slice(at + 2);
    const before = text.slice(0, Math.max(0, at)).split('\n');
    const position: Position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    this.opened++;
    // A file of its own each time, so that no answer is about the text before.
    const uri = pathToFileURL(join(this.folder, path.replace(/([^/]+)$/, `${this.opened}-$1`))).href;
    const published = new Promise<Problem[]>((resolve) => this.waiting.set(uri, resolve));
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: whole },
    });
    const textDocument = { uri };
    return {
      complete: async () => {
        const answer = await this.connection.sendRequest<{ items: Completion[] }>('textDocument/completion', {
          textDocument,
          position,
        });
        return new Map(answer.items.map((each) => [each.label, each]));
      },
      hover: async () => {
        const answer = await this.connection.sendRequest<{ contents: { value: string } } | null>('textDocument/hover', {
          textDocument,
          position,
        });
        return answer?.contents.value ?? '';
      },
      problems: () => published,
    };
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.process.kill();
  }
}
