/** golive inside another tool: a project that lies on no disk goes in, and what a dashboard needs comes out. */
import { audit, projectOf, type Report, recommended } from '@django-golive/core';
import { readSettings } from '@django-golive/django-settings';
import { heroku } from '@django-golive/profiles';
import { readDependencies } from '@django-golive/python-deps';

/** What the dashboard shows of one project. */
export interface Readiness {
  readonly name: string;
  readonly verdict: Report['verdict'];
  readonly total: number | null;
  /** Open problems, `path:line` and message, worst first. */
  readonly problems: readonly { readonly severity: string; readonly where: string; readonly message: string }[];
  /** What only a person can answer. */
  readonly questions: readonly string[];
}

/** Judges a project for Heroku. `files` are texts by path; `today` is `YYYY-MM-DD`. Runs in a browser as well. */
export function readiness(name: string, files: Readonly<Record<string, string>>, today: string): Readiness {
  const report = audit(projectOf(files, { name }), {
    providers: [...readDependencies, ...readSettings],
    rules: [...recommended, ...heroku.rules],
    profile: heroku,
    today,
    version: '1.0.0',
  });
  return {
    name,
    verdict: report.verdict,
    total: report.score.value,
    problems: report.findings
      .filter(({ status }) => status === 'open')
      .map(({ severity, location, message }) => ({
        severity,
        where: `${location.path}:${location.start.line}`,
        message,
      })),
    questions: report.questions.map(({ text }) => text),
  };
}
