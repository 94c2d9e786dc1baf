/** The configuration file of a service's gunicorn: the one it names, or `gunicorn.conf.py` where it starts. */
import type { Project, SourceFile } from '@django-golive/core';
import { deployedFile } from '../files/deployed-path.js';
import { type GunicornReader, withGunicornFile } from '../files/gunicorn-config.js';
import type { Service } from './services.js';

/** The service with what its server's file adds to the command. */
export function withServerFile(project: Project, service: Service, read: GunicornReader): Service {
  const { server, variables, directory } = service;
  const file = gunicornFileOf(project, service);
  if (!server || !file) return service;
  const added = withGunicornFile(server, read(file, variables), variables);
  const changed = added.directory;
  // Without a directory of its own, the service begins where the file says.
  const begins =
    !directory && changed?.at && changed.literal ? { directory: { text: changed.text, at: changed.at } } : {};
  return { ...service, ...begins, server: added };
}

function gunicornFileOf(project: Project, service: Service): SourceFile | undefined {
  if (service.server?.server !== 'gunicorn') return undefined;
  const named = service.server.config?.text.replace(/^file:/, '');
  if (named?.startsWith('python:')) return undefined;
  const start = service.server.directory?.text ?? service.directory?.text ?? '';
  const path = named?.startsWith('/') ? named : `${start}/${named ?? 'gunicorn.conf.py'}`;
  const found =
    deployedFile(project, path) ??
    (named === undefined || named.startsWith('/') ? undefined : deployedFile(project, named));
  if (found || named !== undefined) return found && project.file(found.path);
  // A name that several directories have says too little.
  const all = project.paths.filter((item) => /(^|\/)gunicorn\.conf\.py$/.test(item));
  return all.length === 1 ? project.file(all[0] ?? '') : undefined;
}
