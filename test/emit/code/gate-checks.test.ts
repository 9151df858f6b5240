import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { strayInChecks } from '../../../src/emit/code/gate-checks.js';

const strayIn = (text: string) => strayInChecks(parseSync('checks.ts', text, { sourceType: 'module' }).program);

test('what generated validators consist of is allowed', () => {
  const text = `import type { ToolChecks } from '../runtime/schema-check.js';
import { isOneOf } from '../runtime/same-json.js';
import { formats } from '../runtime/formats.js';
const func0 = Object.prototype.hasOwnProperty;
const func1 = isOneOf;
const formats0 = formats["date-time"];
const pattern0 = new RegExp("^a", "u");
const schema0 = [1, {"a": null}];
const wrapper0 = {validate: validate0};
function validate0(data, {instancePath="", rootData=data}={}){
  let vErrors = null;
  const some0 = new Set();
  if(data.constructor !== undefined && func0.call(data, "constructor") && !func1(schema0, data)){
    for(const key0 of Object.keys(data)){
      if(!pattern0.test(key0) || !formats0(key0) || !wrapper0.validate(data[key0])) some0.add(key0);
    }
    validate0.errors = [{instancePath:instancePath+"/" + data.replace(/~/g, "~0").replace(/\\//g, "~1")}];
    return false;
  }
  validate0.errors = vErrors;
  return isFinite(data);
}
export const checks: ToolChecks = { input: validate0 };`;
  expect(strayIn(text)).toBeUndefined();
});

const inFunction = (statement: string) => `function validate0(data){ ${statement} }`;

test.each([
  ['a call at the top', 'alert(1);', 'a statement at its top'],
  ['a changed global at the top', 'globalThis.x = 1;', 'a statement at its top'],
  ['eval', inFunction('eval(data);'), 'a call by another name'],
  ['new Function', inFunction('new Function(data);'), 'a constructor call'],
  ['a constructor of a member', inFunction('new data.constructor(1);'), 'a constructor call'],
  ['the constructor of a constructor', inFunction('data.constructor.constructor(data);'), 'a call by another name'],
  ['the same through call', inFunction('data.constructor.constructor.call(null, data);'), 'a call by another name'],
  ['the same through a variable', inFunction('const f = data.constructor; f(data);'), 'a call by another name'],
  [
    'the same through an allowed name',
    inFunction('const func0 = data.constructor; func0(data);'),
    'a function from elsewhere',
  ],
  [
    'the same through a later change',
    'const func0 = Object.prototype.hasOwnProperty; function validate0(data){ func0 = data; }',
    'a changed function',
  ],
  ['a computed method', inFunction('data["constructor"](data);'), 'a call by another name'],
  ['a dynamic import', inFunction('import("node:fs");'), 'a ImportExpression'],
  ['a template', inFunction('data = `x`;'), 'a TemplateLiteral'],
  ['a tagged template', inFunction('data`x`;'), 'a TaggedTemplateExpression'],
  ['process', inFunction('return process;'), 'the global process'],
  ['globalThis', inFunction('data = globalThis;'), 'the global globalThis'],
  ['this', inFunction('data = this;'), 'a ThisExpression'],
  ['an arrow', inFunction('data = () => 1;'), 'a ArrowFunctionExpression'],
  ['a class', 'class A { static { alert(1) } }', 'a ClassDeclaration'],
  ['a getter', inFunction('data = { get x() { return 1 } };'), 'a FunctionExpression'],
  ['an import of a package', "import fs from 'node:fs';", 'an import from outside'],
  ['an import of another module', "import { handlers } from '../server/handlers.js';", 'an import from outside'],
])('%s is refused', (_what, text, stray) => {
  expect(strayIn(text)).toBe(stray);
});
