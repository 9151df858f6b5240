import { expect, test } from 'vitest';
import { PatternJudge } from '../../src/patterns/judge-pattern.js';

const judge = new PatternJudge();

test.each([
  '',
  '^$',
  '^[a-z][a-z0-9_]*$',
  '^[a-z]+(-[a-z]+)*$',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '^(?:\\d+|[a-z]+)$',
  '^(?<year>\\d{4})$',
  '^https?://',
  '^\\p{L}+$',
  '^[\\u{1f600}-\\u{1f64f}]+$',
  '^\\ud83d\\ude00+$',
  '^[\\]\\-^\\x41\\cA]+$',
  '^.{1,1000}$',
  '^(a*)$',
  '(a*)*',
  '^(?=.*[A-Z]).{8,64}$',
  '^([\'"])[^\'"]*\\1$',
])('%s is linear', (pattern) => {
  expect(judge.judge(pattern)).toBe('linear');
});

test.each([
  ['\\s+$', 'polynomial'],
  ['^\\S+@\\S+\\.\\S+$', 'polynomial'],
  ['^a*a*$', 'polynomial'],
  ['^(a|a)*$', 'exponential'],
  ['^(a*)*$', 'exponential'],
  ['^(a|b|ab)*c$', 'exponential'],
  ['^(\\w+\\s?)*$', 'exponential'],
  ['^(a{1,1000}){1,1000}$', 'repetitions'],
  ['^(a+)\\1+$', 'back-reference'],
  ['^(?<x>a+)\\k<x>+$', 'back-reference'],
] as const)('%s is not: %s', (pattern, verdict) => {
  expect(judge.judge(pattern)).toBe(verdict);
});
