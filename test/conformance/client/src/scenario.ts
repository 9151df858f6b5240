/** What the suite gives a client to work with. */
export interface Given {
  /** The server. */
  readonly url: URL;
  /** What the scenario needs to know, by names of the suite's. */
  readonly context: Readonly<Record<string, unknown>>;
}

export type Scenario = (given: Given) => Promise<void>;

/** A text of the context. */
export function textOf({ context }: Given, name: string): string {
  const value = context[name];
  if (typeof value !== 'string') throw new Error(`the suite gives no ${name}`);
  return value;
}
