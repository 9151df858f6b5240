/** Where a build keeps what it has not swapped in yet: beside the output folder, so on the same file system. */
export interface WorkPlace {
  /** Removed at the end of every build, and by the next one after a kill. */
  readonly work: string;
  /** The complete new output folder. */
  readonly next: string;
  /** The previous output folder while the new one takes its place, or the files replaced one by one. */
  readonly previous: string;
  /** The previous output once the new one stands: only waiting to be removed. */
  readonly discarded: string;
  /** The author's files, by their number. */
  readonly author: string;
  /** What replacing files one by one has to undo. */
  readonly journal: string;
  /** One build at a time holds this. */
  readonly lock: string;
}

/** The names follow from the output folder alone, so that the next build finds what a killed one left. */
export function workPlaceOf(output: string): WorkPlace {
  const slash = output.lastIndexOf('/') + 1;
  const work = `${output.slice(0, slash)}.mcpgen-${output.slice(slash)}`;
  return {
    work,
    next: `${work}/next`,
    previous: `${work}/previous`,
    discarded: `${work}/discarded`,
    author: `${work}/author`,
    journal: `${work}/journal.json`,
    lock: `${work}.lock`,
  };
}
