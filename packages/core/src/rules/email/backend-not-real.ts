/** A mail backend that delivers nothing. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings, settingsWith } from '../../facts/settings.js';
import { siteCode, sources } from '../../facts/sources.js';
import { isAssigned, lookup, stringOf } from '../../facts/value-reading.js';
import { isPlaceholderAccount } from '../../placeholder-host.js';
import { defineRule, django, docs, minutes, type Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { listed } from '../listed.js';
import { atLeastSeries } from '../settings/django-series.js';
import { hasImport, homeOf, inHome, textAtEnd } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues, namesOf, openVariables } from '../settings/final-values.js';
import { changeWhereGiven, type Wanted } from '../settings/where-given.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { sendsMail } from './sends-mail.js';

const kinds: Readonly<Record<string, string>> = {
  console: 'writes messages to the log',
  dummy: 'throws messages away',
  filebased: 'writes messages into files',
  locmem: 'keeps messages in memory',
};

export const backendNotReal = defineRule({
  id: 'email/backend-not-real',
  title: 'The site delivers no mail',
  sound: 'Mail goes to a real backend',
  category: 'deployment',
  severity: 'high',
  effort: minutes(30),
  risk: 'Password resets, confirmations and error reports reach nobody, and nothing says so.',
  references: [django('mail.E001'), docs('topics/email', 'email-backends')],
  since: '0.1.0',
  needs: { project, settings, settingsWith, sources },
  problems: { idle: '`{setting}` is `{backend}`, which {effect}, and the site sends mail.' },
  questions: {
    fallback: '`{setting}` is `{backend}`, which {effect}, unless {variables} says otherwise. Does production set it?',
    branch:
      '`{setting}` is `{backend}`, which {effect}, unless a condition of the settings is met. Is it met in production?',
    unneeded: '`{setting}` is `{backend}`, which {effect}. Does the site send no mail?',
  },
  // Django's default hands mail to a server on this machine, of which the files say nothing.
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    ['EMAIL_BACKEND', 'EMAIL_HOST', 'MAILERS'].some((name) => isAssigned(settings.get(name))),
  *check({ project, settings, settingsWith, sources }, { problem, question }) {
    const mailers = settings.get('MAILERS');
    const modern = atLeastSeries(settings.django, '6.1') && isAssigned(mailers);
    const setting = modern ? mailers : settings.get('EMAIL_BACKEND');
    const value = modern ? lookup(lookup(mailers.value, 'default'), 'BACKEND') : setting.value;
    // Of several that a condition chooses from, one that delivers nothing is worth a question.
    const choices = (value?.kind === 'choice' ? value.options : [value]).flatMap((option) => stringOf(option) ?? []);
    const backend = choices.find((choice) => effectOf(choice) !== undefined);
    const effect = effectOf(backend);
    if (backend === undefined || effect === undefined) return;
    const data = { setting: modern ? "MAILERS['default']" : setting.name, backend, effect };
    const open = openVariables(settings, setting);
    if (open.length > 0) {
      yield question('fallback', setting, { ...data, variables: namesOf(open) });
      return;
    }
    if (choices.length > 1 || hasOtherBranch(project, settings, setting)) {
      yield question('branch', setting, data);
      return;
    }
    const sent = sendsMail(project, siteCode(sources, settings));
    if (!sent) {
      yield question('unneeded', setting, data);
      return;
    }
    yield {
      ...problem('idle', setting, data),
      confidence: confidenceIn(settings, setting),
      evidence: [sent],
      remedy: overSmtpWhereGiven({ settings, settingsWith }, setting) ?? {
        summary: `Deliver over SMTP, with the address and the password from the environment.${templateNote(settings)}`,
        ...(modern ? {} : { code: overServer({ project, settings }, setting), language: 'python' as const }),
        ...inHome(settings),
        ...(!modern &&
        setting.at.path === homeOf(settings) &&
        setting.at.start.column === 1 &&
        !setsLater(settings, setting)
          ? { place: 'instead' as const }
          : {}),
      },
    };
  },
});

const smtp = 'django.core.mail.backends.smtp.EmailBackend';
const overSmtp: Wanted = { says: `is \`${smtp}\``, texts: [smtp], is: (value) => stringOf(value) === smtp };

/** The line that gives the backend, where one does. */
function overSmtpWhereGiven(facts: Parameters<typeof changeWhereGiven>[0], setting: Setting): Remedy | undefined {
  const remedy = changeWhereGiven(facts, setting, overSmtp);
  if (!remedy || isAssigned(facts.settings.get('EMAIL_HOST'))) return remedy;
  const server =
    'Write `EMAIL_HOST` and what goes with it into the settings as well: without it mail is handed to this machine.';
  return { ...remedy, summary: `${remedy.summary} ${server}` };
}

/** The backend with its server: by itself it looks for one on this machine, and each mail would be an error. */
function overServer(facts: { readonly project: Project; readonly settings: Settings }, setting: Setting): string {
  const lines = [`EMAIL_BACKEND = '${smtp}'`];
  const left = ofTemplate(facts.settings);
  const isThere = (name: string) => isAssigned(facts.settings.get(name)) && !left.includes(name);
  if (isThere('EMAIL_HOST')) return lines.join('\n');
  const texts = ['EMAIL_HOST', 'EMAIL_HOST_USER', 'EMAIL_HOST_PASSWORD'].filter((name) => !isThere(name));
  const reads = texts.map((name) => ({ name, ...textAtEnd(facts, name) }));
  lines.push(...reads.map(({ name, expression }) => `${name} = ${expression}`));
  if (!isThere('EMAIL_PORT')) lines.push('EMAIL_PORT = 587');
  if (!isThere('EMAIL_USE_TLS') && !isThere('EMAIL_USE_SSL')) lines.push('EMAIL_USE_TLS = True');
  // What the file imports further down is not there yet where the line stands.
  const above = facts.project.file(setting.at.path)?.text.slice(0, setting.at.span.start) ?? '';
  const imports = new Set(reads.flatMap((read) => read.imports));
  if (/\bos\.environ\b/.test(lines.join('\n')) && !hasImport(above, 'import os')) imports.add('import os');
  return [...[...imports].map((line) => `${line}\n`), ...lines].join('\n');
}

/** What becomes of a message under a backend of Django's own that delivers none. */
function effectOf(backend: string | undefined): string | undefined {
  return kinds[/^django\.core\.mail\.backends\.(\w+)\.EmailBackend$/.exec(backend ?? '')?.[1] ?? ''];
}

/** What of the mail server is still as a template has it; without a server, neither is how it is spoken to decided. */
function ofTemplate(settings: Settings): readonly string[] {
  const left = ['EMAIL_HOST', 'EMAIL_PORT', 'EMAIL_HOST_USER', 'EMAIL_HOST_PASSWORD'].filter((name) => {
    const setting = settings.get(name);
    const text = setting.reads.length > 0 ? undefined : stringOf(setting.value);
    if (text === undefined || text === '') return false;
    if (name === 'EMAIL_PORT') return !/^\d+$/.test(text);
    return isPlaceholderAccount(text) || name.endsWith(text.toUpperCase()) || /^your[-_ ]/i.test(text);
  });
  const unsaid =
    left.includes('EMAIL_HOST') && !['EMAIL_USE_TLS', 'EMAIL_USE_SSL'].some((name) => isOn(settings, name));
  return unsaid ? [...left, 'EMAIL_USE_TLS', 'EMAIL_USE_SSL'] : left;
}

const isOn = (settings: Settings, name: string): boolean => truthOf(settings.get(name).value) !== 'no';

function templateNote(settings: Settings): string {
  const names = ofTemplate(settings).filter((name) => !/_USE_/.test(name));
  if (names.length === 0) return '';
  return ` ${listed(names)} ${names.length === 1 ? 'holds a value' : 'hold values'} of a template: take ${names.length === 1 ? 'its line' : 'their lines'} away.`;
}

/** Whether a line of a template below would undo what is written in place of the backend. */
function setsLater(settings: Settings, { at }: Setting): boolean {
  return ofTemplate(settings).some((name) => {
    const other = settings.get(name);
    return isAssigned(other) && (other.at.path !== at.path || other.at.span.start > at.span.start);
  });
}
