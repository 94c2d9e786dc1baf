/** Directories that have to be there before the settings load or a service starts: those of log files. */
import { type ChecklistItem, entriesOf, lookup, type Project, type Settings, stringOf } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { directoryOf } from '../files/paths.js';
import { shellWord } from '../shell-word.js';

/** The files that handlers of `LOGGING` open as soon as Django is set up; `place` says where a setting's path lies on the server. */
export function logFiles(settings: Settings, place: (text: string) => string | undefined): readonly string[] {
  const handlers = entriesOf(lookup(settings.get('LOGGING').value, 'handlers'));
  const files = handlers.flatMap(([, handler]) => {
    const name = stringOf(lookup(handler, 'filename'));
    return name === undefined ? [] : (place(name) ?? []);
  });
  return [...new Set(files)];
}

// Made by the packages of the distribution.
const present = /^\/var\/log\/(nginx|apache2|supervisor|postgresql|mysql|redis)$/;

/** The directories below `/var/log` that the files of services name; systemd makes those of `LogsDirectory=` itself. */
export function serviceLogDirectories(project: Project, paths: readonly string[]): readonly string[] {
  const found = paths.flatMap((path) => {
    const text = (project.file(path)?.text ?? '').replace(/^[ \t]*[#;].*$/gm, '');
    return /^LogsDirectory=/m.test(text)
      ? []
      : [...text.matchAll(/(\/var\/log(?:\/[\w.-]+)+)\/[\w.%-]+/g)].map(([, directory = '']) => directory);
  });
  return [...new Set(found)].filter((directory) => !present.test(directory));
}

/** The step that makes them, for the one who runs Django; `root` is there, and so is `/var/log`. */
export function logDirectories(
  files: readonly string[],
  directories: readonly string[],
  { user, root }: { readonly user: string; readonly root: string },
): ChecklistItem | undefined {
  const own = user === 'root' ? '' : ` -o ${shellWord(user)}`;
  const parent = (file: string): string => `/${directoryOf(file.slice(1))}`;
  const shared = (directory: string): boolean => directory === root || directory === '/var/log' || directory === '/';
  const made = [...new Set([...files.map(parent).filter((directory) => !shared(directory)), ...directories])];
  const single = files.filter((file) => shared(parent(file)));
  if (made.length === 0 && single.length === 0) return undefined;
  return item(
    'directories',
    'during',
    `\`${user}\` may write the logs: ${files.length > 0 ? 'every command of Django opens them' : 'the services do not start without their directories'}.`,
    [
      ...made.map((directory) => `sudo install -d${own} -m 755 ${shellWord(directory)}`),
      ...single.flatMap((file) => [
        `sudo touch ${shellWord(file)}`,
        ...(user === 'root' ? [] : [`sudo chown ${shellWord(user)} ${shellWord(file)}`]),
      ]),
    ],
  );
}
