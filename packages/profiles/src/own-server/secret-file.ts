/** A file of secrets on a server of one's own, that the person at the shell and the one who runs Django can read. */
import { shellWord } from '../shell-word.js';

/** The commands that write it; `made` is the one that makes it. */
export function secretFile(path: string, user: string, made: string): readonly string[] {
  const file = shellWord(path);
  return [
    `${made} ${file}`,
    ...(user === 'root' ? [] : [`sudo chgrp ${shellWord(user)} ${file}`]),
    `chmod 640 ${file}`,
    `"\${EDITOR:-nano}" ${file}`,
  ];
}
