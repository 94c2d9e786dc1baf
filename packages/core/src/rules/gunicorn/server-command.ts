/** Which application server a command line starts, and with what options: enough of a shell's words for that. */
import type { Process } from '../../facts/deployment.js';

/** A server and its arguments. */
export interface ServerCommand {
  readonly server: 'gunicorn' | 'uvicorn' | 'daphne' | 'hypercorn' | 'granian' | 'uwsgi' | 'waitress';
  readonly args: readonly string[];
}

const programs: Readonly<Record<string, ServerCommand['server']>> = {
  gunicorn: 'gunicorn',
  uvicorn: 'uvicorn',
  daphne: 'daphne',
  hypercorn: 'hypercorn',
  granian: 'granian',
  uwsgi: 'uwsgi',
  'waitress-serve': 'waitress',
};
/** What may stand in front of the program itself. */
const launcher =
  /^(exec|env|nohup|time|sudo|python[\d.]*|-m|-u|poetry|pipenv|uv|run|pdm|hatch|newrelic-admin|run-program|ddtrace-run|opentelemetry-instrument|dotenv|doppler|--|chpst|tini|dumb-init|sh|bash|-c|[A-Za-z_]\w*=.*)$/;

/** The server of a process; `undefined` where its command starts none that is known. */
export function serverOf({ command }: Process): ServerCommand | undefined {
  for (const words of commandsOf(command ?? '')) {
    for (const [index, word] of words.entries()) {
      const name = word.slice(word.lastIndexOf('/') + 1);
      const server = Object.hasOwn(programs, name) ? programs[name] : undefined;
      if (server) return { server, args: words.slice(index + 1) };
      if (!launcher.test(name)) break;
    }
  }
  return undefined;
}

/** The value of an option in any of its spellings, the last one given. */
export function optionOf(args: readonly string[], ...names: readonly string[]): string | undefined {
  let found: string | undefined;
  for (const [index, word] of args.entries()) {
    for (const name of names) {
      if (word === name) found = args[index + 1];
      else if (name.startsWith('--') && word.startsWith(`${name}=`)) found = word.slice(name.length + 1);
      else if (!name.startsWith('--') && word.startsWith(name) && !word.startsWith('--') && word.length > name.length)
        found = word.slice(name.length);
    }
  }
  return found;
}

/** The words of each command of a line. Quotes hold words together; a quoted command of a shell is taken apart as well. */
function commandsOf(line: string): readonly (readonly string[])[] {
  const words =
    line.match(/"(?:\\.|[^"\\])*"|'[^']*'|&&|\|\||[;|&]|[^\s;|&'"]+(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s;|&'"]+)*/g) ?? [];
  const commands: string[][] = [[]];
  for (const word of words) {
    if (/^(&&|\|\||[;|&])$/.test(word)) commands.push([]);
    else commands.at(-1)?.push(word.replace(/^(["'])([\s\S]*)\1$/, '$2'));
  }
  const nested = commands.flatMap((command) => {
    const at = command.findIndex(
      (word, index) => word === '-c' && /(^|\/)(ba|da|z)?sh$/.test(command[index - 1] ?? ''),
    );
    return at < 0 || command[at + 1] === undefined ? [] : commandsOf(command[at + 1] ?? '');
  });
  return [...commands, ...nested];
}
