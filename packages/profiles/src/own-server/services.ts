/** What the server's init system starts of the project: systemd units and supervisor's programs, followed into the repository's scripts. */
import {
  defineFact,
  type GivenVariable,
  type Location,
  type ProcessRole,
  type Project,
  project,
} from '@django-golive/core';
import { type ServerCommand, serverOf } from '../files/application-server.js';
import { deployedFile } from '../files/deployed-path.js';
import { roleOf } from '../files/django-command.js';
import { gunicornFiles } from '../files/gunicorn-config.js';
import { type Invocation, invocationsOfLine } from '../files/invocation.js';
import { readSupervisorConfig, type SupervisorProgram } from '../files/supervisor-config.js';
import type { SystemdUnit } from '../files/systemd-unit.js';
import { hasHole, isForServer, withoutTemplateEnding } from '../files/template-holes.js';
import { expandVariables } from '../files/variable-expansion.js';
import { containerFiles } from './container-files.js';
import { withServerFile } from './server-file.js';
import { systemdUnits } from './units.js';

/** A value with its place. */
export interface Placed {
  readonly text: string;
  readonly at: Location;
}

/** One program that stays up. */
export interface Service {
  readonly manager: 'systemd' | 'supervisor';
  /** `shop.service`, `shop`. */
  readonly name: string;
  /** Its file. */
  readonly path: string;
  /** Where its command stands. */
  readonly at: Location;
  /** As written. */
  readonly command: string;
  readonly invocation: Invocation;
  readonly server: ServerCommand | undefined;
  readonly role: ProcessRole | undefined;
  /** The directory of the server that it starts in. */
  readonly directory: Placed | undefined;
  readonly user: Placed | undefined;
  readonly variables: readonly GivenVariable[];
  /** The files of the server that give it variables. */
  readonly environmentFiles: readonly Placed[];
  readonly unit: SystemdUnit | undefined;
  /** The script of the repository that its command runs. */
  readonly script: string | undefined;
}

/** The services of the project, in the order of their files. */
export const services = defineFact({
  id: 'server-services',
  needs: { project, systemdUnits, gunicornFiles },
  derive({ project, systemdUnits, gunicornFiles }): readonly Service[] {
    const contained = containerFiles(project);
    const meant = (path: string): boolean => isForServer(path) && !contained(path);
    const programs = project.paths
      .filter(
        (path) =>
          /\.(conf|ini)$|(^|\/)[^/.]*supervis[^/.]*$/i.test(withoutTemplateEnding(path)) &&
          !/(^|\/)(node_modules|docs?|tests?)\//.test(path),
      )
      .filter(meant)
      .flatMap((path) => {
        const file = project.file(path);
        return file && /^\[(fcgi-)?program:/m.test(file.text) ? readSupervisorConfig(file) : [];
      });
    return [
      ...systemdUnits.filter(({ path }) => meant(path)).flatMap((unit) => ofUnit(project, unit)),
      ...programs.flatMap((program) => ofProgram(project, program)),
    ].map((service) => withServerFile(project, service, gunicornFiles));
  },
});

function ofUnit(project: Project, unit: SystemdUnit): readonly Service[] {
  const command = unit.get('ExecStart');
  if (!command) return [];
  const entry = (key: string): Placed | undefined => {
    const found = unit.get(key);
    return found && { text: found.value, at: found.at };
  };
  const directory = entry('WorkingDirectory');
  const started = startedBy(project, unit.start);
  if (!started) return [];
  return [
    {
      ...started,
      manager: 'systemd',
      name: unit.name,
      path: unit.path,
      at: command.at,
      command: command.value,
      directory: directory && {
        ...directory,
        text: directory.text.replace(/^[-~]/, '').replace(/^(["'])(.*)\1$/, '$2'),
      },
      user: entry('User'),
      variables: variablesOf(started.invocation, command.at, unit.path, unit.variables, '`Environment=`'),
      environmentFiles: unit.environmentFiles.map(({ path, at }) => ({ text: path, at })),
      unit,
    },
  ];
}

function ofProgram(project: Project, program: SupervisorProgram): readonly Service[] {
  const command = program.get('command');
  const started = command && startedBy(project, invocationsOfLine(command.value).at(-1));
  if (!command || !started) return [];
  const entry = (key: string): Placed | undefined => {
    const found = program.get(key);
    return found && { text: found.value.replace(/\/+$/, ''), at: found.at };
  };
  return [
    {
      ...started,
      manager: 'supervisor',
      name: program.name,
      path: program.path,
      at: command.at,
      command: command.value,
      directory: entry('directory'),
      user: entry('user'),
      variables: variablesOf(started.invocation, command.at, program.path, program.variables, '`environment`'),
      environmentFiles: [],
      unit: undefined,
    },
  ];
}

function variablesOf(
  invocation: Invocation,
  at: Location,
  path: string,
  own: readonly { readonly name: string; readonly value: string; readonly at: Location }[],
  key: string,
): readonly GivenVariable[] {
  const given = [
    ...own.map((item) => ({
      name: item.name,
      value: hasHole(item.value) ? undefined : item.value,
      at: item.at,
      by: `${key} of \`${path}\``,
    })),
    ...invocation.variables.map((item) => ({
      name: item.name,
      value: item.literal ? item.value : undefined,
      at,
      by: `the command of \`${path}\``,
    })),
  ];
  return [...new Map(given.map((item) => [item.name, item])).values()];
}

/** The program behind a command; a script of the repository stands for what it ends in. */
function startedBy(
  project: Project,
  written: Invocation | undefined,
): Pick<Service, 'invocation' | 'server' | 'role' | 'script'> | undefined {
  if (!written) return undefined;
  const script = serverOf(written) || roleOf(written) ? undefined : deployedFile(project, written.word.text);
  const file = script && project.file(script.path);
  const shell =
    file && /^#!.*\b(ba|da|z)?sh\b|\.(sh|bash)$/.test(`${file.text.slice(0, 100).split('\n')[0]} ${file.path}`);
  const inner = shell ? expanded(file.text, invocationsOfLine(file.text)) : [];
  const invocation = inner.findLast((item) => roleOf(item) !== undefined) ?? inner.at(-1) ?? written;
  return { invocation, server: serverOf(invocation), role: roleOf(invocation), script: file?.path };
}

/** The words of a script with what its own lines assign. */
function expanded(text: string, invocations: readonly Invocation[]): readonly Invocation[] {
  const values = new Map<string, string | undefined>();
  const expand = (word: string): string | undefined => expandVariables(word, (name) => values.get(name)).text;
  for (const match of text.matchAll(
    /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'`#;&|]*))[ \t]*(?:#.*)?$/gm,
  )) {
    const name = match[1] ?? '';
    const value = match[3] ?? expand(match[2] ?? match[4] ?? '');
    values.set(name, values.has(name) || value?.includes('`') ? undefined : value);
  }
  return invocations.map((item) => {
    const replaced = <W extends Invocation['word']>(word: W): W => {
      const known = word.literal ? undefined : expand(word.text);
      return known === undefined ? word : { ...word, text: known, literal: true };
    };
    const word = replaced(item.word);
    const directory = item.directory === undefined ? undefined : (expand(item.directory) ?? item.directory);
    return {
      ...item,
      word,
      program: word === item.word ? item.program : word.text.slice(word.text.lastIndexOf('/') + 1),
      args: item.args.map(replaced),
      ...(directory === undefined ? {} : { directory }),
    };
  });
}
