/** A SECRET_KEY that production was given and that can be guessed. */
import { isSensitiveName } from '../../describe.js';
import { type Deployment, deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings } from '../../facts/settings.js';
import { variablesOf } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import type { Location } from '../../source.js';
import { hasFinalValues } from './final-values.js';
import { secretKeySource, weaknessOf } from './secret-key-source.js';
import { giverOf } from './where-given.js';

export const secretKeyWeak = defineRule({
  id: 'settings/secret-key-weak',
  title: 'The secret key is easy to guess',
  sound: 'The secret key is long and varied',
  category: 'security',
  severity: 'high',
  effort: minutes(10),
  risk: 'A key that can be guessed lets a stranger sign sessions and password-reset links.',
  references: [cwe(326), django('security.W009'), docs('ref/settings', 'secret-key')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { weak: '`SECRET_KEY` of `{module}` is weak: {weakness}.' },
  questions: { unproven: '`SECRET_KEY` is not in the files. Has it at least 50 characters, made at random?' },
  // A key in the repository is another fault, and says there whether it is weak as well; so is no key at all.
  when: ({ project, settings }) =>
    hasFinalValues(settings) &&
    ['given', 'file', 'composed', 'unknown'].includes(
      secretKeySource(project, settings, settings.get('SECRET_KEY')).kind,
    ),
  *check({ deployment, project, settings }, { problem, question }) {
    const setting = settings.get('SECRET_KEY');
    const source = secretKeySource(project, settings, setting);
    if (source.kind === 'unknown' && !isGenerated(deployment, setting)) yield question('unproven', setting);
    if (source.kind !== 'given' && source.kind !== 'file' && source.kind !== 'composed') return;
    const weakness = weaknessOf(source.key);
    if (weakness === undefined) return;
    const line = lineOf(settings, setting);
    yield {
      ...problem('weak', setting, { module: settings.module, weakness }),
      confidence: source.kind === 'given' ? 'certain' : 'firm',
      remedy: {
        summary: line
          ? `Make a new key and give it to production, in place of the one in line ${line.start.line} of \`${line.path}\`.`
          : 'Make a new key and give it to production.',
        code: "python -c 'import secrets; print(secrets.token_urlsafe(64))'",
        language: 'bash',
      },
    };
  },
});

/** The line of the project's files that gives the key in force: a default beside its read counts for nothing then. */
function lineOf(settings: Settings, setting: Setting): Location | undefined {
  const named = setting.reads.filter(isSensitiveName);
  return giverOf(settings, named.length === 1 ? { ...setting, reads: named } : setting)?.at;
}

/** Whether a platform makes up the variable that it comes from. */
function isGenerated({ processes }: Deployment, { reads, value }: Setting): boolean {
  const web = processes.find(({ role }) => role === 'web');
  const made = (name: string): boolean => web?.variables.some((one) => one.name === name && one.generated) === true;
  const keys = [...reads, ...variablesOf(value)].filter(isSensitiveName);
  return keys.length > 0 && keys.every(made);
}
