/** Where the repository lies on the server, as the directory that a service starts in and the module that it serves tell together. */
import type { Project } from '@django-golive/core';
import { relativeTo } from '../files/deployed-path.js';
import { resolvePath } from '../files/paths.js';
import { repositoryPart } from '../files/settings-path.js';
import type { Service } from './services.js';

/** The repository on the server. */
export interface DeployedTree {
  /** The directory of the repository that imports start from. */
  readonly directory: string | undefined;
  /** Where the root of the repository lies; `undefined` where only a part of it may lie there. */
  readonly root: string | undefined;
  /** The place on the server of a path of the repository. */
  onServer(path: string): string | undefined;
  /** The path in the repository of a place on the server. */
  inRepository(absolute: string): string | undefined;
  /** The absolute path that a setting means. */
  settingPath(text: string): string | undefined;
}

/** The tree of a service that serves `module`. */
export function deployedTree(project: Project, service: Service | undefined, module: string | undefined): DeployedTree {
  const starts = startsOf(service);
  const homes = module === undefined ? [] : homesOf(project, module);
  const home =
    homes.find((item) => item !== '' && starts.some((start) => start.endsWith(`/${item}`))) ??
    (homes.length === 1 ? homes[0] : homes.find((item) => item === ''));
  const named = home === undefined || home === '' ? starts[0] : starts.find((start) => start.endsWith(`/${home}`));
  const root =
    home === undefined || named === undefined
      ? undefined
      : home === ''
        ? named
        : named.slice(0, -home.length - 1) || '/';
  const base = root === undefined ? starts[0] : undefined;
  const onServer = (path: string): string | undefined => {
    if (root !== undefined) return resolvePath(root, path);
    const inside = home === undefined ? undefined : relativeTo(`/${home}`, `/${path}`);
    return inside === undefined || base === undefined ? undefined : resolvePath(base, inside);
  };
  return {
    directory: home,
    root,
    onServer,
    inRepository: (absolute) => {
      const place = root ?? base;
      const inside = place === undefined ? undefined : relativeTo(place, absolute);
      if (inside === undefined) return undefined;
      if (root !== undefined) return inside;
      return home === undefined ? undefined : [home, inside].filter((part) => part !== '').join('/');
    },
    settingPath: (text) => {
      const inside = repositoryPart(text);
      if (inside !== undefined) return onServer(inside);
      if (text.startsWith('/')) return /golive-/.test(text) ? undefined : resolvePath('/', text);
      const start = service?.directory?.text;
      return start === undefined ? undefined : resolvePath(start, text);
    },
  };
}

/** The directories of the server that a service's imports start from, the surest first. */
export function startsOf(service: Service | undefined): readonly string[] {
  if (!service) return [];
  const { server, invocation, variables } = service;
  const workdir = service.directory?.text;
  const changed = server?.directory?.text ?? invocation.directory;
  const start =
    changed === undefined
      ? workdir
      : changed.startsWith('/')
        ? changed
        : workdir === undefined
          ? undefined
          : `${workdir}/${changed}`;
  const paths = [
    ...(server?.options.get('--pythonpath')?.text.split(',') ?? []),
    ...(variables.find(({ name }) => name === 'PYTHONPATH')?.value?.split(':') ?? []),
  ];
  return [...paths, start ?? '']
    .filter((path) => path.startsWith('/') && !/[$%{]/.test(path))
    .map((path) => resolvePath('/', path));
}

/** The directories of the repository below which a dotted module lies. */
export function homesOf(project: Project, module: string): readonly string[] {
  const file = module.replaceAll('.', '/');
  return project.paths.flatMap((path) => {
    const end = [`${file}.py`, `${file}/__init__.py`].find((item) => path === item || path.endsWith(`/${item}`));
    if (end === undefined || /(^|\/)(tests?|docs?|examples?|site-packages)\//.test(path)) return [];
    return [path.slice(0, Math.max(0, path.length - end.length - 1))];
  });
}
