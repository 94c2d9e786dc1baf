/** Which file of the repository a command of a build means: through `cd`, the working directory, and what the image copies or mounts. */
import type { Project } from '@django-golive/core';
import { directoryOf } from './project-directories.js';
import { shellRegions } from './shell-texts.js';

/** A file that a command names. */
export interface NamedOrigin {
  readonly path: string;
  /** It is that file of the repository, whatever else has its name. */
  readonly exact: boolean;
}

/** What stands in an image at a path: a copy, or a mount for one command. */
interface Copy {
  readonly sources: readonly string[];
  readonly to: string;
  /** The target can only be a directory. */
  readonly intoDirectory: boolean;
}

/** What an image holds after some of its instructions. */
interface Stage {
  readonly directory: string;
  readonly copies: readonly Copy[];
}

const ROOT: Stage = { directory: '/', copies: [] };
const DOCKERFILE = /(?:^|\/)[^/]*(?:Dockerfile|Containerfile)[^/]*$/i;
const INSTRUCTION = /^[^\S\n]*(FROM|WORKDIR|COPY|ADD|RUN)[^\S\n]+([^\n]*)$/gim;

/**
 * Answers what a name in a command at an offset of a build file means. `put` puts in what variables hold there; `outer` answers
 * for what runs the file, where that is a script of the repository.
 */
export function originsIn(
  project: Project,
  path: string,
  text: string,
  put: (written: string, offset: number) => string,
  outer?: (name: string) => string,
): (written: string, offset: number) => NamedOrigin {
  const from = directoryOf(path);
  const regions = shellRegions(path, text);
  const isImage = DOCKERFILE.test(path);
  const stageAt = isImage ? stagesIn(text, put) : () => ROOT;
  return (written, offset) => {
    const region = regions.findLast(({ start, end }) => start <= offset && offset <= end);
    const moved = region ? directoryIn(put(text.slice(region.start, offset), offset)) : '';
    // Where the shell has gone, is not known: a script's own directory is the likeliest.
    if (moved === undefined) {
      const own = joined(from, written);
      return outer && project.file(own) ? { path: own, exact: true } : { path: written, exact: false };
    }
    if (outer) return { path: outer(joined(moved, written)), exact: true };
    const { directory, copies } = stageAt(offset);
    const inImage = joined(joined(directory, moved), written);
    for (const copy of copies.toReversed()) {
      const origin = originOf(project, from, copy, inImage);
      if (origin !== undefined) return { path: origin, exact: true };
    }
    const inScript = joined(moved, written);
    const beside = from === '' ? undefined : project.file(`${from}/${inScript}`);
    return { path: beside || !isImage ? inScript : inImage, exact: false };
  };
}

/** The working directory and the copies at each place of a Dockerfile. */
function stagesIn(text: string, put: (written: string, offset: number) => string): (offset: number) => Stage {
  const named = new Map<string, Stage>();
  const places: { readonly start: number; readonly stage: Stage }[] = [];
  let stage = ROOT;
  let name = '';
  for (const match of text.matchAll(INSTRUCTION)) {
    const word = (match[1] ?? '').toUpperCase();
    const rest = put(match[2] ?? '', match.index);
    if (word === 'FROM') {
      named.set(name, stage);
      const [, base = '', as = ''] = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(rest) ?? [];
      stage = named.get(base.toLowerCase()) ?? ROOT;
      name = as.toLowerCase();
    } else if (word === 'WORKDIR') stage = { ...stage, directory: joined(stage.directory, unquoted(rest.trim())) };
    else if (word === 'RUN') {
      const mounted = mountsOf(rest, stage.directory);
      places.push({ start: match.index, stage: { ...stage, copies: [...stage.copies, ...mounted] } });
      continue;
    } else stage = { ...stage, copies: [...stage.copies, ...copyOf(rest, stage.directory)] };
    places.push({ start: match.index, stage });
  }
  return (offset) => places.findLast(({ start }) => start <= offset)?.stage ?? ROOT;
}

/** What `COPY` and `ADD` take from the repository; another stage is not it. */
function copyOf(rest: string, directory: string): readonly Copy[] {
  const [, flags = '', list = ''] = /^((?:--\S+\s+)*)(.*)$/.exec(rest) ?? [];
  if (/--from[=\s]/.test(flags)) return [];
  const words = list.startsWith('[')
    ? [...list.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '')
    : list.split(/\s+/).filter((word) => word !== '');
  const to = words.pop();
  if (to === undefined || words.length === 0) return [];
  return [
    { sources: words, to: joined(directory, to), intoDirectory: words.length > 1 || /(?:^|\/)\.{0,2}$/.test(to) },
  ];
}

/** `--mount=type=bind,source=requirements/prod.txt,target=requirements.txt`: there for this command alone. */
function mountsOf(rest: string, directory: string): readonly Copy[] {
  const [flags = ''] = /^(?:--\S+\s+)*/.exec(rest) ?? [];
  return [...flags.matchAll(/--mount=(\S+)/g)].flatMap(([, written = '']) => {
    const keys = new Map(
      unquoted(written)
        .split(',')
        .map((part) => [part.split('=')[0] ?? '', part.slice(part.indexOf('=') + 1)]),
    );
    const to = keys.get('target') ?? keys.get('dst') ?? keys.get('destination');
    if ((keys.get('type') ?? 'bind') !== 'bind' || keys.has('from') || to === undefined) return [];
    const source = keys.get('source') ?? keys.get('src') ?? '.';
    return [{ sources: [source], to: joined(directory, to), intoDirectory: false }];
  });
}

/** The file of the repository that a copy puts at a path. What the build is started with is the image's own directory or the root. */
function originOf(project: Project, from: string, copy: Copy, inImage: string): string | undefined {
  for (const context of new Set([from, ''])) {
    for (const written of copy.sources) {
      const source = joined(context, written.replace(/^\/+/, ''));
      const sources = /[*?]/.test(source) ? project.paths.filter((path) => globOf(source).test(path)) : [source];
      const found = sources.flatMap((each) => putAt(each, copy, inImage)).find((path) => project.file(path));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The paths of the repository that would stand there: the source itself, or what lies in it. */
function putAt(source: string, { to, intoDirectory }: Copy, inImage: string): readonly string[] {
  const directory = to.replace(/\/?$/, '/');
  const within = inImage.startsWith(directory) ? inImage.slice(directory.length) : undefined;
  return [
    ...(inImage === to && !intoDirectory ? [source] : []),
    ...(within !== undefined && within === nameOf(source) ? [source] : []),
    ...(within === undefined ? [] : [source === '' ? within : `${source}/${within}`]),
  ];
}

function globOf(path: string): RegExp {
  const pattern = path.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '[^/]*');
  return new RegExp(`^${pattern.replace(/\?/g, '[^/]')}$`);
}

const MOVE =
  /\(|\)|(?:^|[;&|{\n]|\bthen|\bdo)[^\S\n]*(cd|pushd|popd)\b(?:[^\S\n]+(?:--[^\S\n]+)?("[^"]*"|'[^']*'|[^\s;&|()]+))?/g;

/** Where a shell is after what stands before a command: as written, `''` where it was started, `undefined` where that is not known. */
function directoryIn(script: string): string | undefined {
  let here: string | undefined = '';
  let before: string | undefined = '';
  const outer: (string | undefined)[] = [];
  const pushed: (string | undefined)[] = [];
  for (const [whole, command, written] of script.matchAll(MOVE)) {
    if (whole === '(') outer.push(here);
    else if (whole === ')') here = outer.length > 0 ? outer.pop() : here;
    else {
      const last: string | undefined = here;
      const to: string | undefined = written === undefined ? undefined : unquoted(written);
      if (command === 'popd') here = pushed.pop();
      else if (to === '-') here = before;
      else if (to === undefined || /^~|[`*]|\$/.test(to)) here = undefined;
      else here = here === undefined && !to.startsWith('/') ? undefined : joined(here ?? '', to);
      if (command === 'pushd') pushed.push(last);
      before = last;
    }
  }
  return here;
}

/** A path as one reaches it from a directory. What begins at the image's root, or at a variable, begins anew. */
function joined(directory: string, path: string): string {
  const base = /^[/$]/.test(path) ? '' : directory;
  const parts: string[] = [];
  for (const part of `${base}/${path.replace(/\$\{(\w+)\}/g, '$$$1')}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return (base || path).startsWith('/') ? `/${parts.join('/')}` : parts.join('/');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
