/** A SECRET_KEY that everybody who sees the repository knows. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { overrideAtEnd } from '../../override-at-end.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { homeOf, takeFromEnvironment } from './environment-style.js';
import { hasFinalValues } from './final-values.js';
import { secretKeySource, weaknessOf } from './secret-key-source.js';

export const secretKeyHardcoded = defineRule({
  id: 'settings/secret-key-hardcoded',
  title: 'The secret key is in the repository',
  sound: 'The secret key is not in the repository',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(20),
  risk: 'Whoever can read the repository can sign session data and password-reset links as this site.',
  references: [cwe(798), cwe(321), django('security.W009'), docs('ref/settings', 'secret-key')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    literal: '`SECRET_KEY` of `{module}` is spelt out in `{path}`.',
    weak: '`SECRET_KEY` of `{module}` is spelt out in `{path}`, and {weakness}.',
  },
  questions: {
    composed:
      '`SECRET_KEY` follows from files of the project, but no settings file spells it out. Is its source kept out of version control?',
    possible: '`SECRET_KEY` can be a literal of the settings. Does production take another one?',
  },
  // A key in an environment file of the repository is told of with all that the file holds; a fallback and no key at all
  // have rules of their own.
  when: ({ project, settings }) =>
    hasFinalValues(settings) &&
    !['file', 'fallback', 'empty'].includes(secretKeySource(project, settings, settings.get('SECRET_KEY')).kind),
  *check(facts, { problem, question }) {
    const { project, settings } = facts;
    const setting = settings.get('SECRET_KEY');
    const source = secretKeySource(project, settings, setting);
    if (source.kind === 'composed') yield question('composed', setting);
    if (source.kind === 'unknown' && source.literalPossible) yield question('possible', setting);
    if (source.kind !== 'literal') return;
    const weakness = weaknessOf(source.key);
    const shown = { module: settings.module, path: source.at.path };
    yield {
      ...(weakness === undefined
        ? problem('literal', setting, shown)
        : problem('weak', setting, { ...shown, weakness })),
      remedy: takeFromEnvironment(facts, {
        setting: 'SECRET_KEY',
        // Where a server's own file may give it behind that, Django itself stops at a key that nothing gave.
        wanted: givenLater(project, settings) ? 'optional' : 'text',
        summary:
          'Make a new key, give it to production in the environment, and read it from there; the old one stays in the history.',
      }),
    };
  },
});

/** Whether the file that the key is written in ends by reading what a server has of its own. */
function givenLater(project: Project, settings: Settings): boolean {
  const home = project.file(homeOf(settings, 'SECRET_KEY') ?? '');
  return home !== undefined && overrideAtEnd(home, settings.overrides) !== undefined;
}
