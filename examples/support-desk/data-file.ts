import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { DeskState } from './state.js';

const FORMAT = 'support-desk/1';

/** One JSON file that holds the desk, encrypted (AES-256-GCM, the key by scrypt) when there is a passphrase. */
export class DataFile {
  constructor(
    private readonly path: string,
    private readonly passphrase: string | undefined,
  ) {}

  /** What the file holds; `undefined` when there is none. Rejects when it is no desk, or not one for this passphrase. */
  async load(): Promise<DeskState | undefined> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    const { format, sealed, desk } = JSON.parse(text) as { format?: string; sealed?: string; desk?: DeskState };
    if (format !== FORMAT) throw new Error(`${this.path} is no file of a support desk`);
    if (sealed === undefined) return desk;
    if (this.passphrase === undefined) throw new Error(`${this.path} is encrypted: set DESK_KEY`);
    return JSON.parse(unseal(sealed, this.passphrase)) as DeskState;
  }

  /** Writes beside the file first, so that a crash leaves the old one whole. Only its owner may read it. */
  async save(desk: DeskState): Promise<void> {
    const content = this.passphrase === undefined ? { desk } : { sealed: seal(JSON.stringify(desk), this.passphrase) };
    const temporary = `${this.path}.new`;
    await writeFile(temporary, `${JSON.stringify({ format: FORMAT, ...content })}\n`, { mode: 0o600 });
    await rename(temporary, this.path);
  }
}

const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Salt, initialisation vector, tag and encrypted text, one after the other in base64. */
function seal(text: string, passphrase: string): string {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32), iv);
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([salt, iv, cipher.getAuthTag(), encrypted]).toString('base64');
}

function unseal(sealed: string, passphrase: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const salt = bytes.subarray(0, SALT_BYTES);
  const iv = bytes.subarray(SALT_BYTES, SALT_BYTES + IV_BYTES);
  const tag = bytes.subarray(SALT_BYTES + IV_BYTES, SALT_BYTES + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32), iv, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(tag);
  const encrypted = bytes.subarray(SALT_BYTES + IV_BYTES + TAG_BYTES);
  try {
    return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new Error('the file of DESK_DATA cannot be read with this DESK_KEY', { cause: error });
  }
}
