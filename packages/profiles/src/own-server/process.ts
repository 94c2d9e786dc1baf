/** A service of the server as a process, in the words that the settings reader and core's rules understand. */
import { type GivenVariable, type Process, type Project, shownLine } from '@django-golive/core';
import { managementCommandOf } from '../files/django-command.js';
import { readEnvFile } from '../files/env-file.js';
import { workerClassOf } from '../files/gunicorn-config.js';
import { uwsgiVariables } from '../files/uwsgi-variables.js';
import type { Service } from './services.js';

/** Where a service runs, which only the target can tell. */
export interface ServicePlace {
  /** The directory of the repository that its imports start from. */
  readonly directory: string | undefined;
  /** `config.wsgi:application`. */
  readonly application: string | undefined;
  /** The path in the repository of a place on the server. */
  inRepository(absolute: string): string | undefined;
}

/** The process of a service; none where it runs nothing of Django's. */
export function processOfService(
  project: Project,
  service: Service,
  { directory, application, inRepository }: ServicePlace,
): readonly Process[] {
  const { role, server } = service;
  if (role === undefined) return [];
  const files = service.environmentFiles.map(({ text }) => {
    const path = inRepository(text);
    return path === undefined ? undefined : project.file(path);
  });
  const given = new Map<string, GivenVariable>();
  // systemd passes over a line that begins with `export`.
  for (const file of files)
    for (const line of file ? readEnvFile(file, 'systemd') : [])
      if (!line.exported && line.value !== undefined)
        given.set(line.name, { name: line.name, value: line.value, at: line.at, by: `\`${file?.path}\`` });
  for (const variable of [...service.variables, ...uwsgiVariables(project, server)]) given.set(variable.name, variable);
  const module = server?.settings ?? managementCommandOf(service.invocation)?.settings;
  const named = given.get('DJANGO_SETTINGS_MODULE');
  const settings = module?.literal
    ? { module: module.text, at: module.at ?? service.at }
    : named?.value !== undefined
      ? { module: named.value, at: named.at }
      : undefined;
  return [
    {
      name: service.name,
      role,
      at: service.at,
      command: shownLine(
        service.script === undefined
          ? service.command
          : [service.invocation.word, ...service.invocation.args].map(({ text }) => text).join(' '),
      ),
      variables: [...given.values()],
      ...(files.some((file) => !file) ? { variablesUnseen: true } : {}),
      ...(application === undefined ? {} : { application }),
      ...(settings === undefined ? {} : { settings }),
      ...workerClassOf(server),
      ...(directory === undefined || (directory !== '' && !project.isDirectory(directory)) ? {} : { directory }),
    },
  ];
}
