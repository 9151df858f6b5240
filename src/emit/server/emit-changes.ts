import type { Model } from '../../model/model.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { jsonLiteral, stringLiteral } from '../code/literal.js';
import { importTypes, importValues, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import type { ContextExtras } from './context-extras.js';

/** Whether anything that the contract's server offers may change while it runs. */
export function mayChange(model: Model): boolean {
  return model.protocol.listChanged.length > 0 || isSubscribable(model);
}

/** What such a contract gives its handlers: `ctx.notify`. */
export function changesOf(model: Model): ContextExtras | undefined {
  if (!mayChange(model)) return undefined;
  return {
    types: [ts`Notifying`],
    typeImports: [importTypes(['Notifying'], './changes.js')],
    served: [ts`changes`],
    mounted: [ts`notifyOn(server, changeRules, options)`],
    examples: [ts`notifyNobody(changeRules)`],
    valueImports: [
      ts`import { type ChangeOptions, Changes, notifyOn } from '../runtime/changes.js';`,
      ts`import { changeRules, type Notifying } from './changes.js';`,
    ],
    exampleImports: [
      importValues(['notifyNobody'], '../runtime/changes.js'),
      importValues(['changeRules'], './changes.js'),
    ],
  };
}

/** `server/changes.ts`: what may change, as data, and what follows from it for who tells clients. */
export function emitChanges(model: Model): EmittedFile[] {
  if (!mayChange(model)) return [];
  const { listChanged } = model.protocol;
  const subscribable = isSubscribable(model);
  const told = [...listChanged.map((kind) => `${kind}Changed`), ...(subscribable ? ['resourceUpdated'] : [])];
  return [
    {
      path: `${model.paths.output}/server/changes.ts`,
      kind: 'generated',
      text: moduleText(
        [
          importTypes(['ChangeRules', 'Notifier'], '../runtime/changes.js'),
          subscribable ? importValues(['subscribableOf'], '../runtime/subscribable.js') : nothing,
        ],
        ts`export type { Notifier } from '../runtime/changes.js';`,
        lines(
          docComment('What may change while the server runs.'),
          ts`export const changeRules: ChangeRules = {
  ${lines(ts`listChanged: ${jsonLiteral([...listChanged])},`, subscribable ? subscribableRule(model) : nothing)}
};`,
        ),
        lines(
          docComment('Has what tells clients that something has changed: the server, and the context of each handler.'),
          ts`export interface Notifying {
  readonly notify: Pick<Notifier, ${list(told.map(stringLiteral), ' | ')}>;
}`,
        ),
      ),
    },
  ];
}

/** Whether clients may subscribe to any resource. */
export function isSubscribable({ resources, resourceTemplates }: Model): boolean {
  return [...resources, ...resourceTemplates].some((each) => each.subscribable);
}

function subscribableRule({ resources, resourceTemplates }: Model): Code {
  const uris = resources.flatMap(({ uri, subscribable }) => (subscribable ? [uri] : []));
  const templates = resourceTemplates.flatMap(({ uriTemplate, subscribable }) => (subscribable ? [uriTemplate] : []));
  return ts`isSubscribable: subscribableOf(${jsonLiteral(uris)}, ${jsonLiteral(templates)}),`;
}
