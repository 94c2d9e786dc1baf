/** The WSGI or ASGI application that a server loads: from its command line, or from its configuration file. */
import type { Project } from '@django-golive/core';
import type { ServerCommand } from './application-server.js';
import { readUwsgiConfig } from './uwsgi-config.js';

/** `config.wsgi:application`, or `undefined` where nothing in the repository says which. */
export function applicationOf(project: Project, server: ServerCommand): string | undefined {
  const word = server.application;
  if (word && server.server !== 'uwsgi')
    return word.literal && !/\.(ini|ya?ml|py)$/.test(word.text) ? nameOf(word.text) : undefined;
  if (server.server === 'uwsgi') {
    if (word?.literal) return nameOf(word.text);
    const ini = uwsgiFileOf(project, server);
    const options = ini ? readUwsgiConfig(ini) : [];
    const module = options.find((option) => option.name === 'module' || option.name === 'wsgi')?.value;
    const script = options.find((option) => option.name === 'wsgi-file' || option.name === 'file')?.value;
    if (module !== undefined && !/[%$]/.test(module)) return nameOf(module);
    if (script !== undefined && /^[\w/]+\.py$/.test(script) && !script.startsWith('/'))
      return nameOf(script.replace(/\.py$/, '').replaceAll('/', '.'));
  }
  return undefined;
}

/** The uWSGI file a command line names, by its whole path or by its end. */
export function uwsgiFileOf(project: Project, server: ServerCommand): ReturnType<Project['file']> {
  const named = server.config?.text ?? server.invocation.args.find((word) => /\.ini$/.test(word.text))?.text;
  if (named === undefined) return undefined;
  const parts = named.split('/').filter((part) => part !== '' && part !== '.');
  for (let from = 0; from < parts.length; from += 1) {
    const file = project.file(parts.slice(from).join('/'));
    if (file) return file;
  }
  return undefined;
}

function nameOf(text: string): string | undefined {
  const plain = text.replace(/\(.*\)$/, '');
  if (!/^[A-Za-z_][\w.]*(:[A-Za-z_][\w.]*)?$/.test(plain)) return undefined;
  return plain.includes(':') ? plain : `${plain}:application`;
}
