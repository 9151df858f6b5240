// recheck judges patterns in the compiler. Only its build in pure JavaScript is used, and it travels inside our package: as a
// dependency it would bring a Java archive and a native program of 50 MB into every installation, neither of which is ever run.
import { copyFileSync, mkdirSync } from 'node:fs';

const from = new URL('../node_modules/recheck/', import.meta.url);
const to = new URL('../dist/vendor/recheck/', import.meta.url);

mkdirSync(to, { recursive: true });
copyFileSync(new URL('lib/browser.js', from), new URL('recheck.cjs', to));
copyFileSync(new URL('LICENSE', from), new URL('LICENSE', to));
