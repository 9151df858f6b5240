/** Tools that go into one file; `file` is relative to the manifests folder, without extension. */
export interface ToolGroup<Tool> {
  readonly file: string;
  readonly tools: readonly Tool[];
}

export interface Groupable {
  readonly name: string;
  /** Length of its YAML, roughly. */
  readonly size: number;
}

const maxTools = 25;
const maxSize = 60_000;
/** Fewer tools than this with a common word do not make a file of their own. */
const minTools = 5;
const defaultFile = 'tools';

/** What tools do rather than what they are about: `list_issues` and `get_issue` belong together. */
const verbs = new Set(
  'add cancel clear close copy create delete describe disable download edit enable fetch find get import insert list modify move patch post put query read remove rename restart run search set show start stop update upload upsert validate view write'.split(
    ' ',
  ),
);

/**
 * Spreads tools over files of at most 25 tools and about 60 KB: all in one if they fit, else by the words in their
 * names (the first that is not a verb, then the next), else in numbered parts. Within a file the order stays.
 */
export function groupTools<Tool extends Groupable>(tools: readonly Tool[]): ToolGroup<Tool>[] {
  const groups = new Map<string, Tool[]>();
  for (const { file, tools: some } of split(tools, [], 0)) append(groups, file, some);
  return [...groups].flatMap(([file, some]) => parts(file, some));
}

/** `prefix` holds the words that tell these tools from others, `depth` how many words they share. */
function split<Tool extends Groupable>(
  tools: readonly Tool[],
  prefix: readonly string[],
  depth: number,
): ToolGroup<Tool>[] {
  const file = fileName(prefix);
  if (tools.length === 0) return [];
  if (fits(tools)) return [{ file, tools }];
  const byWord = new Map<string, Tool[]>();
  for (const tool of tools) append(byWord, singular(wordsOf(tool.name)[depth] ?? ''), [tool]);
  if (byWord.size === 1) return byWord.has('') ? [{ file, tools }] : split(tools, prefix, depth + 1);
  const rest: Tool[] = [];
  const groups: ToolGroup<Tool>[] = [];
  for (const [word, some] of byWord) {
    // The word as the first tool spells it: `issues`, if that is what stands there.
    const spelling = wordsOf(some[0]?.name ?? '')[depth] ?? word;
    if (word === '' || some.length < minTools) rest.push(...some);
    else groups.push(...split(some, [...prefix, spelling], depth + 1));
  }
  return rest.length === 0 ? groups : [...groups, { file, tools: rest }];
}

/** Cuts what is still too large into as few parts as it takes, of about the same number of tools. */
function parts<Tool extends Groupable>(file: string, tools: readonly Tool[]): ToolGroup<Tool>[] {
  const few = cut(tools, maxTools);
  const even = cut(tools, Math.ceil(tools.length / few.length));
  const best = even.length === few.length ? even : few;
  return best.map((some, index) => ({ file: best.length === 1 ? file : `${file}-${index + 1}`, tools: some }));
}

function cut<Tool extends Groupable>(tools: readonly Tool[], most: number): Tool[][] {
  const done: Tool[][] = [];
  let open: Tool[] = [];
  for (const tool of tools) {
    if (open.length > 0 && (open.length === most || !fits([...open, tool]))) {
      done.push(open);
      open = [];
    }
    open.push(tool);
  }
  return [...done, open];
}

function append<Tool>(groups: Map<string, Tool[]>, key: string, tools: readonly Tool[]): void {
  const group = groups.get(key) ?? [];
  for (const tool of tools) group.push(tool);
  groups.set(key, group);
}

function fits(tools: readonly Groupable[]): boolean {
  return tools.length <= maxTools && tools.reduce((sum, { size }) => sum + size, 0) <= maxSize;
}

/** The words of a name in lower case, verbs last: at `_`, `-`, `.` and where a capital follows a small letter. */
function wordsOf(name: string): string[] {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return [...words.filter((word) => !verbs.has(word)), ...words.filter((word) => verbs.has(word))];
}

/** Near enough to compare words with; never shown. */
function singular(word: string): string {
  return /[^isu]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

/** Only `a-z`, digits and `-`, not too long, and none of the device names that Windows keeps for itself. */
function fileName(prefix: readonly string[]): string {
  const name = prefix.join('-').slice(0, 60);
  if (name === '') return defaultFile;
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name) ? `${name}-${defaultFile}` : name;
}
