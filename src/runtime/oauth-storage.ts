/**
 * Where a client keeps what it was given: tokens, registrations, and what a login that is under way needs. Values are JSON texts and
 * secrets, keys are texts that name the server. Whoever can read the storage can act as the user.
 */
export interface OAuthStorage {
  readonly get: (key: string) => string | undefined | Promise<string | undefined>;
  readonly set: (key: string, value: string) => void | Promise<void>;
  readonly delete: (key: string) => void | Promise<void>;
}

/** Forgets everything when the process ends. */
export function memoryStorage(): OAuthStorage {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.set(key, value);
    },
    delete: (key) => {
      values.delete(key);
    },
  };
}

/** What is kept for one server; `client` and `bound` once for each authorization server, since credentials of one mean nothing at another. */
export type OAuthEntry = 'tokens' | 'client' | 'verifier' | 'discovery' | 'state' | 'bound';

/** The part of a storage that belongs to one server: what was granted for one is never shown to another. */
export class OAuthRecords {
  constructor(
    private readonly storage: OAuthStorage,
    private readonly server: string,
  ) {}

  async get<Value>(entry: OAuthEntry, issuer?: string): Promise<Value | undefined> {
    const text = await this.storage.get(this.keyOf(entry, issuer));
    // What was stored with `set` comes back as it was.
    return text === undefined ? undefined : (JSON.parse(text) as Value);
  }

  async set(entry: OAuthEntry, value: unknown, issuer?: string): Promise<void> {
    await this.storage.set(this.keyOf(entry, issuer), JSON.stringify(value));
  }

  async delete(entry: OAuthEntry, issuer?: string): Promise<void> {
    await this.storage.delete(this.keyOf(entry, issuer));
  }

  private keyOf(entry: OAuthEntry, issuer: string | undefined): string {
    return issuer === undefined ? `${entry} ${this.server}` : `${entry} ${this.server} ${issuer}`;
  }
}
