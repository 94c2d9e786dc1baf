/** The variables that uWSGI gives to the application by its configuration file: `env = NAME=value`. */
import type { GivenVariable, Project } from '@django-golive/core';
import { uwsgiFileOf } from './application-name.js';
import type { ServerCommand } from './application-server.js';
import { readUwsgiConfig } from './uwsgi-config.js';

/** Those of the file that its command names. They take the place of what was given before. */
export function uwsgiVariables(project: Project, server: ServerCommand | undefined): readonly GivenVariable[] {
  const file = server?.server === 'uwsgi' ? uwsgiFileOf(project, server) : undefined;
  if (!file) return [];
  return readUwsgiConfig(file).flatMap((option) => {
    const [, name, value = ''] = (option.name === 'env' && /^(\w+)=(.*)$/.exec(option.value)) || [];
    if (name === undefined) return [];
    // A placeholder is filled in by uWSGI itself.
    return [{ name, value: /[%$@]/.test(value) ? undefined : value, at: option.at, by: `\`env\` of \`${file.path}\`` }];
  });
}
