/** A rule's page and the index of all: what a rule is, from its definition, joined with its prose, so that no fact is written twice. */
import { categories, type Effort, type Messages, type Options, type Reference, severities } from '@django-golive/core';
import type { Catalogued, Change } from './catalogue.js';
import { readProse } from './rule-prose.js';

/** The page of one rule as markdown: what `golive explain` prints and docs/rules/ holds. */
export function rulePage(entry: Catalogued): string {
  const { rule, target, alsoOn, changes } = entry;
  const facts = [
    ['Severity', rule.severity],
    ['Category', rule.category],
    ...(target ? [['Target', [target, ...alsoOn].map(({ title }) => title).join(', ')]] : []),
    ...linked('Django check', rule.references, 'django-check'),
    ...linked('Weakness', rule.references, 'cwe'),
    ['Time to mend', effort(rule.effort)],
    ['Since', rule.since],
  ];
  return [
    `# ${rule.title}`,
    '',
    `\`${rule.id}\``,
    '',
    ...table(
      facts.map(([label = '']) => label),
      [facts.map(([, value = '']) => value)],
    ),
    '',
    `**Risk.** ${rule.risk}`,
    '',
    bodyOf(readProse(entry)),
    '',
    '## What it says',
    '',
    ...messages('Problems', rule.problems),
    ...messages('Questions', rule.questions),
    ...messages('Strengths', rule.strengths),
    ...changed(changes),
    ...options(rule.options),
    ...(rule.references.length > 0 ? ['## References', ''] : []),
    ...rule.references.map(({ id, url }) => `- [${id}](${url})`),
    '',
    `[All rules](${'../'.repeat(rule.id.split('/').length - 1)}README.md)`,
    '',
  ].join('\n');
}

/** Every rule in one table a category, worst first, as markdown. */
export function ruleIndex(entries: readonly Catalogued[]): string {
  const rank = ({ rule }: Catalogued) => severities.indexOf(rule.severity);
  const sections = categories.flatMap((category) => {
    const rules = entries
      .filter(({ rule }) => rule.category === category)
      .sort((a, b) => rank(a) - rank(b) || (a.rule.id < b.rule.id ? -1 : 1));
    return rules.length === 0 ? [] : [`## ${category}`, '', ...table(columns, rules.map(row)), ''];
  });
  return [
    '# Rules',
    '',
    `golive has ${entries.length} rules. Each page says why, shows bad and good code, and how to mend it.`,
    'A target that counts a rule otherwise says so in the column "changed by", and on the page why.',
    '',
    ...sections,
  ].join('\n');
}

const columns = [
  'rule',
  'severity',
  'what it finds',
  'target',
  'Django check',
  'CWE',
  'changed by',
  'options',
  'since',
];

function row({ rule, target, alsoOn, changes }: Catalogued): readonly string[] {
  const ids = (kind: Reference['kind']) =>
    rule.references.flatMap((reference) => (reference.kind === kind ? [reference.id.replace('CWE-', '')] : []));
  return [
    `[\`${rule.id}\`](${rule.id}.md)`,
    rule.severity,
    rule.title,
    target === undefined ? 'all' : [target, ...alsoOn].map(({ id }) => id).join(', '),
    ids('django-check').join(', '),
    ids('cwe').join(', '),
    changes.map(({ target, severity }) => `${target.id}: ${severity}`).join(', '),
    Object.keys(rule.options)
      .map((name) => `\`${name}\``)
      .join(', '),
    rule.since,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((r) => `| ${r.join(' | ')} |`),
  ];
}

function linked(label: string, references: readonly Reference[], kind: Reference['kind']): string[][] {
  const links = references.filter((reference) => reference.kind === kind).map(({ id, url }) => `[${id}](${url})`);
  return links.length === 0 ? [] : [[label, links.join(', ')]];
}

/** The page for readers: the marks that make its examples tests become plain words. */
function bodyOf(page: string): string {
  return page
    .replace(/^# .*\n+/, '')
    .replaceAll(/^```(\S+) file=(\S+).*$/gm, (_, language, file) => `\`${file}\`\n\n\`\`\`${language}`)
    .replaceAll(/((?:#|\/\/|;|--)\s*)(problem|question|strength): [\w-]+(, [\w-]+)*/g, '$1← $2')
    .trimEnd();
}

function effort({ minutes }: Effort): string {
  return minutes < 60 ? `${minutes} min` : `${(minutes / 60).toFixed(1).replace('.0', '')} h`;
}

function messages(title: string, templates: Messages): readonly string[] {
  const rows = Object.entries(templates).map(([id, text]) => `- \`${id}\`: ${text}`);
  return rows.length === 0 ? [] : [`**${title}**`, '', ...rows, ''];
}

function changed(changes: readonly Change[]): readonly string[] {
  const rows = changes.map(({ target, severity, why }) => `- ${target.title}: ${severity}. ${why}`);
  return rows.length === 0 ? [] : ['## Where it counts otherwise', '', ...rows, ''];
}

function options(declared: Options): readonly string[] {
  const rows = Object.entries(declared).map(
    ([id, option]) =>
      `- \`${id}\` (${option.type}, default \`${JSON.stringify(option.default)}\`): ${option.description}`,
  );
  return rows.length === 0 ? [] : ['## Options', '', ...rows, ''];
}
