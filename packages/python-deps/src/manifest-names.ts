/** What the path of a manifest says by itself: its format, whose it is, and what it is for. */
import type { Manifest } from '@django-golive/core';
import { purposeOf } from './dependency-groups.js';
import { directoryOf } from './project-directories.js';

type Format = Manifest['format'];

const BY_NAME: Readonly<Record<string, Format>> = {
  'pyproject.toml': 'pyproject',
  Pipfile: 'pipfile',
  'setup.cfg': 'setup-cfg',
  'setup.py': 'setup-py',
  'uv.lock': 'uv-lock',
  'poetry.lock': 'poetry-lock',
  'Pipfile.lock': 'pipfile-lock',
  'pdm.lock': 'pdm-lock',
};

/** The format of a file that looks like a manifest by its name. */
export function formatOf(path: string): Format | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (known) return known;
  if (/^pylock(?:\.[\w-]+)?\.toml$/.test(name)) return 'pylock';
  if (/^(?:environment|conda)(?:[-_.][\w-]+)*\.ya?ml$/.test(name)) return 'conda';
  if (!/\.(?:txt|in|pip)$/.test(name)) return undefined;
  // A list with a slip in its name is a list: `pip install -r` takes any.
  if (
    /(?:^|[-_.])(?:requirements?|req(?:ui|iu)re?me?nts?|requi(?:re|er)e?ments?|requriements?|reqs?)(?:[-_.]|$)/i.test(
      name,
    )
  )
    return 'requirements';
  const parent = directoryOf(path).split('/').at(-1) ?? '';
  if (!/^(?:requirements?|reqs|pip-requirements)$/i.test(parent)) return undefined;
  return /readme|licen[cs]e|constraints?|apt|system/i.test(name) ? undefined : 'requirements';
}

/** The directory that a manifest speaks for: `requirements/prod.txt` speaks for the one above. */
export function homeOf(path: string): string {
  const directory = directoryOf(path);
  return formatOf(path) === 'requirements'
    ? directory.replace(/(?:^|\/)(?:requirements?|reqs|pip-requirements|deploy(?:ment)?)$/i, '')
    : directory;
}

/** What a requirements file's name says besides that it is one: `prod` of `requirements/prod.txt`. */
export function nameWords(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name
    .replace(/\.(?:txt|in|pip|ya?ml)$/, '')
    .replace(/requirements?|reqs?\b|environment|conda/i, '')
    .replace(/^[-_.]+|[-_.]+$/g, '');
}

export function isDevelopmentPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const isList = /\.(?:txt|in|pip)$/.test(name) || /^(?:requirements|conda)$/.test(formatOf(path) ?? '');
  const words = isList ? nameWords(path) : '';
  return parts.some((part) => purposeOf(part) === 'dev') || (name !== '' && purposeOf(words) === 'dev');
}
