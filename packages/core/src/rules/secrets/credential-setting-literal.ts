/** Credentials of other services, spelt out in the settings. */
import { isSensitiveName, looksLikeCredential, truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings, settingsUnset } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { isTrue, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { takeFromEnvironment } from '../settings/environment-style.js';
import { isGiven } from '../settings/final-values.js';
import { isPublicName, isSecret } from './environment-files.js';
import { spelledOut } from './spelled-out.js';

/** Each of these has a rule of its own, which knows more about it. */
const elsewhere = new Set(['SECRET_KEY', 'SECRET_KEY_FALLBACKS', 'DATABASES', 'SIMPLE_JWT', 'EMAIL_HOST_PASSWORD']);

export const credentialSettingLiteral = defineRule({
  id: 'secrets/credential-setting-literal',
  title: 'A credential is spelt out in the settings',
  sound: 'No key of an outside service is spelt out in the settings',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(30),
  risk: "Whoever can read the repository can use the service in this project's name and at its cost.",
  references: [cwe(798)],
  since: '0.1.0',
  needs: { project, settings, settingsUnset },
  problems: {
    literal: '`{name}` holds a credential that is spelt out in `{path}`.',
    fallback: '`{name}` holds a credential that is spelt out in `{path}` where `{variable}` is not given.',
  },
  questions: {
    browser: '`{name}` is spelt out in `{path}`, and pages show such keys to visitors. Is it restricted to this site?',
    captcha:
      "`{name}` is spelt out in `{path}`. Whoever reads it can check answers to a captcha in this site's name. Will it be replaced?",
    test: '`{name}` is spelt out in `{path}`, and belongs to the test mode of its service. Will production be given a key of its own?',
  },
  when: ({ settings }) =>
    settings.path !== undefined &&
    settings.names.some((name) => !elsewhere.has(name) && holdsCredential(name, settings.get(name).value, 0)),
  *check(facts, { problem, question }) {
    const { project, settings, settingsUnset } = facts;
    // A name that only hands a key on to SECRET_KEY is told with that.
    const keys = [settings, settingsUnset].map(djangoKey);
    for (const name of settings.names) {
      if (elsewhere.has(name)) continue;
      const setting = settings.get(name);
      // A variable that production gives is no literal, even where its value is known.
      if (setting.reads.some((name) => isGiven(settings, name))) continue;
      for (const { key, text } of textsOf(name, setting.value, 0)) {
        if (text.length < 8 || keys.includes(text) || !isSecret(key, text)) continue;
        const found = spelledOut(project, settings.files, text);
        if (!found?.inRepository) continue;
        const inner = key !== name;
        const about = { ...setting, at: found.at, subject: `${setting.subject}:${key}` };
        const data = { name: inner ? `${name}[…]['${key}']` : name, path: found.at.path };
        if (isForBrowsers(key, text)) {
          yield question('browser', about, data);
          continue;
        }
        if (isOfTestMode(settings, name, text)) {
          yield question('test', about, data);
          continue;
        }
        // It opens nothing: with it one learns whether an answer was right.
        if (/CAPTCHA|TURNSTILE/i.test(`${name} ${key}`)) {
          yield question('captcha', about, data);
          continue;
        }
        const variable = inner ? undefined : setting.reads.find((read) => read === name || isSensitiveName(read));
        yield {
          // Production may well give the variable, and what is in the repository then opens what development uses.
          ...(variable === undefined
            ? problem('literal', about, data)
            : { ...problem('fallback', about, { ...data, variable }), severity: 'high' as const }),
          ...(isOfOpenData(project, name) ? { severity: 'medium' as const, risk: ofOpenData } : {}),
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

const ofOpenData =
  "Whoever can read the repository can ask in this project's name, and use up what the service allows it: the data are open to everybody.";

/** Socrata's token of a program, which only raises the limit of what it may ask for: https://dev.socrata.com/docs/app-tokens.html. */
function isOfOpenData(project: Project, name: string): boolean {
  const header = new RegExp(`['"]X-App-Token['"]\\s*[:\\],=]+\\s*[\\w.]*\\b${name}\\b`, 'i');
  return project.paths.some((path) => path.endsWith('.py') && header.test(project.file(path)?.text ?? ''));
}

/** A Google key of a map or a web client, which stands in every page: only its restriction to the site protects it. */
function isForBrowsers(name: string, text: string): boolean {
  return /^AIza[\w-]{35}$/.test(text) && /(^|_)(G?MAPS?|GMAPS|PLACES|FIREBASE)(_|$)/i.test(name);
}

/** A key that moves no money, by its own beginning, that of the public one beside it, or the switch of its service. */
function isOfTestMode(settings: Settings, name: string, text: string): boolean {
  if (/_live_/.test(text)) return false;
  const [service = ''] = name.split('_', 1);
  const beside = settings.names.filter((other) => other.startsWith(`${service}_`));
  const texts = [text, ...beside.flatMap((other) => stringOf(settings.get(other).value) ?? [])];
  return (
    texts.some((one) => /^(sk|rk|pk|rzp)_test_/.test(one)) || beside.some((other) => isTestSwitch(settings, other))
  );
}

/** `PAYPAL_TEST = True`, `PAYPAL_MODE = 'sandbox'`. */
function isTestSwitch(settings: Settings, name: string): boolean {
  const { value } = settings.get(name);
  if (/^[A-Z0-9]+_(IS_|USE_)?(TEST|TEST_MODE|TESTING|SANDBOX|SANDBOX_MODE)$/.test(name)) return isTrue(value) === 'yes';
  return /^[A-Z0-9]+_(MODE|ENV|ENVIRONMENT)$/.test(name) && /^(sandbox|test)$/i.test(stringOf(value) ?? '');
}

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

const djangoKey = (settings: Settings): string | undefined => stringOf(settings.get('SECRET_KEY').value);

/** Whether there is anything to be right about: a value under a name that asks for secrecy, or one that looks like a credential. */
function holdsCredential(key: string, value: Value, depth: number): boolean {
  if (depth > 6) return false;
  if (value.kind === 'str' && looksLikeCredential(value.value)) return true;
  if (isSensitiveName(key) && !isPublicName(key)) return truthOf(value) !== 'no';
  if (value.kind === 'dict')
    return value.entries.some(([name, item]) =>
      holdsCredential(name.kind === 'str' ? name.value : key, item, depth + 1),
    );
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set')
    return value.items.some((item) => holdsCredential(key, item, depth + 1));
  if (value.kind === 'choice') return value.options.some((option) => holdsCredential(key, option, depth + 1));
  return false;
}
