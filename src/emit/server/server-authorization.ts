import type { JsonObject } from '../../json.js';
import type { AuthorizationModel } from '../../model/authorization.js';
import { type Code, lines, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { jsonLiteral } from '../code/literal.js';

/** What `server/index.ts` has of a contract with authorization. */
export interface ServerAuthorization {
  readonly imports: readonly Code[];
  readonly exports: Code;
  readonly definition: Code;
  readonly body: Code;
}

/** The way in which a deployment protects the server: `authorize`, and what verifies tokens. */
export function serverAuthorization(authorization: AuthorizationModel): ServerAuthorization {
  const { authorizationServers, scopes, required, resourceName, documentation } = authorization;
  const definition: JsonObject = {
    authorizationServers: [...authorizationServers],
    scopes: scopes.map(({ name }) => name),
    required: [...required],
    ...(resourceName !== undefined && { resourceName }),
    ...(documentation !== undefined && { documentation }),
  };
  return {
    imports: [
      ts`import { type AuthorizationOptions, type Protection, protectResource } from '../runtime/protected-resource.js';`,
    ],
    exports: lines(
      ts`export type { AuthorizationOptions, Protection };`,
      authorization.tokens === 'jwt'
        ? ts`export { type JwtOptions, jwtVerifier } from '../runtime/jwt-verifier.js';`
        : nothing,
    ),
    definition: lines(
      docComment('Who may call, as the contract says.'),
      ts`const authorization = ${jsonLiteral(definition)};`,
    ),
    body: lines(
      docComment(
        'What `serveHttp` and `createFetchHandler` need to let nobody in without a token: `serveHttp(server, { ...authorize({ resource, verifier }) })`.',
      ),
      ts`export function authorize(options: AuthorizationOptions): Protection {
  return protectResource(authorization, options);
}`,
    ),
  };
}
