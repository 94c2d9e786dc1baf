/** A report with one of everything, made by a real audit of facts given by hand. */
import {
  audit,
  defineRule,
  minutes,
  project as projectFact,
  projectOf,
  type Report,
  type Severity,
} from '@django-golive/core';

const text =
  "import os\nDEBUG = True\nSECRET_KEY = 'x'\nNAME = '<b>|`*'\n# golive: ignore[demo/low] known and fine\nLOW = 1\n";

function rule(
  id: string,
  severity: Severity,
  pattern: string,
  extra: { readonly question?: boolean; readonly strength?: boolean } = {},
) {
  return defineRule({
    id,
    title: `Title of ${id}`,
    sound: `Sound of ${id}`,
    category: 'security',
    severity,
    effort: minutes(90),
    risk: 'Anyone can read | everything.',
    references: [
      { kind: 'cwe', id: 'CWE-489', url: 'https://cwe.mitre.org/data/definitions/489.html' },
      { kind: 'docs', id: 'Django: ref/settings', url: 'https://docs.djangoproject.com/en/stable/ref/settings/' },
    ],
    since: '0.1.0',
    needs: { project: projectFact },
    problems: { found: '`{name}` is set <script>alert(1)</script>' },
    questions: { asked: 'Is `{name}` right?' },
    strengths: { good: '`{name}` is good' },
    *check({ project }, { problem, question, strength }) {
      const file = project.file('config/my settings.py');
      const start = file?.text.indexOf(pattern) ?? -1;
      if (!file || start < 0) return;
      const at = file.at({ start, end: start + pattern.length });
      const about = {
        at,
        current: `${pattern} = …`,
        subject: pattern,
        trail: [
          { at: file.at({ start: 0, end: 9 }), note: 'imports os' },
          { at, note: `sets ${pattern}` },
        ],
      };
      if (extra.question) yield question('asked', about, { name: pattern });
      else if (extra.strength) yield strength('good', about, { name: pattern });
      else
        yield {
          ...problem('found', about, { name: pattern }),
          remedy: { summary: 'Mend it', code: `${pattern} = False`, language: 'python', path: at.path },
        };
    },
  });
}

/** The report. */
export const sample: Report = audit(projectOf({ 'config/my settings.py': text, 'manage.py': '' }, { name: 'shop' }), {
  providers: [],
  rules: [
    rule('demo/critical', 'critical', 'DEBUG'),
    rule('demo/info', 'info', 'NAME'),
    rule('demo/low', 'low', 'LOW'),
    rule('demo/asks', 'high', 'SECRET_KEY', { question: true }),
    rule('demo/good', 'medium', 'import', { strength: true }),
    rule('demo/passes', 'high', 'NOTHING'),
  ],
  today: '2026-11-20',
  version: '1.2.3',
});
