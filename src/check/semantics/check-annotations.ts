import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, RelatedSpan } from '../../diagnostics/diagnostic.js';
import type { SideEffect } from '../../manifest/manifest.generated.js';
import type { ToolEntry } from '../../manifest/read-manifests.js';
import { cautious, deriveHints, type HintName, isOpenWorld } from '../../model/annotations.js';
import { changesSomething } from '../../runtime/effects.js';

/**
 * Annotations are derived from side effects, never trusted over them: an explicit one may be more cautious, and is an error when it
 * promises more. Both places are shown.
 */
export function checkAnnotations({ declaration, origin }: ToolEntry): Diagnostic[] {
  const { semantics, annotations } = declaration;
  if (semantics === undefined || annotations === undefined) return [];
  const derived = deriveHints(semantics);
  const at = (...path: (string | number)[]) => origin.doc.locate([...origin.path, ...path]);
  return (Object.keys(cautious) as HintName[]).flatMap((hint) => {
    const written = annotations[hint];
    if (written === undefined || derived[hint] === undefined) return [];
    if (written === derived[hint] || written === cautious[hint]) return [];
    const reason = reasonOf[hint];
    const index = semantics.side_effects.findIndex((effect) => reason.effect?.(effect) ?? false);
    const related: RelatedSpan[] = [
      hint === 'idempotentHint'
        ? { message: 'it is said here', span: at('semantics', 'idempotent') }
        : { message: 'it follows from this effect', span: at('semantics', 'side_effects', index) },
    ];
    const span = at('annotations', hint);
    return [
      diagnose('semantics/annotation-contradicts', { hint, written, because: reason.because }, { span, related }),
    ];
  });
}

/** Why a hint cannot be the less cautious value, and which effects say so. */
const reasonOf: Readonly<Record<HintName, { because: string; effect?: (effect: SideEffect) => boolean }>> = {
  readOnlyHint: { because: 'a call changes something', effect: changesSomething },
  destructiveHint: { because: 'an effect cannot be undone', effect: (effect) => !effect.reversible },
  idempotentHint: { because: 'the tool is not idempotent' },
  openWorldHint: { because: 'a call reaches other systems', effect: isOpenWorld },
};
