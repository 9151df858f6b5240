import type { Project } from '../../config/project.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Manifests } from '../../manifest/read-manifests.js';
import { isScopeToken } from '../../model/authorization.js';
import { isSecure } from '../../runtime/secure-url.js';
import { scopesIn } from './scopes-in.js';

/** What mcpgen.yaml says about authorization, and the scopes that declarations ask for. */
export function checkAuthorization(
  project: Pick<Project, 'authorization' | 'doc'>,
  manifests: Manifests,
): Diagnostic[] {
  const { authorization, doc } = project;
  if (authorization === undefined) {
    return scopesIn(manifests).map(({ owner, at }) => diagnose('authorization/not-declared', { owner }, { span: at }));
  }
  const diagnostics: Diagnostic[] = [];
  authorization.authorizationServers.forEach((url, index) => {
    const problem = problemOfIssuer(url);
    if (problem === undefined) return;
    const span = doc.locate(['authorization', 'authorizationServers', index]);
    diagnostics.push(diagnose('authorization/server-url', { url, problem }, { span }));
  });
  for (const { name } of authorization.scopes) {
    const span = doc.locate(['authorization', 'scopes', name], 'key');
    if (!isScopeToken(name)) diagnostics.push(diagnose('authorization/scope-syntax', { scope: name }, { span }));
    if (name === 'offline_access') diagnostics.push(diagnose('authorization/offline-access', {}, { span }));
  }
  const known = new Set(authorization.scopes.map(({ name }) => name));
  const required = authorization.required.map((scope) => ({
    scope,
    owner: '`required`',
    at: doc.locate(['authorization', 'required', writtenRequired(project).indexOf(scope)]),
  }));
  for (const { scope, owner, at } of [...required, ...scopesIn(manifests)]) {
    if (known.has(scope)) continue;
    const suggestion = didYouMean(scope, known);
    const help = suggestion === undefined ? undefined : `did you mean \`${suggestion}\`?`;
    diagnostics.push(diagnose('authorization/unknown-scope', { scope, owner }, { span: at, help }));
  }
  return diagnostics;
}

/** The model has them sorted; findings point at what is written. */
function writtenRequired({ doc }: Pick<Project, 'doc'>): readonly unknown[] {
  const { authorization } = doc.value as { authorization?: { required?: readonly unknown[] } };
  return authorization?.required ?? [];
}

/** RFC 8414, section 2: an issuer is an `https` URL without query and fragment. Servers of this machine are for trying things out. */
function problemOfIssuer(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is no URL';
  const url = new URL(text);
  const { search, hash, username, password } = url;
  if (!isSecure(url)) return 'is not `https:`';
  if (search !== '' || text.includes('?')) return 'has a query';
  if (hash !== '' || text.includes('#')) return 'has a fragment';
  return username === '' && password === '' ? undefined : 'holds credentials';
}
