/** Packages that an image installs by name, beside any manifest: `RUN pip install gunicorn`. */
import type { Deployment, Project, SourceFile } from '@django-golive/core';
import { dockerfilesOf } from './build-files.js';
import type { BuildText } from './build-texts.js';
import { type Declaration, declare } from './declaration.js';
import { namedReference } from './direct-reference.js';
import { isProjectOfRepository } from './local-projects.js';
import { directoryOf, projectDirectories } from './project-directories.js';
import type { ReadManifest } from './read-manifests.js';
import { parseRequirement } from './requirement.js';
import { isCertain } from './shell-conditions.js';

const INSTALLS = /\b(?:pip3?|uv|poetry|pipenv|pdm)(?:\d?\.\d+)?\s+(?:\w+\s+)?(?:install|sync|wheel|export)\b/;
const COMMAND =
  /\b(?:(?:pip3?|uv\s+pip|pip\d\.\d+)\s+(?:install|wheel)|(?:poetry|uv|pdm)\s+add|pipenv\s+install)\b([^\n&|;]*)/g;
/** Options of pip and of what adds packages that take a word after them. */
const VALUED =
  /^(?:-[rcitfebwCpPEG]|--(?:requirements?|source|extras|categories|constraints?|overrides?|editable|group|(?:default-|extra-)?index(?:-url|-strategy)?|find-links|trusted-host|allow-insecure-host|keyring-provider|target|prefix|root|wheel-dir|timeout|retries|proxy|cert|client-cert|python|python-version|python-platform|python-preference|platform|implementation|abi|no-binary|only-binary|no-binary-package|no-build-package|cache-dir|src|log|link-mode|resolution|prerelease|exclude-newer|torch-backend|config-settings?|global-option|progress-bar|use-feature|upgrade-strategy|root-user-action|report|color|directory|project|extra|refresh-package|reinstall-package|upgrade-package))$/;
/** `git+https://…#egg=name`: what it holds, it says itself. */
const ADDRESS = /^(?:(?:git|hg|svn|bzr)\+)?(?:https?|ssh|file|git):\/\//;
/** What installs the rest is not part of what runs. */
const INSTALLERS = new Set([
  'pip',
  'setuptools',
  'wheel',
  'uv',
  'poetry',
  'pipenv',
  'pdm',
  'virtualenv',
  'pip-tools',
  'build',
  'twine',
  'hatch',
]);

/** The Dockerfiles of production and the scripts that they run, each as a manifest of the packages that it names. */
export function readImagePackages(
  project: Project,
  texts: readonly BuildText[],
  chosen: Deployment['files'],
): readonly ReadManifest[] {
  const images = imagesOf(project, chosen);
  const isOwn = (name: string) => isProjectOfRepository(project, name);
  return texts.flatMap((build) => {
    const { path } = build;
    const file = images.includes(build.root) ? project.file(path) : undefined;
    const declarations = file ? namedPackages(file, build, isOwn) : [];
    if (declarations.length === 0) return [];
    const reading = {
      path,
      format: 'requirements' as const,
      lock: false,
      declarations,
      includes: [],
      sources: [],
      problems: [],
    };
    // A manifest knows better what version is meant.
    return [
      {
        plan: {
          path,
          format: 'requirements' as const,
          kind: 'runtime' as const,
          rank: 6,
          because: 'it installs packages by name',
        },
        reading,
        constraint: false,
      },
    ];
  });
}

/** An image takes the project along, installs from its lists or starts it; what does none of that is of another service. */
const OF_SITE =
  /^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*\.\/?\s|manage\.py|requirements|\b(?:gunicorn|uwsgi|uvicorn|daphne|hypercorn|granian|waitress|celery|wsgi|asgi|django)\b|\b(?:uv|poetry|pipenv|pdm)\s+(?:sync|install|export|run)\b/im;

/**
 * Images that lie beside the project are its own where one of them installs Python's packages. Of those elsewhere, some are of other
 * services, which may install packages to be built with.
 */
export function imagesOf(project: Project, chosen: Deployment['files']): readonly string[] {
  const all = dockerfilesOf(project, chosen);
  const homes = projectDirectories(project);
  const textOf = (path: string) => project.file(path)?.text ?? '';
  const own = all.filter((path) => homes.has(directoryOf(path)));
  if (own.some((path) => INSTALLS.test(textOf(path)))) return own;
  const ofSite = all.filter((path) => OF_SITE.test(textOf(path)));
  return ofSite.some((path) => INSTALLS.test(textOf(path))) ? ofSite : all;
}

function namedPackages(
  file: SourceFile,
  { text, put, waysTo }: BuildText,
  isOwn: (name: string) => boolean,
): readonly Declaration[] {
  return [...text.matchAll(COMMAND)].flatMap((command) => {
    const from = command.index + command[0].length - (command[1]?.length ?? 0);
    const ways = waysTo(command.index);
    if (ways.length === 0) return [];
    const doubt = isCertain(ways) ? {} : { doubted: true as const };
    return packageWords(withoutLists(command[1] ?? '')).flatMap(({ start, word }) => {
      const written = put(word, command.index);
      const requirement = ADDRESS.test(written)
        ? namedReference(written).requirement
        : parseRequirement(written).requirement;
      if (!requirement || INSTALLERS.has(requirement.name)) return [];
      // A wheel of the project itself is no release of PyPI's: its own files say what it needs.
      if (FROM_DIRECTORY.test(command[1] ?? '') && isOwn(requirement.name)) return [];
      const at = file.at({ start: from + start, end: from + start + word.length });
      return [{ ...declare(requirement, { at, kind: 'runtime', declared: word }), ...doubt }];
    });
  });
}

/** `--no-index`, `-f /wheels`: pip looks where a build has put wheels, and nowhere else or there first. */
const FROM_DIRECTORY = /\s(?:--no-index|-f|--find-links)(?![\w-])/;

/** A line with blanks in place of what another command lists for it. */
function withoutLists(line: string): string {
  return line.replace(/\$\([^()]*\)|`[^`]*`/g, (listed) => ' '.repeat(listed.length));
}

/** The words of a command that are neither options nor their values, nor paths and addresses. */
function packageWords(line: string): readonly { readonly start: number; readonly word: string }[] {
  const words = [...line.matchAll(/"[^"]*"|'[^']*'|[^\s"']+/g)];
  return words.flatMap((match, index) => {
    const quoted = /^["']/.test(match[0]);
    const word = quoted ? match[0].slice(1, -1) : match[0];
    const before = words[index - 1]?.[0] ?? '';
    const isAddress = ADDRESS.test(word) && /^(?:-e|--editable)$/.test(before);
    if (word.startsWith('-') || (VALUED.test(before) && !isAddress)) return [];
    const isPackage =
      ADDRESS.test(word) ||
      (quoted && /^[A-Za-z][\w.-]*(?:\[[\w,.-]*\])?\s*@\s*\S+$/.test(word)) ||
      (/^[A-Za-z][\w.-]*(?:\[[\w,.-]*\])?(?:[=<>~!].*)?$/.test(word) && !/\.(?:txt|whl|zip|gz|in)$/.test(word));
    return isPackage ? [{ start: match.index + (quoted ? 1 : 0), word }] : [];
  });
}
