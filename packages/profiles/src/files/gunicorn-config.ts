/** gunicorn's configuration file, run as Python would: what it says where the command line says nothing. */
import {
  defineFact,
  type GivenVariable,
  type Location,
  type Process,
  projectRoot,
  pythonFiles,
  type SourceFile,
  type Value,
} from '@django-golive/core';
import type { ServerCommand } from './application-server.js';
import type { Word } from './shell-tokens.js';

/** A setting of the file. */
export interface GunicornSetting {
  /** Its values as a command line would write them, several of a list; `undefined` where they are not known. */
  readonly texts: readonly string[] | undefined;
  /** Why they are not known; `''` where they are. */
  readonly why: string;
  readonly at: Location;
}

/** The settings of a file by gunicorn's names. `None` is as good as not set; of a file that was not read, each may be. */
export interface GunicornFile {
  get(name: string): GunicornSetting | undefined;
}

/** Reads a file for a process with some variables. */
export type GunicornReader = (file: SourceFile, variables: readonly GivenVariable[]) => GunicornFile;

/** gunicorn's files, through the evaluator. */
export const gunicornFiles = defineFact({
  id: 'gunicorn-files',
  needs: { pythonFiles },
  derive({ pythonFiles }): GunicornReader {
    return (file, variables) => {
      const { names, open } = pythonFiles(file.path, new Map(variables.map(({ name, value }) => [name, value])));
      const start = file.at({ start: 0, end: 0 });
      return {
        get(name) {
          if (open !== undefined) return { texts: undefined, why: open, at: start };
          const { value, at = start } = names.get(name) ?? {};
          if (!value || value.kind === 'none') return undefined;
          const texts = textsOf(value);
          const why = texts ? '' : value.kind === 'unknown' ? value.why : 'it has several values';
          return { texts, why, at };
        },
      };
    };
  },
});

function textsOf(value: Value): readonly string[] | undefined {
  switch (value.kind) {
    case 'str':
      // Where the repository lies on the server, the file does not know.
      return value.value.includes(projectRoot) ? undefined : [value.value];
    case 'int':
      return [String(value.value)];
    case 'bool':
      return [value.value ? 'True' : 'False'];
    case 'list':
    case 'tuple': {
      const all = value.items.map(textsOf);
      return all.every((texts) => texts !== undefined) ? all.flat() : undefined;
    }
    default:
      return undefined;
  }
}

/** What stands for a value that is not known: no reader takes it for an address, a name or a number. */
const unknownText = '$(gunicorn.conf.py)';

/**
 * The server with what its file adds: its command line says it first, then GUNICORN_CMD_ARGS, then the file
 * (gunicorn's documentation, "Configuration Overview").
 */
export function withGunicornFile(
  server: ServerCommand,
  file: GunicornFile,
  variables: readonly GivenVariable[],
): ServerCommand {
  const open = variables.some(({ name }) => name === 'GUNICORN_CMD_ARGS');
  const words = (name: string): readonly Word[] => {
    const setting = file.get(name);
    if (!setting) return [];
    const texts = open ? undefined : setting.texts;
    return (texts ?? [unknownText]).map((text) => ({
      text,
      span: { start: 0, end: 0 },
      literal: texts !== undefined,
      at: setting.at,
    }));
  };
  const last = <K extends keyof ServerCommand>(key: K, name: string): Partial<ServerCommand> => {
    const word = server[key] === undefined ? words(name).at(-1) : undefined;
    return word ? { [key]: word } : {};
  };
  const module = words('raw_env').findLast(({ text }) => text.startsWith('DJANGO_SETTINGS_MODULE='));
  return {
    ...server,
    file,
    bind: server.bind.length > 0 ? server.bind : words('bind').flatMap(separately),
    ...last('application', 'wsgi_app'),
    ...last('directory', 'chdir'),
    ...last('workers', 'workers'),
    ...last('workerClass', 'worker_class'),
    ...last('timeout', 'timeout'),
    ...last('forwardedAllowIps', 'forwarded_allow_ips'),
    ...(file.get('reload')?.texts?.[0] === 'True' ? last('reload', 'reload') : {}),
    ...(server.settings || !module
      ? {}
      : { settings: { ...module, text: module.text.slice('DJANGO_SETTINGS_MODULE='.length) } }),
  };
}

/** One text may hold several addresses. */
const separately = (word: Word): readonly Word[] =>
  word.text.split(',').map((text) => ({ ...word, text: text.trim() }));

/** The workers that a process has of its server's file, for the deployment fact. */
export function workerClassOf(server: ServerCommand | undefined): Pick<Process, 'workerClass'> {
  const word = server?.workerClass;
  return word?.at ? { workerClass: { name: word.literal ? word.text : undefined, at: word.at } } : {};
}
