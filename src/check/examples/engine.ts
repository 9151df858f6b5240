// Loaded late, as `dist/vendor/engine.cjs`: with it comes ajv, which takes longer to load than twenty tools to compile.
export { newEngine } from '../../runtime/engine.js';
export { applyCheck } from '../../runtime/schema-check.js';
