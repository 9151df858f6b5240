// Copied by mcpgen from its tested runtime. Do not edit.

import type { ReadResourceResult, ServerContext } from '@modelcontextprotocol/server';
import { type AnyFunction, answerRequest } from './answer-request.js';
import type { FailurePlace } from './failure.js';
import { toReadResult } from './resource-answer.js';
import type { ResourceDescriptor, TemplateDescriptor } from './resource-descriptor.js';
import { toResourceContext } from './resource-handler.js';
import type { SectionOptions } from './section.js';
import type { UriVariables } from './uri-pattern.js';

/** Answers `resources/read` for a resource of the contract, or for one of a template: then with the values of its variables. */
export function readResource(
  descriptor: ResourceDescriptor | TemplateDescriptor,
  read: AnyFunction,
  uri: string,
  variables: UriVariables | undefined,
  request: ServerContext,
  options: SectionOptions,
): Promise<ReadResourceResult> {
  const { name, mimeType } = descriptor;
  const place: FailurePlace = variables === undefined ? { resource: name } : { resourceTemplate: name };
  return answerRequest(
    {
      place,
      scopes: descriptor.scopes,
      failure: 'The resource could not be read',
      call: (ctx) => {
        const own = toResourceContext(ctx, uri);
        return variables === undefined ? read(own) : read(variables, own);
      },
      toAnswer: (value) => toReadResult(value, { name, uri, mimeType }),
    },
    request,
    options,
  );
}
