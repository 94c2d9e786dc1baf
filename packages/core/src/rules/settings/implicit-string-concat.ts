/** Two entries of a list joined because the comma between them is missing. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';
import { defineRule, minutes, type Remedy, web } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { modulesIn } from '../structure/modules.js';
import { confidenceIn, hasFinalValues } from './final-values.js';
import { glued } from './glued-entries.js';

const lists = ['INSTALLED_APPS', 'MIDDLEWARE', 'ALLOWED_HOSTS'];

export const implicitStringConcat = defineRule({
  id: 'settings/implicit-string-concat',
  title: 'Two entries are joined into one',
  sound: 'No entries are joined by accident',
  category: 'structure',
  severity: 'critical',
  effort: minutes(2),
  risk: 'Django does not start: it has no module of this name.',
  references: [
    web(
      'Python: string literal concatenation',
      'https://docs.python.org/3/reference/lexical_analysis.html#string-literal-concatenation',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: { joined: '`{name}` holds `{entry}`, which is `{first}` and `{second}` without a comma between them.' },
  when: ({ settings }) =>
    hasFinalValues(settings) && lists.some((name) => stringsOf(settings.get(name).value).length > 0),
  *check({ project, settings }, { problem }) {
    for (const name of lists) {
      const setting = settings.get(name);
      for (const entry of stringsOf(setting.value)) {
        const known = name === 'ALLOWED_HOSTS' ? glued.hosts(entry) : glued.paths(entry);
        const parts =
          known ??
          (name === 'ALLOWED_HOSTS' ? undefined : ownBehind(project, glued.sideBySide(project, settings, entry)));
        if (!parts || project.isDirectory(entry.split('.')[0] ?? '')) continue;
        const [first, second] = parts;
        yield {
          ...problem('joined', { ...setting, subject: `${setting.subject}:${entry}` }, { name, entry, first, second }),
          confidence: known ? confidenceIn(settings, setting) : 'firm',
          ...(name === 'ALLOWED_HOSTS'
            ? ({ severity: 'high', risk: 'Neither of the two names is let in.' } as const)
            : {}),
          remedy: {
            summary: 'Put the comma between them.',
            ...apart(project, setting.at, first, second),
          },
        };
      }
    }
  },
});

/** Two texts of which the second is an application of the project: no path ends in the middle of another's name. */
function ownBehind(project: Project, parts: ReturnType<typeof glued.paths>): typeof parts {
  const [first = ''] = parts?.[1].split('.') ?? [];
  return modulesIn(project).has(first) ? parts : undefined;
}

/** The two with the comma between them, in place of the one text that they make. */
function apart(project: Project, statement: Location, first: string, second: string): Partial<Remedy> {
  const file = project.file(statement.path);
  const source = file?.text.slice(statement.span.start, statement.span.end) ?? '';
  const start = [`'${first}'`, `"${first}"`].map((text) => source.indexOf(text)).find((index) => index >= 0);
  const code = `'${first}',\n'${second}',`;
  if (!file || start === undefined) return { code, language: 'python', path: statement.path };
  const from = statement.span.start + start;
  return {
    code: `'${first}',`,
    language: 'python',
    path: statement.path,
    place: 'instead',
    at: file.at({ start: from, end: from + first.length + 2 }),
  };
}
