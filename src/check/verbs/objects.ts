import type { Deed } from './lexicon.js';

/** Things that are made only to be answered with. */
const answers = wordsIn(
  'chart diagram graph plot visualization visualisation preview summary hash uuid guid thumbnail locator url uri',
);

/** What looks on while others act: it begins and ends without a change to what is looked at. */
const observation = wordsIn(
  'recording tracing trace video profiling profile profiler capture monitoring watching listening tail timer annotating',
);
const beginning: ReadonlySet<string> = new Set(['start', 'stop', 'pause', 'resume']);

/** What somebody sees at a screen for a while. */
const looks = wordsIn('highlight highlights overlay overlays tooltip viewport zoom cursor');

/** What is tried out by sending something through it. */
const channels = wordsIn('hook hooks webhook webhooks notification notifications email alert alerts');

/** Whether what is made is the answer itself: "create a chart". */
export function isOnlyAnswered(deed: Deed, objects: readonly string[]): boolean {
  return deed === 'create' && hasOneOf(answers, objects);
}

/** Whether somebody begins or ends to look on, or changes what is seen and nothing else: "start tracing", "remove a highlight". */
export function isOnlySeen(lemma: string, deed: Deed, objects: readonly string[]): boolean {
  return beginning.has(lemma) ? hasOneOf(observation, objects) : deed === 'modify' && hasOneOf(looks, objects);
}

/** Verbs that ask, or change something, as their object tells: "resolve a thread", but "resolve a name". */
const turning: readonly {
  readonly verbs: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  readonly deed: Deed;
}[] = [
  { verbs: wordsIn('test'), objects: channels, deed: 'send' },
  {
    verbs: wordsIn('resolve'),
    objects: wordsIn('thread threads comment comments discussion issue ticket alert incident conflict vulnerability'),
    deed: 'modify',
  },
  {
    verbs: wordsIn('log record track'),
    objects: wordsIn('time hours work worklog event events activity payment expense usage'),
    deed: 'create',
  },
  {
    verbs: wordsIn('request'),
    objects: wordsIn('review reviewer reviewers access approval refund payout'),
    deed: 'send',
  },
];

/** What such a verb does with its object; undefined for every other one. */
export function deedByObject(lemma: string, objects: readonly string[]): Deed | undefined {
  return turning.find((each) => each.verbs.has(lemma) && hasOneOf(each.objects, objects))?.deed;
}

function hasOneOf(set: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.some((word) => set.has(word));
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
