import type { SourceFile } from '../diagnostics/source-file.js';
import type { BuildMemory, MemorySection } from '../memory/build-memory.js';
import type { HandledKind } from './handled.js';
import { type HandlerFile, inspectFile, type Marker, type SyntaxProblem } from './inspect-file.js';

/** What a file says about itself, without its text. */
interface Inspected {
  readonly hasDefault: boolean;
  readonly markers: readonly (readonly [HandledKind, name: string | null, start: number, end: number])[];
}

/** Looks into files of the author: only once into each text, as long as it is remembered. One that cannot be parsed is not. */
export function inspecting(memory: BuildMemory | undefined): (source: SourceFile) => HandlerFile | SyntaxProblem {
  if (memory === undefined) return inspectFile;
  const section: MemorySection<Inspected> = memory.section('handlers');
  return (source) => {
    const known = section.get(source.digest);
    if (known !== undefined) return fromMemory(source, known);
    const found = inspectFile(source);
    if (!('problem' in found)) section.set(source.digest, toMemory(found));
    return found;
  };
}

function toMemory({ hasDefault, markers }: HandlerFile): Inspected {
  const rows = Object.entries(markers) as [HandledKind, Marker][];
  return {
    hasDefault,
    markers: rows.map(([kind, marker]) => {
      const { start, end } = marker.span;
      return [kind, marker.kind === 'literal' ? marker.name : null, start, end];
    }),
  };
}

function fromMemory(source: SourceFile, { hasDefault, markers }: Inspected): HandlerFile {
  const entries = markers.map(([kind, name, start, end]): [HandledKind, Marker] => {
    const span = { file: source, start, end };
    return [kind, name === null ? { kind: 'computed', span } : { kind: 'literal', name, span }];
  });
  return { source, hasDefault, markers: Object.fromEntries(entries) };
}
