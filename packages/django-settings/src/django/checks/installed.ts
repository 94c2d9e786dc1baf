/** Whether one of Django's own applications is installed, by its name or by the path of its configuration class. */
import type { Value } from '@django-golive/core';
import { type Answer, anyOf, iterated, overOptions } from '../answer.js';
import type { LoadedSettings } from '../loaded.js';

/** Django's applications whose checks look at settings alone, or that such a check asks for. */
export type DjangoApplication = 'admin' | 'auth' | 'contenttypes' | 'messages' | 'sites' | 'staticfiles';

const configurations: Readonly<Record<DjangoApplication, RegExp>> = {
  admin: /^(Simple)?AdminConfig$/,
  auth: /^AuthConfig$/,
  contenttypes: /^ContentTypesConfig$/,
  messages: /^MessagesConfig$/,
  sites: /^SitesConfig$/,
  staticfiles: /^StaticFilesConfig$/,
};

/** Names of classes that may well be a project's own configuration of the application, as Django's documents propose. */
const ownConfiguration: Readonly<Record<DjangoApplication, RegExp>> = {
  admin: /admin/i,
  auth: /auth/i,
  contenttypes: /contenttypes/i,
  messages: /messages/i,
  sites: /sites/i,
  staticfiles: /static/i,
};

/** `apps.is_installed('django.contrib.…')` */
export function installed(settings: LoadedSettings, application: DjangoApplication): Answer {
  const applications = settings.get('INSTALLED_APPS');
  if (!applications) return 'crash';
  return overOptions(applications, (option) => {
    const entries = iterated(option);
    return entries === undefined || entries === 'crash'
      ? 'maybe'
      : anyOf(entries, (entry) => overOptions(entry, (one) => isThat(one, application)));
  });
}

function isThat(entry: Value, application: DjangoApplication): Answer {
  if (entry.kind !== 'str') return entry.kind === 'unknown' ? 'maybe' : 'no';
  const name = `django.contrib.${application}`;
  if (entry.value === name) return 'yes';
  const dot = entry.value.lastIndexOf('.');
  const last = entry.value.slice(dot + 1);
  if (entry.value.slice(0, dot) === `${name}.apps`) return configurations[application].test(last) ? 'yes' : 'no';
  return !entry.value.startsWith('django.') && /^[A-Z]/.test(last) && ownConfiguration[application].test(last)
    ? 'maybe'
    : 'no';
}
