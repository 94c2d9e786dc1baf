/** Joins what a rule is, from its definition, with the page beside it, so that no fact is written twice. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { categories, severities } from '@django-golive/core';
import { catalogue } from 'django-golive';
import { root } from '../command.mjs';

export const name = 'rule docs';
export const owns = 'docs/rules';

const read = (path) => readFileSync(join(root, path), 'utf8');

/** Where the page of a rule lies: beside the rule, in core or in the folder of its target. */
function pageOf({ rule, target }) {
  const slug = rule.id.split('/').at(-1);
  const places = [`packages/core/src/rules/${rule.id}.md`, `packages/profiles/src/${target?.id}/rules/${slug}.md`];
  const path = places.find((place) => existsSync(join(root, place)));
  if (path === undefined) throw new Error(`${rule.id} has no page; looked for ${places.join(' and ')}`);
  return path;
}

/** The page for readers: the marks that make its examples tests become plain words. */
function bodyOf(page) {
  return page
    .replace(/^# .*\n+/, '')
    .replaceAll(/^```(\S+) file=(\S+).*$/gm, (_, language, file) => `\`${file}\`\n\n\`\`\`${language}`)
    .replaceAll(/((?:#|\/\/|;|--)\s*)(problem|question|strength): [\w-]+(, [\w-]+)*/g, '$1← $2')
    .trimEnd();
}

function effort({ minutes }) {
  return minutes < 60 ? `${minutes} min` : `${(minutes / 60).toFixed(1).replace('.0', '')} h`;
}

function messages(title, templates) {
  const rows = Object.entries(templates).map(([id, text]) => `- \`${id}\`: ${text}`);
  return rows.length === 0 ? [] : [`**${title}**`, '', ...rows, ''];
}

function options(declared) {
  const rows = Object.entries(declared).map(
    ([id, option]) =>
      `- \`${id}\` (${option.type}, default \`${JSON.stringify(option.default)}\`): ${option.description}`,
  );
  return rows.length === 0 ? [] : ['## Options', '', ...rows, ''];
}

function pageFor(entry) {
  const { rule, target } = entry;
  const facts = [
    ['Severity', rule.severity],
    ['Category', rule.category],
    ...(target ? [['Target', target.title ?? target.id]] : []),
    ['Time to mend', effort(rule.effort)],
    ['Since', rule.since],
  ];
  return [
    `# ${rule.title}`,
    '',
    `\`${rule.id}\``,
    '',
    `| ${facts.map(([label]) => label).join(' | ')} |`,
    `|${facts.map(() => '---').join('|')}|`,
    `| ${facts.map(([, value]) => value).join(' | ')} |`,
    '',
    `**Risk.** ${rule.risk}`,
    '',
    bodyOf(read(pageOf(entry))),
    '',
    '## What it says',
    '',
    ...messages('Problems', rule.problems),
    ...messages('Questions', rule.questions),
    ...messages('Strengths', rule.strengths),
    ...options(rule.options),
    ...(rule.references.length > 0 ? ['## References', ''] : []),
    ...rule.references.map(({ id, url }) => `- [${id}](${url})`),
    '',
    `[All rules](${'../'.repeat(rule.id.split('/').length - 1)}README.md)`,
    '',
  ].join('\n');
}

function index(entries) {
  const rank = ({ rule }) => severities.indexOf(rule.severity);
  const sections = categories.flatMap((category) => {
    const rules = entries.filter(({ rule }) => rule.category === category);
    if (rules.length === 0) return [];
    const rows = rules
      .toSorted((a, b) => rank(a) - rank(b) || (a.rule.id < b.rule.id ? -1 : 1))
      .map(
        ({ rule, target }) =>
          `| [\`${rule.id}\`](${rule.id}.md) | ${rule.severity} | ${rule.title} | ${target?.id ?? 'all'} |`,
      );
    return [`## ${category}`, '', '| rule | severity | what it finds | target |', '|---|---|---|---|', ...rows, ''];
  });
  return [
    '# Rules',
    '',
    `golive has ${entries.length} rules. Each page says why, shows bad and good code, and how to mend it.`,
    '',
    ...sections,
  ].join('\n');
}

export function files() {
  const entries = catalogue();
  return new Map([
    [`${owns}/README.md`, index(entries)],
    ...entries.map((entry) => [`${owns}/${entry.rule.id}.md`, pageFor(entry)]),
  ]);
}
