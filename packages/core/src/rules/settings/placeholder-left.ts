/** Values of a template that the settings of production still have: hosts, mail addresses, paths and keys of examples. */
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings, settingsWith } from '../../facts/settings.js';
import { entriesOf, isKnown, itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { isPlaceholderAccount, isPlaceholderHost } from '../../placeholder-host.js';
import { defineRule, docs, minutes, type Remedy, type Severity, web } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { takeFromEnvironment } from './environment-style.js';
import { confidenceIn, hasFinalValues, namesOf, openVariables } from './final-values.js';
import { isThisMachine } from './host-entry.js';
import { changeWhereGiven } from './where-given.js';

/** What a setting holds, and how bad it is that it is nobody's. */
interface Left {
  readonly message: 'hosts' | 'entry' | 'mail' | 'path' | 'key' | 'database';
  readonly value: string;
  readonly severity?: Severity;
  readonly risk?: string;
}

const addresses = ['DEFAULT_FROM_EMAIL', 'SERVER_EMAIL', 'EMAIL_HOST_USER', 'ADMINS', 'MANAGERS'];
const paths = /^(STATIC_ROOT|MEDIA_ROOT|\w+_(DIR|PATH|FILE)|STATICFILES_DIRS)$/;
/** Keys that their own services hand out for examples and for trying: Stripe's test mode, and the key of Amazon's documentation. */
const exampleKey = /^(?:[sp]k_test_\w{4,}|AKIAIOSFODNN7EXAMPLE|SG\.x+(?:\.x+)?)$/;

export const placeholderLeft = defineRule({
  id: 'settings/placeholder-left',
  title: 'The settings of production still hold values of a template',
  sound: 'The settings of production hold no values of a template',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: "Visitors who come by the site's real name get 400 Bad Request.",
  references: [docs('ref/settings', 'allowed-hosts'), web('RFC 2606', 'https://www.rfc-editor.org/rfc/rfc2606')],
  since: '0.1.0',
  needs: { project, settings, settingsWith },
  problems: {
    hosts: '`ALLOWED_HOSTS` names nothing but `{value}`, the name of a template, in `{module}`.',
    entry: '`{name}` holds `{value}`, the name of a template, in `{module}`.',
    mail: '`{name}` is `{value}`, an address of a template, in `{module}`.',
    path: '`{name}` is `{value}`, the path of a template, in `{module}`.',
    database: '`{name}` names `{value}`, of a template, in `{module}`.',
    key: '`{name}` is a key for trying or of an example, in `{module}`.',
  },
  questions: {
    variable: '`{name}` holds `{value}`, of a template, where {variables} is not given. Is it given in production?',
  },
  when: ({ settings }) => hasFinalValues(settings),
  *check(facts, { problem, question }) {
    const { project, settings } = facts;
    // One value that several settings share is told of once.
    const seen = new Set<string>();
    const databases = settings.get('DATABASES');
    const account = accountLeft(databases.value);
    if (account !== undefined) {
      const brings = settings.environment.filter(
        ({ name, default: fallback }) =>
          databases.reads.includes(name) && isPlaceholderAccount(stringOf(fallback) ?? ''),
      );
      const open = openVariables(settings, databases).filter((name) => brings.some((read) => read.name === name));
      if (open.length > 0)
        yield question('variable', databases, { name: databases.name, value: account, variables: namesOf(open) });
      else if (isWritten(project.file(databases.at.path)?.text ?? '', account))
        yield {
          ...problem('database', databases, { name: databases.name, value: account, module: settings.module }),
          confidence: 'firm',
          risk: 'Nobody can sign in to the database: every page that touches it is a server error.',
          remedy: remedyOf(facts, databases, { message: 'database', value: account }),
        };
    }
    for (const name of settings.names) {
      const setting = settings.get(name);
      const left = leftIn(setting);
      if (!left || (left.value !== '' && seen.has(left.value))) continue;
      const { value, message } = left;
      seen.add(value);
      const open = openVariables(settings, setting);
      if (open.length > 0) {
        // Whoever gives a site its hosts is asked of them; of the rest the environment's own list tells.
        if (message === 'hosts' || message === 'entry')
          yield question('variable', setting, { name, value, variables: namesOf(open) });
        continue;
      }
      const data = { name, value, module: settings.module };
      // Where a file gives the value, it stands there and not in the settings.
      const giver = givenWith(project, settings, setting, value);
      const about = giver ? { ...setting, at: giver.at } : setting;
      yield {
        ...(message === 'hosts'
          ? problem('hosts', about, { value, module: settings.module })
          : problem(message, about, data)),
        // A file of the server may be mended already.
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
        ...(left.severity ? { severity: left.severity } : {}),
        ...(left.risk ? { risk: left.risk } : {}),
        remedy: giver
          ? {
              summary: `Give \`${giver.variable}\` your own value in line ${giver.at.start.line} of \`${giver.at.path}\`.`,
              path: giver.at.path,
            }
          : remedyOf(facts, setting, left),
      };
    }
  },
});

/** The one variable of a setting that a file gives with that text in it. */
function givenWith(project: Project, settings: Settings, { reads }: Setting, text: string) {
  const found = settings.environment.flatMap(({ name, given }) =>
    reads.includes(name) && given?.at && text !== '' && says(project, given.at, text)
      ? [{ variable: name, at: given.at }]
      : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a variable's entry holds a text: of one in JSON the value stands a few lines on. */
function says(project: Project, at: Location, text: string): boolean {
  const whole = project.file(at.path)?.text ?? '';
  const own = whole.slice(at.span.start, at.span.end);
  if (own.includes(text) || !at.path.endsWith('.json')) return own.includes(text);
  return (/^[^}]*/.exec(whole.slice(at.span.start))?.[0] ?? '').includes(text);
}

/** The first part of a database server's address or account that is nobody's. */
function accountLeft(databases: Setting['value']): string | undefined {
  return entriesOf(databases)
    .filter(([, database]) => !/sqlite|spatialite|^$/.test(stringOf(lookup(database, 'ENGINE')) ?? ''))
    .flatMap(([, database]) => ['USER', 'NAME', 'HOST'].map((part) => stringOf(lookup(database, part)) ?? ''))
    .find((text) => text !== '' && isPlaceholderAccount(text));
}

/** Whether an entry spells the value out, and takes it from nowhere else. */
function isWritten(text: string, value: string): boolean {
  const quoted = `["']${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']`;
  return new RegExp(`["'](?:USER|NAME|HOST)["']\\s*:\\s*${quoted}\\s*[,}]`).test(text);
}

function leftIn({ name, value }: Setting): Left | undefined {
  if (name === 'ALLOWED_HOSTS' || name === 'CSRF_TRUSTED_ORIGINS') return hostLeft(name, value);
  if (addresses.includes(name)) return mailLeft(value);
  const texts = [stringOf(value), ...stringsOf(value)].filter((text) => text !== undefined);
  const path = paths.test(name) ? texts.find((text) => /(?:^|\/)path\/to\/|^\/your\/path\b/i.test(text)) : undefined;
  if (path !== undefined)
    return { message: 'path', value: path, severity: 'medium', risk: 'What is written or looked for there is lost.' };
  const key = stringOf(value);
  if (key !== undefined && exampleKey.test(key.trim()))
    return {
      message: 'key',
      value: '',
      severity: 'medium',
      risk: 'The service takes nothing that counts: no real payment, mail or file.',
    };
  return undefined;
}

function hostLeft(name: string, value: Setting['value']): Left | undefined {
  const entries = stringsOf(value).filter((entry) => entry !== '' && !isThisMachine(entry));
  const hostOf = (entry: string): string =>
    entry
      .replace(/^\w+:\/\//, '')
      .replace(/^(\*?\.)/, '')
      .replace(/:\d+$/, '');
  const found = entries.find((entry) => isPlaceholderHost(hostOf(entry)));
  if (found === undefined) return undefined;
  if (name === 'ALLOWED_HOSTS' && isKnown(value) && entries.every((entry) => isPlaceholderHost(hostOf(entry))))
    return { message: 'hosts', value: found };
  return {
    message: 'entry',
    value: found,
    severity: 'low',
    risk: 'Whoever owns that name is trusted with requests to this site, and the real one may be missing.',
  };
}

function mailLeft(value: Setting['value']): Left | undefined {
  const nested = itemsOf(value).flatMap((item) => [stringOf(item), ...stringsOf(item)]);
  const texts = [stringOf(value), ...nested].filter((text) => text !== undefined);
  const found = texts.find((text) => isPlaceholderHost(/@([\w.-]+)>?\s*$/.exec(text)?.[1] ?? ''));
  return found === undefined
    ? undefined
    : {
        message: 'mail',
        value: found,
        severity: 'low',
        risk: 'Mail from or to that address reaches nobody, and servers refuse a sender whose domain takes no mail.',
      };
}

type Facts = Parameters<typeof changeWhereGiven>[0] & Parameters<typeof takeFromEnvironment>[0];

function remedyOf(facts: Facts, setting: Setting, { message }: Left): Remedy {
  const given = changeWhereGiven(facts, setting, { says: 'holds your own value' });
  if (given) return given;
  if (message === 'hosts')
    return takeFromEnvironment(facts, {
      setting: 'ALLOWED_HOSTS',
      wanted: 'list',
      summary: 'Write the names visitors use, or take them from the environment.',
    });
  return {
    summary:
      message === 'key'
        ? `Take \`${setting.name}\` from the environment, and give it the key of the live account there.`
        : message === 'entry'
          ? 'Write your own name in its place, or take the entry out.'
          : 'Write your own value in its place.',
  };
}
