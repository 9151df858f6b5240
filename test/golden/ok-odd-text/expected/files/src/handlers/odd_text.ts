import type { OddTextHandler } from '../../generated/server/handler.js';

export const tool = 'odd_text';

/** `title` $\{title\} *\/ <!-- </script> */
const oddTextHandler: OddTextHandler = async (_input, ctx) => ctx.notImplemented();

export default oddTextHandler;
