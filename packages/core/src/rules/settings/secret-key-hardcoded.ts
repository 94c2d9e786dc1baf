/** A SECRET_KEY that everybody who sees the repository knows. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings, settingsUnset } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { overrideAtEnd } from '../../override-at-end.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { spelledOut } from '../secrets/spelled-out.js';
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
  needs: { project, settings, settingsUnset },
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
  when: ({ project, settings, settingsUnset }) => {
    if (!hasFinalValues(settings)) return false;
    const source = secretKeySource(project, settings, settings.get('SECRET_KEY'));
    if (source.kind === 'literal' || source.kind === 'composed') return true;
    if (source.kind === 'unknown' && source.literalPossible) return true;
    // Nor is it praised that a variable takes the place of one that is spelt out.
    return (source.kind === 'given' || source.kind === 'unknown') && !isSpelledOut(project, settingsUnset);
  },
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

/** Whether the key is one of the repository where nothing gives any. */
function isSpelledOut(project: Project, unset: Settings): boolean {
  const key = stringOf(unset.get('SECRET_KEY').value) ?? '';
  return key.trim() !== '' && spelledOut(project, unset.files, key)?.inRepository === true;
}
