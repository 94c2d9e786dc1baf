/** Commands that write a file of the server. */
import { shellWord } from '../shell-word.js';

/** `sudo tee` with the lines; with `domain` the shell's `$domain` stands for the site's name. */
export function written(path: string, lines: readonly string[], domain?: 'domain'): string {
  const text = lines.join('\n');
  return domain === undefined
    ? `sudo tee ${shellWord(path)} <<'EOF'\n${text}\nEOF`
    : `sudo tee ${shellWord(path)} <<EOF\n${text.replace(/\$(?!domain\b)/g, '\\$')}\nEOF`;
}

/** Asks for the name that no file of the project has. */
export const askDomain = "read -rp 'Domain: ' domain";

/** Writes a file of secrets, which the person at the shell and the one who runs Django can read; `made` is the command that makes it. */
export function secretFile(path: string, user: string, made: string): readonly string[] {
  const file = shellWord(path);
  return [
    `${made} ${file}`,
    ...(user === 'root' ? [] : [`sudo chgrp ${shellWord(user)} ${file}`]),
    `chmod 640 ${file}`,
    `"\${EDITOR:-nano}" ${file}`,
  ];
}

/** The same outside of the checkout, where only root may write. */
export function ownedFile(path: string, user: string): readonly string[] {
  const file = shellWord(path);
  const directory = path.slice(0, path.lastIndexOf('/'));
  return [
    ...(directory === '' || directory === '/etc' ? [] : [`sudo install -d ${shellWord(directory)}`]),
    `sudo touch ${file}`,
    ...(user === 'root' ? [] : [`sudo chgrp ${shellWord(user)} ${file}`]),
    `sudo chmod 640 ${file}`,
    `sudoedit ${file}`,
  ];
}
