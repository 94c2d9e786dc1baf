/** Whether a directory that a setting names exists where Django runs. */
import type { Value } from '@django-golive/core';
import type { Answer } from '../answer.js';
import { type LoadedSettings, pathText } from '../loaded.js';

/** Directories that every POSIX system has. */
const alwaysThere = ['/', '/tmp', '/var', '/var/tmp'];

/** `os.path.isdir(path)`. A directory of the repository exists; one that is not there may be made before the start. */
export function directoryExists(settings: LoadedSettings, value: Value): Answer {
  const path = pathText(value);
  if (path === undefined)
    return ['unknown', 'choice', 'object', 'bytes', 'int', 'bool'].includes(value.kind) ? 'maybe' : 'crash';
  if (path === '') return value.kind === 'str' ? 'no' : 'maybe';
  if (alwaysThere.includes(path.length > 1 ? path.replace(/\/+$/, '') : path)) return 'yes';
  const there = settings.isDirectory(path);
  return there === undefined ? 'maybe' : there ? 'yes' : 'no';
}
