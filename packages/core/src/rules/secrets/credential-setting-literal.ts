/** Credentials of other services, spelt out in the settings. */
import { isSensitiveName } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { cwe, defineRule, minutes } from '../../rule.js';
import { takeFromEnvironment } from '../settings/environment-style.js';
import { openVariables } from '../settings/final-values.js';
import { isSecret } from './environment-files.js';
import { spelledOut } from './spelled-out.js';

/** Each of these has a rule of its own, which knows more about it. */
const elsewhere = new Set([
  'SECRET_KEY',
  'SECRET_KEY_FALLBACKS',
  'DATABASES',
  'SIMPLE_JWT',
  'EMAIL_HOST_PASSWORD',
  'CACHES',
]);

export const credentialSettingLiteral = defineRule({
  id: 'secrets/credential-setting-literal',
  title: 'A credential is spelt out in the settings',
  sound: 'No credential is spelt out in the settings',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(30),
  risk: "Whoever can read the repository can use the service in this project's name and at its cost.",
  references: [cwe(798)],
  since: '0.1.0',
  needs: { project, settings },
  problems: { literal: '`{name}` holds a credential that is spelt out in `{path}`.' },
  when: ({ settings }) => settings.path !== undefined,
  *check(facts, { problem }) {
    const { project, settings } = facts;
    for (const name of settings.names) {
      if (elsewhere.has(name)) continue;
      const setting = settings.get(name);
      // A variable that production gives is no literal, even where its value is known.
      if (setting.reads.length > 0 && openVariables(settings, setting).length < setting.reads.length) continue;
      for (const { key, text } of textsOf(name, setting.value, 0)) {
        if (text.length < 8 || !isSecret(key, text)) continue;
        const found = spelledOut(project, settings.files, text);
        if (!found?.inRepository) continue;
        const inner = key !== name;
        const label = inner ? `${name}[…]['${key}']` : name;
        yield {
          ...problem(
            'literal',
            { ...setting, at: found.at, subject: `${setting.subject}:${key}` },
            { name: label, path: found.at.path },
          ),
          confidence: 'firm',
          remedy: inner
            ? { summary: `Replace the credential, and read the new one from the environment.`, path: found.at.path }
            : takeFromEnvironment(facts, {
                setting: name,
                wanted: 'text',
                summary: 'Replace the credential, and read the new one from the environment.',
              }),
        };
        if (!inner) break;
      }
    }
  },
});

/** Every text inside a value, with the name that says what it is. */
function* textsOf(key: string, value: Value, depth: number): Iterable<{ readonly key: string; readonly text: string }> {
  if (depth > 6) return;
  if (value.kind === 'str') yield { key, text: value.value };
  else if (value.kind === 'dict') {
    for (const [name, item] of value.entries) {
      const inner = name.kind === 'str' && (isSensitiveName(name.value) || !isSensitiveName(key)) ? name.value : key;
      yield* textsOf(inner, item, depth + 1);
    }
  } else if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') {
    for (const item of value.items) yield* textsOf(key, item, depth + 1);
  }
}
