import type { Project } from '../../config/project.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isJsonObject } from '../../json.js';
import type { DeprecatedFeature } from '../../model/protocol.js';

/** What `protocol:` of mcpgen.yaml turns on, once its shape is right. */
export function checkProtocol({ protocol, doc }: Project): Diagnostic[] {
  const written = isJsonObject(doc.value) ? doc.value['protocol'] : undefined;
  const features = isJsonObject(written) ? ((written['deprecated'] ?? []) as readonly DeprecatedFeature[]) : [];
  return features.flatMap((feature, index) => {
    const where = { span: doc.locate(['protocol', 'deprecated', index]) };
    return [
      diagnose('protocol/deprecated', { feature }, where),
      ...(feature === 'sse' && protocol.eras === 'modern'
        ? [diagnose('protocol/not-in-this-era', { feature }, where)]
        : []),
    ];
  });
}
