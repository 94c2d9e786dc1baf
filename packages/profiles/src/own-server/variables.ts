/** The step that gives the settings their variables on a server of one's own. */
import type { ChecklistItem, Project, Settings } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { inCode, otherVariables, type VariablesToGive, variablesToGive } from '../checklist-variables.js';
import { loadsEnvFile } from '../files/env-loading.js';
import { directoryOf, liesIn } from '../files/paths.js';
import { keptOutOfGit } from '../kept-out-of-git.js';
import { printedKey } from '../new-key.js';
import { shellWord } from '../shell-word.js';
import { secretFile } from './written.js';

/** What is known of the process that reads them. */
export interface ReadingProcess {
  readonly user: string;
  /** Where the repository lies, and in it `manage.py`. */
  readonly root: string;
  readonly home: string;
  /** What `EnvironmentFile=` names. */
  readonly environmentFile?: string | undefined;
  /** What to do where neither a unit nor the settings read a file, before and after the names. */
  readonly unread: (names: string, several: boolean) => string;
  /** What installs that which reads the file, where the text tells of one beside `manage.py`. */
  readonly install?: string;
  /** Scripts that may load a file before the settings do. */
  readonly scripts?: readonly string[];
  readonly refutedBy: string;
  /** A variable that has to name another account than the one that the settings fall back on. */
  readonly account?: { readonly variable: string; readonly account: string } | undefined;
}

// They look in the directory of the settings and in each one above it, and so beside manage.py.
const searchesUpwards = /\bfrom[ \t]+decouple[ \t]+import\b|\bimport[ \t]+decouple\b|\bload_dotenv\([ \t]*\)/;

/** Whether the settings load a file of variables by themselves, or the scripts do. */
export function settingsLoadFile(project: Project, settings: Settings, scripts: readonly string[] = []): boolean {
  return [...settings.files, ...scripts].some((path) => loadsEnvFile.test(project.file(path)?.text ?? ''));
}

/** The step; none where there is nothing to give. */
export function serverVariables(
  project: Project,
  settings: Settings,
  { user, root, home, environmentFile, unread, install, scripts, refutedBy, account }: ReadingProcess,
): ChecklistItem | undefined {
  const wanted = withAccount(variablesToGive(settings), account);
  const names = inCode(wanted.needed);
  const key = printedKey(settings, wanted.needed);
  const others = `${otherVariables(wanted)}${key.sentence}`;
  const group = shellWord(user);
  if (environmentFile !== undefined) {
    const file = shellWord(environmentFile);
    const directory = `/${directoryOf(environmentFile.slice(1))}`;
    const isInside = liesIn(directory, root);
    const isThere = /^\/(etc(\/default)?)?$/.test(directory);
    const gone = environmentFile.startsWith('/run/')
      ? ' What lies below `/run` is gone after a restart of the server: something has to write it anew.'
      : '';
    return item(
      'variables',
      'during',
      `The service ${names === '' ? 'reads' : `gets ${names} from`} \`${environmentFile}\`, a line \`NAME=value\` each, which only ${isInside ? 'you' : 'root'} and \`${user}\` can read.${gone}${others}`,
      // The checkout is the account's own, and sudoedit edits nothing in a directory that whoever asks may write to.
      isInside
        ? [
            ...key.commands,
            ...keptOutOfGit(project, shellWord(root), file),
            ...secretFile(environmentFile, user, 'touch'),
          ]
        : [
            ...key.commands,
            ...(isThere ? [] : [`sudo install -d -m 755 ${shellWord(directory)}`]),
            `sudo touch ${file}`,
            ...(user === 'root' ? [] : [`sudo chgrp ${group} ${file}`]),
            `sudo chmod 640 ${file}`,
            `sudoedit ${file}`,
          ],
      [],
      [refutedBy],
    );
  }
  const writes = [
    ...keptOutOfGit(project, shellWord(root), shellWord(`${home}/.env`)),
    ...secretFile(`${home}/.env`, user, 'touch'),
  ];
  if (!settingsLoadFile(project, settings, scripts))
    return names === ''
      ? undefined
      : item(
          'variables',
          'during',
          `${unread(names, wanted.needed.length > 1)}${others}`,
          install === undefined ? key.commands : [...key.commands, install, ...writes],
          [],
          [refutedBy],
        );
  if (names === '' && others === '') return undefined;
  const searched = [...settings.files, ...(scripts ?? [])].some((path) =>
    searchesUpwards.test(project.file(path)?.text ?? ''),
  );
  return item(
    'variables',
    'during',
    names === ''
      ? `Only you and \`${user}\` can read the environment file that the settings load.${others}`
      : `The environment file that the settings load holds ${names}, and only you and \`${user}\` can read it.${others}`,
    searched ? [...key.commands, ...writes] : key.commands,
    [],
    [refutedBy],
  );
}

/** With the account that a later step makes, which has to be named from the first command on. */
function withAccount(wanted: VariablesToGive, account: ReadingProcess['account']): VariablesToGive {
  if (account === undefined) return wanted;
  const { variable } = account;
  const value = `${variable}=${account.account}`;
  const named = (name: string): string => (name === variable ? value : name);
  if (!wanted.others.includes(variable)) return { ...wanted, needed: wanted.needed.map(named) };
  return {
    ...wanted,
    needed: [...wanted.needed, value],
    others: wanted.others.filter((name) => name !== variable),
  };
}
