/** What a stage of a Dockerfile leaves in the image: user, environment, directory, start command, files of the repository. */
import type { Location, Project } from '@django-golive/core';
import { argumentsOf } from './build-arguments.js';
import { parseCommandLine } from './command-line.js';
import { type Dockerfile, type DockerInstruction, type DockerStage, lineage } from './dockerfile.js';
import { pairsOf } from './instruction-pairs.js';
import { baseName } from './launcher.js';
import { normalizePath, resolvePath } from './paths.js';
import { expandVariables } from './variable-expansion.js';
import { type WrittenFile, writtenBy } from './written-file.js';

/** A variable of the image. */
export interface ImageVariable {
  readonly name: string;
  /** `undefined` where it depends on a build argument without a default. */
  readonly value: string | undefined;
  readonly at: Location;
}

/** An argument that whoever builds the image gives; `undefined` for a value that is not in the repository. */
export interface GivenArgument {
  readonly name: string;
  readonly value: string | undefined;
}

/** One COPY or ADD from the build's context. */
export interface CopiedFiles {
  /** As written, relative to the context. */
  readonly source: string;
  /** Absolute, inside the image. */
  readonly target: string;
  /** Whether the target is a directory that the sources are put into. */
  readonly into: boolean;
  readonly at: Location;
}

/** The image of one stage. */
export interface ContainerImage {
  readonly dockerfile: Dockerfile;
  readonly stage: DockerStage;
  /** The image that the oldest stage of the chain starts from. */
  readonly base: DockerStage;
  /** The build's context, relative to the project's root. */
  readonly context: string;
  readonly instructions: readonly DockerInstruction[];
  readonly variables: ReadonlyMap<string, ImageVariable>;
  readonly workdir: string | undefined;
  readonly user: { readonly name: string; readonly at: Location } | undefined;
  readonly entrypoint: DockerInstruction | undefined;
  readonly command: DockerInstruction | undefined;
  readonly healthcheck: DockerInstruction | undefined;
  readonly exposed: readonly { readonly port: string; readonly at: Location }[];
  readonly volumes: readonly string[];
  readonly copies: readonly CopiedFiles[];
  /** Files that the Dockerfile itself writes out: `COPY <<EOF /start.sh`. */
  readonly written: readonly WrittenFile[];
}

/** The image that a Dockerfile's target stage (the last one where none is named) makes. */
export function imageOf(
  project: Project,
  dockerfile: Dockerfile,
  how: { readonly context?: string; readonly target?: string; readonly args?: readonly GivenArgument[] } = {},
): ContainerImage {
  const named =
    how.target === undefined
      ? undefined
      : dockerfile.stages.find((stage) => stage.name?.toLowerCase() === how.target?.toLowerCase());
  const stage = named ?? dockerfile.stages[dockerfile.stages.length - 1] ?? missingStage(dockerfile);
  const chain = lineage(stage);
  const context = how.context ?? contextOf(project, dockerfile);
  const variables = new Map<string, ImageVariable>();
  const args = new Map<string, string | undefined>();
  const told = new Map(how.args?.map(({ name, value }) => [name, value]));
  const copies: CopiedFiles[] = [];
  const written: WrittenFile[] = [];
  const exposed: { port: string; at: Location }[] = [];
  const volumes: string[] = [];
  let workdir: string | undefined;
  let user: ContainerImage['user'];
  let entrypoint: DockerInstruction | undefined;
  let command: DockerInstruction | undefined;
  let healthcheck: DockerInstruction | undefined;

  const lookup = (name: string): string | undefined =>
    variables.has(name) ? variables.get(name)?.value : args.get(name);
  const expand = (text: string): string | undefined => expandVariables(text, lookup).text;

  for (const part of chain) {
    args.clear();
    // A parent's CMD is gone once a child has an ENTRYPOINT of its own; one beside it stays.
    let ownCommand = false;
    for (const instruction of part.instructions) {
      switch (instruction.keyword) {
        case 'ARG':
          for (const [name, value] of argumentsOf(instruction, dockerfile.defaults))
            args.set(name, told.has(name) ? told.get(name) : value && expand(value));
          break;
        case 'ENV':
          for (const pair of pairsOf(instruction)) {
            const value = pair.literal ? pair.value : expand(pair.value);
            variables.set(pair.name, { name: pair.name, value, at: locate(dockerfile, pair.span) });
          }
          break;
        case 'WORKDIR': {
          const path = expand(instruction.text.trim().replace(/^["']|["']$/g, ''));
          workdir = path === undefined ? undefined : resolvePath(workdir ?? '/', path);
          break;
        }
        case 'USER':
          user = { name: expand(instruction.text.trim()) ?? instruction.text.trim(), at: instruction.at };
          break;
        case 'ENTRYPOINT':
          entrypoint = isEmpty(instruction) ? undefined : instruction;
          if (!ownCommand) command = undefined;
          break;
        case 'CMD':
          command = isEmpty(instruction) ? undefined : instruction;
          ownCommand = true;
          break;
        case 'HEALTHCHECK':
          healthcheck = instruction;
          break;
        case 'EXPOSE':
          for (const port of instruction.text.trim().split(/\s+/)) {
            const text = expand(port);
            if (text) exposed.push({ port: text.replace(/\/(tcp|udp)$/i, ''), at: instruction.at });
          }
          break;
        case 'VOLUME':
          volumes.push(
            ...(instruction.words?.map((word) => word.text) ?? instruction.text.trim().split(/\s+/)).map((path) =>
              resolvePath(workdir ?? '/', path),
            ),
          );
          break;
        case 'COPY':
        case 'ADD':
          copies.push(...copiesOf(instruction, workdir ?? '/', expand));
          written.push(...writtenBy(dockerfile.file, instruction, workdir ?? '/'));
          break;
        default:
          break;
      }
    }
  }
  return {
    dockerfile,
    stage,
    base: chain[0] ?? stage,
    context,
    instructions: chain.flatMap((part) => part.instructions),
    variables,
    workdir,
    user,
    entrypoint,
    command,
    healthcheck,
    exposed,
    volumes,
    copies,
    written,
  };
}

/** The file of the repository that lies at a path of the image, where the image's COPY lines say so. */
export function repositoryPathOf(project: Project, image: ContainerImage, path: string): string | undefined {
  const absolute = resolvePath(image.workdir ?? '/', path);
  for (const copy of [...image.copies].reverse()) {
    const source = normalizePath(`${image.context}/${copy.source}`);
    if (source === undefined) continue;
    if (project.file(source)) {
      const target = copy.into ? `${copy.target === '/' ? '' : copy.target}/${baseName(source)}` : copy.target;
      if (target === absolute) return source;
    } else if (project.isDirectory(source)) {
      const inside =
        absolute === copy.target
          ? ''
          : absolute.startsWith(`${copy.target === '/' ? '' : copy.target}/`)
            ? absolute.slice(copy.target === '/' ? 1 : copy.target.length + 1)
            : undefined;
      if (inside === undefined) continue;
      const candidate = normalizePath(`${source}/${inside}`);
      if (candidate !== undefined && (project.file(candidate) || project.isDirectory(candidate))) return candidate;
    }
  }
  return undefined;
}

function copiesOf(
  instruction: DockerInstruction,
  workdir: string,
  expand: (text: string) => string | undefined,
): readonly CopiedFiles[] {
  if (instruction.flags.has('from') || instruction.text.trimStart().startsWith('<<')) return [];
  const words = instruction.words ?? parseCommandLine(instruction.text)[0]?.words ?? [];
  const texts = words.map((word) => expand(word.text));
  const target = texts[texts.length - 1];
  if (target === undefined || texts.length < 2) return [];
  const sources = texts.slice(0, -1);
  return sources.flatMap((source) =>
    source === undefined || /^(https?:|git@|git:)/.test(source)
      ? []
      : [
          {
            source: source.replace(/^\//, ''),
            target: resolvePath(workdir, target),
            into: target.endsWith('/') || target === '.' || sources.length > 1,
            at: instruction.at,
          },
        ],
  );
}

/** The directory a build most likely runs in: the root, or the Dockerfile's own where only that holds what it copies. */
function contextOf(project: Project, dockerfile: Dockerfile): string {
  const slash = dockerfile.path.lastIndexOf('/');
  const own = slash < 0 ? '' : dockerfile.path.slice(0, slash);
  if (own === '') return '';
  const sources = dockerfile.stages
    .flatMap((stage) => stage.instructions)
    .filter((instruction) => instruction.keyword === 'COPY' || instruction.keyword === 'ADD')
    .flatMap((instruction) => copiesOf(instruction, '/', (text) => text))
    .map((copy) => copy.source)
    .filter((source) => !/[*?$]/.test(source) && source !== '.' && source !== './');
  const held = (base: string): number =>
    sources.filter((source) => {
      const path = normalizePath(`${base}/${source}`);
      return path !== undefined && (project.file(path) || project.isDirectory(path));
    }).length;
  return held(own) > held('') || (held(own) === held('') && hasProjectFiles(project, own)) ? own : '';
}

function hasProjectFiles(project: Project, directory: string): boolean {
  // Helpers of the image itself (a gunicorn configuration, a health check) lie beside a Dockerfile as well.
  return project.paths.some(
    (path) =>
      path.startsWith(`${directory}/`) &&
      /^[^/]+$/.test(path.slice(directory.length + 1)) &&
      /(requirements[\w-]*\.txt|pyproject\.toml|\.py)$/.test(path) &&
      !/(gunicorn|health|conf|config|settings)[\w.-]*\.py$/.test(path),
  );
}

function isEmpty(instruction: DockerInstruction): boolean {
  return instruction.words ? instruction.words.length === 0 : instruction.text.trim() === '';
}

function locate(dockerfile: Dockerfile, span: { start: number; end: number }): Location {
  return dockerfile.file.at(span);
}

function missingStage(dockerfile: Dockerfile): DockerStage {
  return { index: 0, image: '', variable: true, at: dockerfile.file.at({ start: 0, end: 0 }), instructions: [] };
}

/** Where the repository's root lies in an image, where one instruction copies the whole of it. */
export function repositoryRoot(image: ContainerImage): string | undefined {
  const copy = [...image.copies].reverse().find((item) => /^\.?\/?$/.test(item.source) || item.source === './');
  if (!copy) return undefined;
  if (image.context === '') return copy.target;
  return copy.target.endsWith(`/${image.context}`) ? copy.target.slice(0, -image.context.length - 1) || '/' : undefined;
}
