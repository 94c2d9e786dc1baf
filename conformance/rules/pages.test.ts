/**
 * Runs every example of every rule page: Bad ones give exactly their marks, Good ones give nothing. The code of a remedy, put in
 * place, mends what it is for.
 */

import { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';
import { catalogue, unconnected } from './catalogue.js';
import { filesOf, surroundingsOf } from './example.js';
import { type Mark, readPage } from './page.js';
import { byHand, putInPlace } from './put-in-place.js';

const headings = ['Why', 'Bad', 'Good', 'Mend it', 'When to accept it'];
const weaknesses = /^CWE-\d+$/;
const all = catalogue();
const untried = new Set<string>();

describe.each(all.map((entry) => [entry.rule.id, entry] as const))('%s', (id, { rule, target, page }) => {
  test('has a page with the headings in order', () => {
    expect(page, `no page beside the rule ${id}`).toBeDefined();
    expect(readPage(page ?? '').title).toBe(rule.title);
    expect(readPage(page ?? '').headings).toEqual(headings);
  });

  test('says of itself what readers need', () => {
    expect(id).toMatch(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/);
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.sound).not.toMatch(/\.$/);
    expect(rule.risk).toMatch(/\.$/);
    expect(rule.since).toBe('0.1.0');
    for (const reference of rule.references.filter(({ kind }) => kind === 'cwe'))
      expect(reference.id).toMatch(weaknesses);
  });

  const examples = readPage(page ?? '').examples;

  test.each(examples.map((example) => [`${example.section}, line ${example.line}`, example] as const))(
    '%s',
    (_name, example) => {
      const files = filesOf(example);
      const how = surroundingsOf(example, target);
      const examined = examine(rule, files, how);
      const given: Mark[] = [
        ...examined.findings.map((finding) => ({
          kind: 'problem' as const,
          message: finding.messageId,
          path: finding.location.path,
          line: finding.location.start.line,
        })),
        ...examined.report.questions.map((question) => ({
          kind: 'question' as const,
          message: question.messageId,
          path: question.location.path,
          line: question.location.start.line,
        })),
      ];
      const wanted = example.marks.filter((mark) => mark.kind !== 'strength');
      expect(sorted(given)).toEqual(sorted(wanted));
      if (example.section === 'Good') expect(wanted).toEqual([]);
      if (example.section !== 'Bad') return;
      expect(wanted).not.toEqual([]);
      for (const { finding, tried } of putInPlace(rule, files, how, examined)) {
        const { code = '', place } = finding.remedy ?? {};
        if (place !== 'terminal' && !tried) untried.add(id);
        expect(tried?.left ?? [], code).toEqual([]);
        expect(tried?.starts, code).not.toBe(false);
      }
    },
  );

  test('reaches every message in an example', () => {
    const marked = new Set(examples.flatMap((example) => example.marks.map((mark) => `${mark.kind}:${mark.message}`)));
    const messages = [
      ...Object.keys(rule.problems).map((message) => `problem:${message}`),
      ...Object.keys(rule.questions).map((message) => `question:${message}`),
    ];
    expect(messages.filter((message) => !marked.has(message))).toEqual([]);
  });
});

test('each remedy is put in place, but for those that no edit can', () => {
  expect([...untried].sort()).toEqual(Object.keys(byHand).sort());
});

test('every rule that has a page is in a rule set', () => {
  expect(unconnected()).toEqual([]);
});

function sorted(marks: readonly Mark[]): readonly string[] {
  return marks.map((mark) => `${mark.path}:${mark.line} ${mark.kind} ${mark.message}`).sort();
}
