import type { EmittedFile } from '../emit/emitted-file.js';
import { emitExampleTests } from '../emit/server/emit-examples.js';
import { emitMain } from '../emit/server/emit-main.js';
import type { Host } from '../host/host.js';
import { titleFromName } from './project-name.js';
import { loadTemplates } from './render-template.js';
import type { Versions } from './versions.js';

export interface ScaffoldOptions {
  /** Valid by `nameProblem`. */
  readonly name: string;
  /** Without the example tool, its handler and its test. */
  readonly bare: boolean;
  readonly versions: Versions;
  /** What stands for mcpgen in `devDependencies`: see `mcpgenDependency`. */
  readonly mcpgen: string;
}

/**
 * The files of a new project, in the order of their paths: a pure function of the options and of the templates that came
 * with the package. All of them are the author's from then on.
 */
export function scaffold(packageFiles: Host, { name, bare, versions, mcpgen }: ScaffoldOptions): EmittedFile[] {
  const values = { ...versions, mcpgen, name, title: titleFromName(name), fromCheckout: mcpgen.startsWith('file:') };
  const templates = [
    ...loadTemplates(packageFiles, 'init/project'),
    ...loadTemplates(packageFiles, bare ? 'init/bare' : 'init/example'),
  ];
  const files = templates.map(
    (template): EmittedFile => ({ path: template.path, kind: 'once', text: template.render(values) }),
  );
  // A build would create these as well; with them, the new project can be read as a whole before that.
  const paths = { main: 'src/main.ts', exampleTests: 'test/examples.test.ts', output: 'generated' };
  const created = bare ? [emitMain(paths)] : [emitMain(paths), emitExampleTests(paths)];
  return [...files, ...created].sort((a, b) => (a.path < b.path ? -1 : 1));
}
