/** A mail backend that delivers nothing. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { siteCode, sources } from '../../facts/sources.js';
import { isAssigned, lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues, namesOf, openVariables } from '../settings/final-values.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { sendsMail } from './sends-mail.js';

const kinds: Readonly<Record<string, string>> = {
  console: 'writes messages to the log',
  dummy: 'throws messages away',
  filebased: 'writes messages into files',
  locmem: 'keeps messages in memory',
};

import { inHome } from '../settings/environment-style.js';

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
  needs: { project, settings, sources },
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
  *check({ project, settings, sources }, { problem, question }) {
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
      remedy: {
        summary: 'Deliver over SMTP, with the address and the password from the environment.',
        ...(modern
          ? {}
          : { code: "EMAIL_BACKEND = 'django.core.mail.backends.smtp.EmailBackend'", language: 'python' as const }),
        ...inHome(settings),
      },
    };
  },
});

/** What becomes of a message under a backend of Django's own that delivers none. */
function effectOf(backend: string | undefined): string | undefined {
  return kinds[/^django\.core\.mail\.backends\.(\w+)\.EmailBackend$/.exec(backend ?? '')?.[1] ?? ''];
}
