import type { Project } from '../../config/project.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Model } from '../../model/model.js';

/** Whether answers that are said to be the same for everybody are (MCP 2026-07-28, server/utilities/caching, "Security"). */
export function checkCaching({ doc }: Project, { caching, resourceTemplates }: Model): Diagnostic[] {
  if (caching?.['resources/list']?.cacheScope !== 'public') return [];
  const listing = resourceTemplates.find(({ isListable }) => isListable);
  if (listing === undefined) return [];
  const span = doc.locate(['caching', 'resources/list', 'cacheScope']);
  return [diagnose('protocol/public-varies', { template: listing.name }, { span })];
}
