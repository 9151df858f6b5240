import type { Model } from '../../model/model.js';
import { paragraphs } from '../code/code.js';
import { moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { typesOf } from './emit-tool.js';

/** `schemas.ts`: one named type for each shared schema; nothing when there are none. */
export function emitSchemas(model: Model): EmittedFile[] {
  if (model.schemas.length === 0) return [];
  const names = new Set(model.schemas.map((each) => each.pascal));
  const taken = new Set(names);
  const declarations = model.schemas.map((each) => {
    const others = [...taken].filter((name) => name !== each.pascal);
    const types = typesOf(each.schema, each.shared, each.pascal, 'output', others);
    for (const name of types.names) taken.add(name);
    return types.declarations;
  });
  return [
    { path: `${model.paths.output}/schemas.ts`, kind: 'generated', text: moduleText([], paragraphs(declarations)) },
  ];
}
