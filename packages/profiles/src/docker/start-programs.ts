/** The programs that a container starts: its entrypoint and command, followed into the repository's own scripts. */
import type { Location, Project, SourceFile } from '@django-golive/core';
import type { ComposeService } from '../files/compose-model.js';
import { type ContainerImage, repositoryPathOf } from '../files/container-image.js';
import { invocationsOf } from '../files/dockerfile.js';
import { isDockerfilePath } from '../files/dockerfile-path.js';
import { type Invocation, invocationsOfLine, invocationsOfWords } from '../files/invocation.js';
import { askedOfMake, invocationsOfTargets } from '../files/makefile.js';
import { normalizePath, resolvePath } from '../files/paths.js';
import { supervisedBy } from './supervised-programs.js';
import { takenOf } from './taken-branches.js';

/** A program with the place that starts it. */
export interface StartedProgram {
  readonly invocation: Invocation;
  readonly at: Location;
  /** The script of the repository it stands in. */
  readonly script?: string;
  /** Whether it runs where nobody gives a variable that no file gives, if that is what it depends on alone. */
  readonly ungiven?: { readonly runs: boolean; readonly variables: readonly string[] };
  /** Whether it depends on the words that its script is given: others come in their place with a command of one's own. */
  readonly byWords?: boolean;
  /** The name under which supervisord keeps it up, beside others of the same container. */
  readonly supervised?: string;
}

/** What a container starts, in order, with the scripts that were read on the way. */
export interface Start {
  readonly programs: readonly StartedProgram[];
  readonly scripts: readonly string[];
  /** What stands in its scripts and never runs with the words and variables that they get. */
  readonly never: readonly StartedProgram[];
  /** Whether a script that is not in the repository stands between: what it starts is not known. */
  readonly opaque: boolean;
}

interface Collected {
  readonly programs: StartedProgram[];
  readonly scripts: string[];
  readonly never: StartedProgram[];
  /** What a variable holds; `undefined` where that is not known, `null` where nothing gives it. */
  readonly valueOf: (name: string) => string | undefined | null;
  /** What make has made: a target runs once. */
  readonly made: Set<string>;
  opaque: boolean;
}

const maximumDepth = 4;

/** What a service (or an image by itself) starts. */
export function startOf(
  project: Project,
  image: ContainerImage | undefined,
  service: ComposeService | undefined,
): Start {
  const collected: Collected = {
    programs: [],
    scripts: [],
    never: [],
    valueOf: (name) => {
      const own = service?.variables.findLast((one) => one.name === name) ?? image?.variables.get(name);
      return own ? own.value : service?.envFiles.some(({ present }) => !present) ? undefined : null;
    },
    made: new Set(),
    opaque: image === undefined && service?.command === undefined && service?.entrypoint === undefined,
  };
  const entrypoint = service?.entrypoint
    ? located(service.entrypoint.invocations, () => service.entrypoint?.at)
    : image?.entrypoint
      ? located(invocationsOf(image.entrypoint), (item) => image.dockerfile.file.at(item.span))
      : [];
  const command = service?.command
    ? located(service.command.invocations, () => service.command?.at)
    : image?.command && !service?.entrypoint
      ? located(invocationsOf(image.command), (item) => image.dockerfile.file.at(item.span))
      : [];
  const find = (path: string): SourceFile | undefined => scriptFile(project, image, service, path);

  if (entrypoint.length === 0) follow(command, [], collected, find, 0, []);
  else {
    const last = entrypoint[entrypoint.length - 1];
    const shellForm = image?.entrypoint !== undefined && !service?.entrypoint && image.entrypoint.words === undefined;
    const joined = last && !shellForm && command.length > 0 ? withArguments(last, command) : last;
    const programs = joined ? [...entrypoint.slice(0, -1), joined] : entrypoint;
    follow(programs, command, collected, find, 0, shellForm ? [] : wordsOf(image, service));
  }
  const { programs, scripts, never, opaque } = collected;
  return { programs, scripts, never, opaque };
}

function located(
  invocations: readonly Invocation[],
  at: (item: Invocation) => Location | undefined,
): readonly StartedProgram[] {
  return invocations.flatMap((invocation) => {
    const place = at(invocation);
    return place ? [{ invocation, at: place }] : [];
  });
}

/** An entrypoint that is a program rather than a script gets the command's words as its arguments: `ENTRYPOINT ["python"]`. */
function withArguments(program: StartedProgram, command: readonly StartedProgram[]): StartedProgram {
  const first = command[0];
  if (!first || command.length > 1) return program;
  const { invocation } = first;
  const words = [invocation.word, ...invocation.args];
  const own = [program.invocation.word, ...program.invocation.args, ...words];
  const [joined] = invocationsOfWords(own);
  return joined && !/\.(sh|bash)$/.test(program.invocation.program) ? { invocation: joined, at: first.at } : program;
}

function follow(
  programs: readonly StartedProgram[],
  command: readonly StartedProgram[],
  collected: Collected,
  find: (path: string) => SourceFile | undefined,
  depth: number,
  /** What `$@` stands for around the programs. */
  words: readonly string[] | undefined,
): void {
  for (const program of programs) {
    const { invocation } = program;
    const path = invocation.word.text;
    if (/^"?\$[@*]"?$|^\$\{[@*]\}$/.test(path)) {
      const { launchers, variables } = invocation;
      const handed = command.map((item) => ({
        ...item,
        invocation: {
          ...item.invocation,
          launchers: [...launchers, ...item.invocation.launchers],
          variables: [...variables, ...item.invocation.variables],
        },
      }));
      follow(handed, [], collected, find, depth + 1, []);
      continue;
    }
    const kept = depth > maximumDepth ? [] : supervisedBy(invocation, find);
    if (kept.length > 0) {
      collected.programs.push(program);
      follow(kept, [], collected, find, depth + 1, []);
      continue;
    }
    const asked = depth > maximumDepth ? undefined : askedOfMake(invocation);
    const makefile = asked?.paths.flatMap(
      (one) => find(invocation.directory === undefined ? one : `${invocation.directory}/${one}`) ?? [],
    )[0];
    if (asked && makefile) {
      const made = invocationsOfTargets(makefile, asked.targets, collected.made);
      follow(startedBy(program, made, makefile), command, collected, find, depth + 1, []);
      continue;
    }
    const sourced = invocation.program === '.' || invocation.program === 'source';
    const script = sourced ? invocation.args[0]?.text : path;
    const looksLikeScript =
      script !== undefined &&
      !invocation.python &&
      (/\.(sh|bash)$/.test(script) ||
        (script.includes('/') && !/\/(bin|sbin)\//.test(script)) ||
        /(entrypoint|start|boot|init|run)/.test(script));
    const file = looksLikeScript ? find(script) : undefined;
    if (!file || depth > maximumDepth || collected.scripts.includes(file.path) || !isShellScript(file)) {
      if (looksLikeScript && !file && /\.(sh|bash)$|entrypoint/.test(script)) collected.opaque = true;
      collected.programs.push(program);
      continue;
    }
    collected.scripts.push(file.path);
    const texts = invocation.args.map((word) => word.text);
    const own = depth === 0 ? [...texts, '$@'] : texts;
    const isAll = (text: string): boolean => /^\$[@*]$/.test(text);
    const handed = own.some(isAll) && !words ? undefined : own.flatMap((text) => (isAll(text) ? (words ?? []) : text));
    const given = sourced ? words : handed;
    const { runs, never } = takenOf(startedBy(program, invocationsOfLine(file.text), file), {
      script: file.text,
      conditional: invocation.conditional,
      words: given,
      valueOf: collected.valueOf,
    });
    collected.never.push(...never);
    const under = program.supervised === undefined ? {} : { supervised: program.supervised };
    follow(
      runs.map((item) => ({ ...item, ...under })),
      command,
      collected,
      find,
      depth + 1,
      given,
    );
  }
}

/** What an entrypoint is given; `undefined` where whoever starts the container says it. */
function wordsOf(
  image: ContainerImage | undefined,
  service: ComposeService | undefined,
): readonly string[] | undefined {
  if (service?.command) return service.command.text.split(/\s+/);
  if (service?.entrypoint) return [];
  const command = image?.command;
  return command ? (command.words?.map(({ text }) => text) ?? ['/bin/sh', '-c', command.text]) : service && [];
}

/** What a file starts that a program reads its commands from. */
function startedBy(
  { invocation }: StartedProgram,
  inner: readonly Invocation[],
  file: SourceFile,
): readonly StartedProgram[] {
  return inner.map((item) => ({
    invocation: {
      ...item,
      conditional: item.conditional || invocation.conditional,
      variables: [...invocation.variables, ...item.variables],
      ...(invocation.background ? { background: true } : {}),
    },
    at: file.at(item.span),
    script: file.path,
  }));
}

function isShellScript(file: SourceFile): boolean {
  const first = file.text.slice(0, 200).split('\n')[0] ?? '';
  if (first.startsWith('#!')) return /\b(ba|da|a|z|k)?sh\b/.test(first);
  // A Dockerfile is no script: what it writes out itself and then starts is one.
  return /\.(sh|bash)$/.test(file.path) || /entrypoint$/.test(file.path) || isDockerfilePath(file.path);
}

/** The file of the repository at a path of the container: through bind mounts, then through COPY lines. */
function scriptFile(
  project: Project,
  image: ContainerImage | undefined,
  service: ComposeService | undefined,
  path: string,
): SourceFile | undefined {
  const workdir = service?.workdir ?? image?.workdir ?? '/';
  const absolute = resolvePath(workdir, path);
  for (const mount of service?.mounts ?? []) {
    if (mount.path === undefined) continue;
    if (absolute === mount.target && project.file(mount.path)) return project.file(mount.path);
    if (absolute.startsWith(`${mount.target}/`)) {
      const file = project.file(normalizePath(`${mount.path}/${absolute.slice(mount.target.length + 1)}`) ?? '');
      if (file) return file;
    }
  }
  if (!image) return undefined;
  const written = image.written.findLast(
    ({ target }) =>
      target === absolute ||
      (!path.includes('/') && /^(\/usr(\/local)?)?\/bin\//.test(target) && target.endsWith(`/${path}`)),
  );
  if (written) return written.file;
  const found = repositoryPathOf(project, image, absolute);
  const file = found === undefined ? undefined : project.file(found);
  if (file) return file;
  // A script on the PATH (`COPY entrypoint.sh /usr/local/bin/`) is started by its name.
  if (path.includes('/')) return undefined;
  const onPath = ['/usr/local/bin', '/usr/bin', '/bin']
    .map((directory) => repositoryPathOf(project, image, `${directory}/${path}`))
    .find((item) => item !== undefined);
  return onPath === undefined ? undefined : project.file(onPath);
}
