import { formsOf } from './forms.js';

/**
 * What a verb says that a call does. `none`: nothing about that, such as "validate" or "connect"; such a verb still ends the search
 * for the verb of a name.
 */
export type Deed = 'read' | 'none' | 'create' | 'modify' | 'send' | 'run' | 'destroy';

/**
 * How sure a word is a verb. `verb`: always. `leading`: where a name or a sentence begins with it; elsewhere it may be a noun
 * ("list", "update"). `either`: only with evidence, for it is a noun as often ("commit", "post", "deploy" in `deploy_key`).
 */
export type Grade = 'verb' | 'leading' | 'either';

export interface Verb {
  readonly lemma: string;
  readonly deed: Deed;
  readonly grade: Grade;
}

/**
 * The doubtful words, and why they stand where they do:
 * - "remove", "cancel", "terminate", "uninstall", "replace" and "restore" change something, and may destroy it or not: a label that was
 *   removed can be put back. They contradict `readOnlyHint: true`; what they destroy is for the description to say (destruction.ts).
 *   "clear", "reset" and "rotate" are what their object is (loss.ts).
 * - "generate", "render", "translate", "export", "download" and "capture" make an answer more often than a thing that stays.
 * - "open", "connect", "select", "wait" and "navigate" are about a session; "fetch" and "pull" read everywhere but in version control.
 * - "resolve", "request", "log", "record" and "track" ask in one server (`resolve_library_id`) and change in the next (`resolve_thread`):
 *   their object tells (objects.ts).
 * - "run", "execute" and "call" do what their object does (run.ts); "start" and "stop" may be about looking on, "test" about sending
 *   (objects.ts).
 * - "manage" changes, where it leads: who only reads does not manage.
 * - Words that people use as nouns of their trade ("commit", "merge", "post", "order", "comment", "stage") are `either`.
 */
const words: Readonly<Record<Deed, Readonly<Record<Grade, string>>>> = {
  read: {
    verb: 'get find describe retrieve lookup browse peek',
    leading: 'list search read show view count query',
    either: 'look',
  },
  none: {
    verb: `analyze analyse validate verify explain suggest compare inspect discover diagnose summarize summarise recommend calculate compute
      convert render translate simulate evaluate estimate detect extract generate download capture connect disconnect navigate hover parse
      resolve wait demonstrate poll authenticate crawl scrape fetch subscribe aggregate reconnect emulate`,
    leading:
      'check lint ping echo preview open select help test think plan scan measure monitor watch track pull format export convert',
    either: 'map graph report log request review build scroll screenshot snapshot record status trace',
  },
  create: {
    verb: 'create add insert append register clone provision duplicate upsert replicate mint ingest enroll onboard save attach allocate initialize initialise init',
    leading: 'write put upload install',
    either:
      'import deploy copy fork link tag commit branch schedule bookmark label comment store draft compose place make reserve',
  },
  modify: {
    verb: `edit modify rename replace reorder enable disable activate deactivate assign unassign apply configure clear remove unset detach
      unlink restart reboot approve reject dismiss protect unprotect unarchive restore rollback revert rotate regenerate upgrade downgrade
      promote demote migrate rebase toggle uninstall discard terminate kill unpublish deprecate unsubscribe flush swap alter amend increment
      decrement cordon uncordon drain evict mute unmute ban unban unblock unlock deny reassign reschedule reprioritize click drag accept claim
      finalize repair recreate initiate unshare unapprove unresolve unfollow deregister unregister autofix`,
    leading:
      'update set change patch switch close reopen lock mark start stop pause resume reset cancel empty fill clean cleanup setup resize manage prune fix',
    either:
      'move merge stage scale block pin star unstar tap press type rank rate sync launch boot grant mutate stash retry archive follow vote sign turn complete transition skip react',
  },
  send: {
    verb: 'send notify reply broadcast publish tweet dispatch transmit deliver resend refund purchase pay submit respond sell withdraw',
    leading: 'forward',
    either: 'email invite message post push share transfer charge book buy text',
  },
  run: { verb: 'execute exec invoke eval perform rerun', leading: 'run trigger', either: 'call' },
  destroy: {
    verb: 'delete destroy purge erase wipe expunge truncate overwrite revoke obliterate shred nuke decommission deprovision',
    leading: '',
    either: 'drop trash',
  },
};

const grades = ['verb', 'leading', 'either'] as const;

/** Verbs by their base form, as names use them. */
const byLemma = new Map<string, Verb>();
/** Verbs by every form that a description may begin with: "create", "creates", "creating". */
const byForm = new Map<string, Verb>();

for (const deed of Object.keys(words) as Deed[]) {
  for (const grade of grades) {
    for (const lemma of words[deed][grade].split(/\s+/).filter((word) => word !== '')) {
      const verb = { lemma, deed, grade };
      byLemma.set(lemma, verb);
      for (const form of formsOf(lemma)) byForm.set(form, verb);
    }
  }
}

/** The verb that a word of a name is, in lower case. */
export function verbInName(word: string): Verb | undefined {
  return byLemma.get(word);
}

/** The verb that a word of a sentence is a form of, in lower case. */
export function verbInText(word: string): Verb | undefined {
  return byForm.get(word);
}

/** Whether a call with this deed changes something. */
export function isChange(deed: Deed): boolean {
  return deed !== 'read' && deed !== 'none';
}
