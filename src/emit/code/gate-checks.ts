import type { Program } from 'oxc-parser';

/** What the code of generated validators consists of. Everything else has no business there. */
const allowedNodes = new Set([
  ...['Program', 'ImportDeclaration', 'ImportSpecifier', 'ExportNamedDeclaration', 'VariableDeclaration'],
  ...[
    'VariableDeclarator',
    'FunctionDeclaration',
    'BlockStatement',
    'ExpressionStatement',
    'IfStatement',
    'ForStatement',
  ],
  ...['ForOfStatement', 'BreakStatement', 'ReturnStatement', 'AssignmentExpression', 'UpdateExpression'],
  ...['BinaryExpression', 'LogicalExpression', 'UnaryExpression', 'ConditionalExpression', 'CallExpression'],
  ...[
    'NewExpression',
    'MemberExpression',
    'ParenthesizedExpression',
    'ArrayExpression',
    'ObjectExpression',
    'Property',
  ],
  ...['ObjectPattern', 'AssignmentPattern', 'Identifier', 'Literal', 'TSTypeAnnotation', 'TSTypeReference'],
]);

/** What it may read: globals, and the parameters of its functions. */
const known = [
  ...['Array', 'Object', 'RegExp', 'Set', 'isFinite', 'isNaN', 'undefined'],
  ...['data', 'instancePath', 'parentData', 'parentDataProperty', 'rootData'],
];

/** Names of functions that it may call: its own, and constants that stand for one of the runtime or for `hasOwnProperty`. */
const callable = /^(?:(?:validate|func|formats)[0-9]+|isFinite|isNaN)$/;

/** Methods that it may call on a variable or a constant. */
const allowedMethods = new Set([
  ...['add', 'call', 'concat', 'has', 'hasOwn', 'isArray', 'keys', 'push', 'replace', 'test', 'validate'],
]);

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/**
 * The shape that is allowed for a module of generated validators, whose text no constructor of ours has made: functions
 * that compute with their argument. They call each other, imported functions of the runtime, and a few methods; they read no
 * global but a handful. Returns what is wrong, undefined when nothing is.
 */
export function strayInChecks(program: Program): string | undefined {
  const declared = new Set(known);
  const imported = new Set<string>();
  const nodes = [...walk(program as unknown as Node)];
  for (const { node } of nodes) {
    const key = { FunctionDeclaration: 'id', VariableDeclarator: 'id', ImportSpecifier: 'local' }[node.type];
    const name = key === undefined ? undefined : nameOf(node[key]);
    if (name === undefined) continue;
    declared.add(name);
    if (node.type === 'ImportSpecifier') imported.add(name);
  }
  for (const { node, parent, key } of nodes) {
    if (!allowedNodes.has(node.type)) return `a ${node.type}`;
    if (parent?.type === 'Program' && node.type === 'ExpressionStatement') return 'a statement at its top';
    if (node.type === 'ImportDeclaration' && !isRuntimeModule(node['source'])) return 'an import from outside';
    if (node.type === 'NewExpression' && !isNamed(node['callee'], ['RegExp', 'Set'])) return 'a constructor call';
    if (node.type === 'CallExpression' && !isAllowedCall(node['callee'])) return 'a call by another name';
    if (node.type === 'VariableDeclarator' && !isAllowedConstant(node, imported)) return 'a function from elsewhere';
    if (node.type === 'AssignmentExpression' && callable.test(nameOf(node['left']) ?? '')) return 'a changed function';
    if (node.type === 'Identifier' && isRead(parent, key) && !declared.has(String(node['name']))) {
      return `the global ${String(node['name'])}`;
    }
  }
  return undefined;
}

/** Every node below one, with the node that holds it and under which key. Its stack is explicit: nesting has no bound here. */
function* walk(root: Node): Generator<{ node: Node; parent: Node | undefined; key: string }> {
  const stack: { node: Node; parent: Node | undefined; key: string }[] = [{ node: root, parent: undefined, key: '' }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (const [key, value] of Object.entries(next.node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) stack.push({ node: child, parent: next.node, key });
      }
    }
  }
}

/** Members and keys are names, not variables. */
function isRead(parent: Node | undefined, key: string): boolean {
  if (parent === undefined || parent['computed'] === true) return true;
  if (parent.type === 'MemberExpression') return key !== 'property';
  if (parent.type === 'Property') return key !== 'key';
  return !['ImportSpecifier', 'TSTypeReference', 'FunctionDeclaration'].includes(parent.type);
}

function isAllowedCall(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return callable.test(String(callee['name']));
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return false;
  const owner = nameOf(callee['object']);
  if (isNamed(callee['property'], ['call'])) return callable.test(owner ?? '');
  // `key.replace(...).replace(...)` escapes a JSON pointer.
  return isNamed(callee['property'], owner === undefined ? ['replace'] : allowedMethods);
}

/** What has a callable name is a function of the runtime, one of its formats, or `Object.prototype.hasOwnProperty`. */
function isAllowedConstant(declarator: Node, imported: ReadonlySet<string>): boolean {
  if (!callable.test(nameOf(declarator['id']) ?? '')) return true;
  const value = declarator['init'];
  if (!isNode(value)) return false;
  if (value.type === 'Identifier') return imported.has(String(value['name']));
  if (value.type !== 'MemberExpression' || !isNode(value['object'])) return false;
  if (nameOf(value['object']) === 'formats') return imported.has('formats');
  const inner = value['object'];
  return (
    isNamed(value['property'], ['hasOwnProperty']) &&
    inner.type === 'MemberExpression' &&
    isNamed(inner['object'], ['Object']) &&
    isNamed(inner['property'], ['prototype'])
  );
}

function isRuntimeModule(source: unknown): boolean {
  return isNode(source) && /^\.\.\/runtime\/[a-z-]+\.js$/.test(String(source['value']));
}

function isNamed(node: unknown, names: Iterable<string>): boolean {
  const name = nameOf(node);
  return name !== undefined && new Set(names).has(name);
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
