import type { JsonObject, JsonPath } from '../../json.js';
import type { ToolDeclaration } from '../../manifest/manifest.generated.js';
import { actionsOf, type SaidAction } from './actions.js';
import { deedOf, type SaidDeed } from './deed.js';
import { deniesChange, saysRecovery } from './denial.js';
import { destructionIn } from './destruction.js';
import { firstVerbs } from './first-verbs.js';
import { laterVerb } from './later-verbs.js';
import { isChange } from './lexicon.js';
import { overwriteSwitchOf } from './switches.js';
import { wordsOfName } from './words-of-name.js';

/** Where a tool says something about what calls do, and how: `its name says "delete"`. */
export interface Saying {
  readonly what: string;
  /** Below the tool's declaration. */
  readonly path: JsonPath;
}

/** What the words of a tool say that calls do: its name, its description, and the values of an argument such as `action`. */
export interface SaidConduct {
  /** What its verb says, when it has one. */
  readonly deed: SaidDeed | undefined;
  /** That something is changed, sent or run. */
  readonly change: Saying | undefined;
  /** That something is lost. */
  readonly destruction: Saying | undefined;
  /** That a call reads, and nothing else. */
  readonly reading: Saying | undefined;
}

type Words = Pick<ToolDeclaration, 'name' | 'title' | 'description' | 'inputSchema'>;

/** Several rules ask about the same tools. */
const known = new WeakMap<Words, SaidConduct>();

/** What a tool says about itself, in the order in which a reader meets it: name, description, arguments. */
export function conductSaidBy(tool: Words): SaidConduct {
  const found = known.get(tool) ?? readConduct(tool);
  known.set(tool, found);
  return found;
}

function readConduct(tool: Words): SaidConduct {
  const { name, title, description = title } = tool;
  const deed = deedOf(name, description);
  const later = laterVerb(description, deed?.lemma);
  if (deniesChange(description, later?.lemma) || (deed !== undefined && deniesChange(description, deed.lemma))) {
    return { deed, change: undefined, destruction: undefined, reading: readingOf(tool, deed) };
  }
  const actions = actionsOf(tool.inputSchema as JsonObject);
  const change = changeOf(tool, deed, actions) ?? (later && inText(tool, later.written));
  const destruction = saysRecovery(description) ? undefined : destructionOf(tool, deed, actions, change !== undefined);
  const isReading = change === undefined && destruction === undefined;
  return { deed, change, destruction, reading: isReading ? readingOf(tool, deed) : undefined };
}

function changeOf(tool: Words, deed: SaidDeed | undefined, actions: readonly SaidAction[]): Saying | undefined {
  const action = actions.find((each) => isChange(each.deed));
  const isTold = deed !== undefined && isChange(deed.deed);
  // Of what is managed, the actions tell more.
  return isTold && !(deed.lemma === 'manage' && action !== undefined)
    ? sayingOf(tool, deed)
    : action && { what: `its argument ${quoted(action.argument)} offers ${quoted(action.value)}`, path: action.path };
}

function destructionOf(
  tool: Words,
  deed: SaidDeed | undefined,
  actions: readonly SaidAction[],
  changes: boolean,
): Saying | undefined {
  if (deed?.deed === 'destroy') return sayingOf(tool, deed);
  const listed = firstVerbs(tool.description, wordsOfName(tool.name)).find(({ verb }) => verb.deed === 'destroy');
  if (listed !== undefined) return inText(tool, listed.written);
  const phrase = destructionIn(tool.description ?? tool.title);
  if (phrase !== undefined) return inText(tool, phrase);
  const action = actions.find((each) => each.deed === 'destroy');
  if (action !== undefined) {
    return { what: `its argument ${quoted(action.argument)} offers ${quoted(action.value)}`, path: action.path };
  }
  const overwriting = changes ? overwriteSwitchOf(tool.inputSchema as JsonObject) : undefined;
  return overwriting && { what: `it has an argument ${quoted(overwriting.argument)}`, path: overwriting.path };
}

function readingOf(tool: Words, deed: SaidDeed | undefined): Saying | undefined {
  return deed?.deed === 'read' ? sayingOf(tool, deed) : undefined;
}

function sayingOf(tool: Words, { source, word }: SaidDeed): Saying {
  return source === 'name' ? { what: `its name says ${quoted(word)}`, path: ['name'] } : inText(tool, word);
}

function inText({ description }: Words, words: string): Saying {
  const said = quoted(words);
  return description === undefined
    ? { what: `its title says ${said}`, path: ['title'] }
    : { what: `its description says ${said}`, path: ['description'] };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
