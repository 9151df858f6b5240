import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inNewProject, type NewProject } from '../init/new-project.js';
import { listOverHttp, listOverStdio, type ServerCommand } from './raw-host.js';

const renewLoan = `
  - name: renew_loan
    description: Extends a loan by two weeks, once.
    inputSchema:
      type: object
      properties:
        loan: { type: string, minLength: 1 }
      required: [loan]
    outputSchema:
      type: object
      properties:
        due: { type: string, format: date }
      required: [due]
`;

function read(project: NewProject, path: string): string {
  return readFileSync(join(project.folder, path), 'utf8');
}

function edit(project: NewProject, path: string, change: (text: string) => string): void {
  const before = read(project, path);
  const after = change(before);
  expect(after, `the edit of ${path} changes something`).not.toBe(before);
  writeFileSync(join(project.folder, path), after);
}

/** `mcpgen build`, which must go well; gives back what it printed. */
async function build(project: NewProject): Promise<string> {
  const { code, stderr } = await project.node(['node_modules/.bin/mcpgen', 'build']);
  expect(code, stderr).toBe(0);
  return stderr;
}

async function expectFresh(project: NewProject): Promise<void> {
  expect(await project.npm(['run', '--silent', 'check'])).toMatchObject({ code: 0, stdout: '' });
}

/** What CI and a careful author run: is the output fresh, and do the types fit. */
async function expectFreshAndTyped(project: NewProject): Promise<void> {
  await expectFresh(project);
  expect(await project.node(['node_modules/.bin/tsc', '--noEmit'])).toEqual({ code: 0, stdout: '', stderr: '' });
}

/** The names of the tools in a plain JSON-RPC answer. */
function namesIn(answer: unknown): string[] {
  const { result } = answer as { result: { tools: { name: string }[] } };
  return result.tools.map(({ name }) => name);
}

test('the example: built and tested by its own command, then served as its host files say', () =>
  inNewProject(async (project) => {
    expect(project.init).toMatchObject({ code: 0, stdout: '' });
    expect(project.init.stderr).not.toContain('problems');
    // What `init` wrote is all that the author owns: a build adds the output, and nothing to it.
    const built = await project.node(['node_modules/.bin/mcpgen', 'build', '--format', 'json']);
    const { files } = JSON.parse(built.stdout) as { files: { path: string; status: string }[] };
    expect(files.filter(({ path, status }) => !path.startsWith('generated/') && status !== 'unchanged')).toEqual([]);
    const tested = await project.npm(['test']);
    expect(`${tested.stdout}${tested.stderr}`).toMatch(/\bpass 5\n[\s\S]*\bfail 0\n/);
    expect(tested.stdout).toContain('find_books: A title that can be lent');
    expect(tested.code).toBe(0);
    await expectFresh(project);

    const hosts: [string, ServerCommand | undefined][] = [
      ['.mcp.json', JSON.parse(read(project, '.mcp.json')).mcpServers['library-desk']],
      ['.vscode/mcp.json', JSON.parse(read(project, '.vscode/mcp.json')).servers['library-desk']],
    ];
    for (const [file, entry] of hosts) {
      if (entry === undefined) throw new Error(`${file} does not name the server`);
      // VS Code replaces the variable; a host that reads .mcp.json starts in the project.
      const args = entry.args.map((each) => each.replace(/\$\{workspaceFolder\}/, project.folder));
      for (const era of ['modern', 'legacy'] as const) {
        const listed = await listOverStdio({ command: entry.command, args }, project.folder, era);
        expect(namesIn(listed.answer), file).toEqual(['find_books']);
        expect(listed).toMatchObject({ code: 0, stderr: '' });
      }
    }
    const { 'start:http': startHttp = '' } = JSON.parse(read(project, 'package.json')).scripts as Record<
      string,
      string
    >;
    const [command, ...args] = startHttp.split(' ');
    expect(command).toBe('node');
    const listed = await listOverHttp(args, project.folder);
    expect(namesIn(listed.answer)).toEqual(['find_books']);
    expect(listed.code).toBe(0);
  }));

test('without the example: built, tested and served, with no tool', () =>
  inNewProject(
    async (project) => {
      const tested = await project.npm(['test']);
      expect(`${tested.stdout}${tested.stderr}`).toMatch(/\bpass 1\n[\s\S]*\bfail 0\n/);
      expect(tested.code).toBe(0);
      await expectFresh(project);
      const listed = await listOverStdio({ command: 'node', args: ['dist/src/main.js'] }, project.folder, 'modern');
      expect(namesIn(listed.answer)).toEqual([]);
    },
    { flags: ['--bare'] },
  ));

test('a tool is added, then renamed, then removed: its handler stays the author’s', () =>
  inNewProject(async (project) => {
    await build(project);
    const [contract, handler] = ['manifests/library.yaml', 'src/handlers/renew_loan.ts'];

    edit(project, contract, (text) => `${text.trimEnd()}\n${renewLoan}`);
    expect(await build(project)).toContain(`created   ${handler}`);
    await expectFreshAndTyped(project);

    // The author writes it, and it has to fit.
    edit(project, handler, (text) => text.replace(/=> .*;/, '=> ({ due: 20_261_120 });'));
    const { stdout } = await project.node(['node_modules/.bin/tsc', '--noEmit']);
    expect(stdout).toContain(`${handler}(`);
    edit(project, handler, (text) => text.replace('20_261_120', "'2026-11-20'"));

    // Renamed in the manifest and in the handler: the file and all that is in it stays, under its old name.
    edit(project, contract, (text) => text.replace('name: renew_loan', 'name: extend_loan'));
    edit(project, handler, (text) =>
      text
        .replace("'renew_loan'", "'extend_loan'")
        .replaceAll('RenewLoan', 'ExtendLoan')
        .replace('/renew_loan.', '/extend_loan.'),
    );
    const renamed = await build(project);
    expect(renamed).not.toMatch(/created +src\//);
    expect(read(project, handler)).toContain("'2026-11-20'");
    await expectFreshAndTyped(project);
    expect(read(project, 'generated/server/handlers.ts')).toContain('src/handlers/renew_loan.js');

    // Removed: the handler is reported and kept.
    edit(project, contract, (text) => text.slice(0, text.indexOf('\n  - name: extend_loan')));
    const removed = await build(project);
    expect(removed).toContain(`${handler}:`);
    expect(removed).toContain('warning handlers/orphan');
    expect(removed).toContain(`kept      ${handler}`);
    expect(existsSync(join(project.folder, handler))).toBe(true);
    expect(existsSync(join(project.folder, 'generated/tools/extend_loan.ts'))).toBe(false);
    await expectFresh(project);
    rmSync(join(project.folder, handler));
    await expectFreshAndTyped(project);
  }));
