import type { SourceFile } from '../diagnostics/source-file.js';
import type { Deadline } from '../limits/deadline.js';
import type { Limits } from '../limits/limits.js';
import { type ParsedYaml, parseYaml } from './parse-yaml.js';

/** Parses files; what it gives is in their order. */
export type ParseFiles = (files: readonly SourceFile[], limits: Limits, deadline: Deadline) => readonly ParsedYaml[];

/** One after the other, here. */
export const parseFiles: ParseFiles = (files, limits, deadline) =>
  files.map((file) => {
    deadline.check('parsing the manifests', file.path);
    return parseYaml(file, limits);
  });
