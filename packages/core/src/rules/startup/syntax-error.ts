/** Files of the site that its Python refuses as it reads them. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { type Source, type SourceNovelty, type SourceRefusal, type Sources, sources } from '../../facts/sources.js';
import { defineRule, minutes, type Verdict, web } from '../../rule.js';
import { type Location, lineSpan, type Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { wayToFile } from './way-to-file.js';

/** The oldest Python whose refusals are the ones that are told: before it, `async` was a name. */
const oldest = '3.7';
/** The Python that takes all that `SourceNovelty` tells of. */
const newest = '3.12';

export const syntaxError = defineRule({
  id: 'startup/syntax-error',
  title: 'Python refuses a file of the site',
  sound: 'Python takes the files of the site',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: 'The file cannot be loaded, and with it the whole site: every request, and every command, stops with SyntaxError.',
  references: [web('Python: syntax errors', 'https://docs.python.org/3/tutorial/errors.html#syntax-errors')],
  since: '0.1.0',
  needs: { dependencies, project, settings, sources },
  problems: {
    refused: 'Python refuses `{path}`: {why}.',
    newer: 'Python {python} refuses `{path}`: {what} came with Python {since}.',
  },
  questions: {
    older: 'Python 3 refuses `{path}`: {why}. Does Python 2 run the site?',
  },
  when: ({ settings, sources }) => settings.path !== undefined && sources.files.some(({ loaded }) => loaded === 'yes'),
  *check({ dependencies, project, settings, sources }, { problem, question }) {
    const python = dependencies.python?.series;
    for (const source of sources.files) {
      // That the settings themselves stop is told of them.
      if (settings.files.includes(source.path) || !isJudged(source)) continue;
      const { path, refusal } = source;
      const novelty = noveltyFor(source, python);
      if (refusal && isRefused(refusal, python)) {
        const about = aboutOf(project, sources, source, refusal.at);
        if (mayBePython2(dependencies, settings.django)) {
          if (source.loaded === 'yes') yield question('older', about, { path, why: firstSentence(refusal.message) });
          continue;
        }
        yield {
          ...problem('refused', about, { path, why: firstSentence(refusal.message) }),
          ...milder(source),
          remedy: { summary: wayOut(project, path), path },
        };
      } else if (novelty) {
        yield {
          ...problem('newer', aboutOf(project, sources, source, novelty.at), {
            path,
            python: python ?? '',
            what: novelty.what,
            since: novelty.since,
          }),
          ...milder(source),
          confidence: 'firm',
          ...(dependencies.python
            ? { evidence: [{ at: dependencies.python.at, note: `Python ${python} is asked for here.` }] }
            : {}),
          remedy: {
            summary: `Write it as Python ${python} takes it, or run the site on Python ${novelty.since} or later.`,
            path,
          },
        };
      }
    }
  },
});

/** Production loads it, or an import, a command or a queue may come to it. */
function isJudged({ aside, importedAt, loaded, path }: Source): boolean {
  if (aside || loaded === 'no') return false;
  return loaded === 'yes' || importedAt !== undefined || /(^|\/)(management\/commands\/[^/]+|tasks)\.py$/.test(path);
}

/** What this Python does not take. It is looked for only where one may be too old: a look costs as much as reading the file. */
function noveltyFor(source: Source, python: string | undefined): SourceNovelty | undefined {
  if (python === undefined || !atLeastSeries(python, '3.0') || atLeastSeries(python, newest)) return undefined;
  const { novelty } = source;
  return novelty && !atLeastSeries(python, novelty.since) ? novelty : undefined;
}

function isRefused({ until }: SourceRefusal, python: string | undefined): boolean {
  if (python === undefined) return until === undefined;
  return atLeastSeries(python, oldest) && (until === undefined || !atLeastSeries(python, until));
}

/** Whether nothing says that Python 3 runs the site. Django needs it since 2.0. */
function mayBePython2({ python }: Dependencies, django: string): boolean {
  return !/(?<![\d.])3(?:\.|$)/.test(python?.series ?? python?.specifier ?? '') && !atLeastSeries(django, '2.0');
}

function aboutOf(project: Project, sources: Sources, source: Source, at: Location) {
  const text = project.file(source.path)?.text ?? '';
  const { start, end } = lineSpan(text, at.start.line);
  return {
    at,
    trail: wayToFile(sources, source),
    subject: `syntax:${source.path}`,
    current: text.slice(start, end).trim().slice(0, 160),
  };
}

/** CPython adds what may have been meant. */
const firstSentence = (message: string): string => (message.split(/\. (?=[A-Z])/)[0] ?? message).replace(/[.?]$/, '');

/** What is not loaded with the site stops alone. */
function milder({ loaded }: Source): Pick<Verdict, 'risk' | 'severity'> {
  return loaded === 'yes' ? {} : { severity: 'low', risk: 'Whatever loads the file stops: a command, a task, a page.' };
}

function wayOut(project: Project, path: string): string {
  const text = project.file(path)?.text ?? '';
  if (/^(?:<{7}|>{7}) /m.test(text)) return 'Resolve the merge conflict that `<<<<<<<` and `>>>>>>>` show in the file.';
  return `Mend the line; \`python -m py_compile ${path}\` says whether Python takes the file.`;
}
