/** A SECRET_KEY that falls back to a literal: the safe way in, and a published key when it is forgotten. */
import { truthOf } from '../../describe.js';
import { type Deployment, deployment, type GivenVariable } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings, settingsUnset } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { spelledOut } from '../secrets/spelled-out.js';
import { takeFromEnvironment } from './environment-style.js';
import { hasFinalValues, namesOf } from './final-values.js';
import { ownVariables } from './own-variables.js';
import { secretKeySource } from './secret-key-source.js';

export const secretKeyFallbackLiteral = defineRule({
  id: 'settings/secret-key-fallback-literal',
  title: 'The secret key falls back to one in the repository',
  sound: 'The secret key has no fallback in the repository',
  category: 'secrets',
  severity: 'high',
  effort: minutes(10),
  risk: 'One forgotten variable, and sessions and password-reset links are signed with a key that others can read.',
  references: [cwe(1188), cwe(798), docs('ref/settings', 'secret-key')],
  since: '0.1.0',
  needs: { deployment, project, settings, settingsUnset },
  problems: {
    fallback: '`SECRET_KEY` of `{module}` is a literal of `{path}` where {variables} is not given.',
    none: "`SECRET_KEY` of `{module}` is the text 'None' where {variables} is not given.",
  },
  strengths: { stops: 'Without {variables} the settings stop instead of falling back to a known secret key.' },
  // A key that debug mode alone falls back to is no fault of its own, and nothing to praise.
  when: ({ project, settings, settingsUnset }) =>
    hasFinalValues(settings) &&
    (secretKeySource(project, settings, settings.get('SECRET_KEY')).kind === 'fallback' ||
      truthOf(settingsUnset.get('DEBUG').value) === 'no' ||
      !literalOf(project, settingsUnset)) &&
    settings.get('SECRET_KEY').reads.length > 0 &&
    !['file', 'literal'].includes(secretKeySource(project, settings, settings.get('SECRET_KEY')).kind) &&
    !isSpelledOutByTarget(project, settings),
  *check(facts, { problem, strength }) {
    const { deployment, project, settings, settingsUnset } = facts;
    const setting = settings.get('SECRET_KEY');
    const source = secretKeySource(project, settings, setting);
    const found = source.kind === 'fallback' ? source : beneath(project, settingsUnset);
    const own = ownVariables(project, settings, setting);
    const names = source.kind === 'fallback' ? source.variables : own.length > 0 ? own : setting.reads;
    const variables = namesOf(names);
    if (!found) {
      // A variable that is read behind a question whether it is there stops nothing when it is missing.
      const required =
        settingsUnset.startup.ok === false &&
        names.every((name) => settings.environment.find((read) => read.name === name)?.required);
      if (required) yield strength('stops', setting, { variables });
      return;
    }
    const misnamed = own.length === 1 ? keyOfAnotherName(deployment, settings, own) : undefined;
    // `str()` of a variable that is not there: no line spells that text out.
    const none = stringOf(settingsUnset.get('SECRET_KEY').value) === 'None';
    yield {
      ...(misnamed
        ? {
            risk: `\`${misnamed.at.path}\` gives \`${misnamed.name}\`, which nothing reads: unless ${variables} is given elsewhere, sessions and password-reset links are signed with a key that others can read.`,
          }
        : {}),
      ...(none
        ? problem('none', setting, { module: settings.module, variables })
        : {
            ...problem('fallback', setting, { module: settings.module, path: found.at.path, variables }),
            evidence: [{ at: found.at, note: 'The fallback stands here.' }],
          }),
      remedy: takeFromEnvironment(facts, {
        setting: 'SECRET_KEY',
        ...(own.length === 1 && own[0] !== undefined ? { variable: own[0] } : {}),
        wanted: 'text',
        summary: `Leave the fallback out, so that the settings stop without the variable.${misnamed ? ` Before that, name it ${variables} in \`${misnamed.at.path}\`, in place of \`${misnamed.name}\`.` : ''}`,
      }),
    };
  },
});

/** A secret key that the platform's file gives under a name which no line reads. */
function keyOfAnotherName(
  { processes }: Deployment,
  settings: Settings,
  own: readonly string[],
): GivenVariable | undefined {
  const given = processes.filter(({ role }) => role === 'web').flatMap(({ variables }) => variables);
  if (given.some(({ name }) => own.includes(name))) return undefined;
  return given.find(
    ({ name }) =>
      /^(DJANGO_|APP_)?SECRET(_KEY)?$/.test(name) && !settings.environment.some((read) => read.name === name),
  );
}

/** Whether a file of the deployment spells the key out: nobody forgets it then, and the target's own rule tells of it. */
function isSpelledOutByTarget(project: Project, settings: Settings): boolean {
  const setting = settings.get('SECRET_KEY');
  const own = ownVariables(project, settings, setting);
  return (
    own.length > 0 &&
    secretKeySource(project, settings, setting).kind === 'given' &&
    own.every((name) => settings.environment.find((read) => read.name === name)?.given?.at !== undefined)
  );
}

/** The literal that lies beneath a key that production is given; one that only debug mode reaches signs nothing there. */
function beneath(project: Project, unset: Settings): { readonly at: Location } | undefined {
  if (unset.startup.ok === false || truthOf(unset.get('DEBUG').value) !== 'no') return undefined;
  return stringOf(unset.get('SECRET_KEY').value) === 'None' ? unset.get('SECRET_KEY') : literalOf(project, unset);
}

/** The literal of the repository that the key is where nothing is set. */
function literalOf(project: Project, unset: Settings): { readonly at: Location } | undefined {
  const key = stringOf(unset.get('SECRET_KEY').value);
  if (key === undefined || key.trim() === '') return undefined;
  const found = spelledOut(project, unset.files, key);
  return found?.inRepository ? found : undefined;
}
