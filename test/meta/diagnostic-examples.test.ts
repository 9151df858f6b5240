import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readPage } from '../../src/cli/pages.js';
import { diagnosticCodes } from '../../src/diagnostics/catalogue.js';

// What the pages call right has to be right.

const ajv = new Ajv2020({ strict: false, allErrors: true });

function validator(name: string) {
  return ajv.compile(JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')));
}

const isManifest = validator('manifest.schema.json');
const isConfig = validator('mcpgen.schema.json');

const examples = diagnosticCodes.flatMap((code) => {
  const [, right = ''] = readPage(code).markdown.split('\n## Right\n');
  return [...right.matchAll(/^```(yaml|json)\n([\s\S]*?)^```$/gm)].map(([, language, text = '']) => ({
    code,
    language,
    text,
  }));
});

test.each(examples.filter(({ language }) => language === 'yaml'))('$code: $text', ({ text }) => {
  const documents = parseAllDocuments(text, { version: '1.2' });
  expect(documents).toHaveLength(1);
  const [document] = documents;
  expect([...(document?.errors ?? []), ...(document?.warnings ?? [])]).toEqual([]);
  const value: unknown = document?.toJS();
  const validate = /^(tools|schemas|resources|resourceTemplates|prompts):/m.test(text) ? isManifest : isConfig;
  // A page about one setting of mcpgen.yaml shows only that.
  const whole =
    validate === isConfig ? { mcpgen: 1, server: { name: 'a', version: '1.0.0' }, ...Object(value) } : value;
  expect(validate(whole) ? [] : validate.errors).toEqual([]);
});

test.each(examples.filter(({ language }) => language === 'json'))('$code: $text', ({ text }) => {
  expect(JSON.parse(text)).toBeTypeOf('object');
});
