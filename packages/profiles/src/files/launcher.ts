/** Programs that only start another one: environments, privilege changers, wrappers, shells. */
import type { Assignment } from './command-line.js';
import type { Word } from './shell-tokens.js';

/** The command inside a launcher's: words of a program, or a line that a shell reads. */
export type Launched =
  | {
      readonly kind: 'program';
      readonly words: readonly Word[];
      readonly variables?: readonly Assignment[];
      readonly directory?: string;
    }
  | { readonly kind: 'shell'; readonly line: Word };

/** The command inside a launcher's, or `undefined` where the program is no launcher. */
export function launched(program: string, words: readonly Word[]): Launched | undefined {
  const rest = words.slice(1);
  switch (program) {
    case 'exec':
    case 'nohup':
    case 'command':
    case 'setsid':
    case 'ddtrace-run':
    case 'opentelemetry-instrument':
    case 'dumb-init':
    case 'tini':
    case 'catatonit':
    case 'docker-init':
    case 'nice':
    case 'ionice':
    case 'stdbuf':
    case 'chpst':
      return { kind: 'program', words: afterOptions(rest, new Set(['-n', '-c', '-a', '-p', '-u'])) };
    case 'gosu':
    case 'su-exec':
    case 'setpriv':
    case 'runuser':
      return {
        kind: 'program',
        words:
          program === 'setpriv'
            ? afterOptions(rest, new Set())
            : afterOptions(rest, new Set(['-u'])).slice(program === 'runuser' ? 0 : 1),
      };
    case 'sudo':
      return envOf(afterOptions(rest, new Set(['-u', '-g', '-h', '-p', '-C', '-D', '-T', '-U', '--user', '--group'])));
    case 'env':
      return envOf(afterOptions(rest, new Set(['-u', '-C', '--unset', '--chdir'])));
    case 'timeout':
      return { kind: 'program', words: afterOptions(rest, new Set(['-s', '-k'])).slice(1) };
    case 'newrelic-admin':
      return rest[0]?.text === 'run-program' ? { kind: 'program', words: rest.slice(1) } : undefined;
    case 'poetry':
    case 'pipenv':
    case 'pdm':
    case 'hatch':
    case 'rye':
    case 'uv':
    case 'infisical':
    case 'doppler':
    case 'chamber':
      return afterRun(rest);
    case 'aws-vault':
    case 'bin/start-nginx':
    case 'start-nginx':
    case 'start-nginx-solo':
    case 'start-pgbouncer':
    case 'start-pgbouncer-stunnel':
    case 'start-stunnel':
      return { kind: 'program', words: rest };
    case 'sh':
    case 'bash':
    case 'ash':
    case 'dash':
    case 'zsh':
      return shellLine(rest);
    case 'wait-for-it':
    case 'wait-for-it.sh':
    case 'wait-for':
    case 'wait-for.sh':
    case 'wait_for_it.sh':
    case 'dockerize':
    case 'wait4ports': {
      const dashes = rest.findIndex((word) => word.text === '--');
      if (dashes >= 0) return { kind: 'program', words: rest.slice(dashes + 1) };
      return program === 'dockerize' ? afterDockerize(rest) : undefined;
    }
    default:
      return undefined;
  }
}

/** Options of Go, `-wait tcp://db:5432` or `-wait=…`, and then the program. */
function afterDockerize(rest: readonly Word[]): Launched | undefined {
  let index = 0;
  while (rest[index]?.text.startsWith('-')) {
    const option = rest[index]?.text ?? '';
    index += option.includes('=') || /^--?(no-overwrite|poll|skip-tls-verify|validate-cert)$/.test(option) ? 1 : 2;
  }
  return index < rest.length ? { kind: 'program', words: rest.slice(index) } : undefined;
}

function shellLine(rest: readonly Word[]): Launched | undefined {
  for (let index = 0; index < rest.length; index += 1) {
    const option = rest[index]?.text ?? '';
    if (!option.startsWith('-') && !option.startsWith('+')) {
      // `bash start.sh`: the script is the program.
      return { kind: 'program', words: rest.slice(index) };
    }
    if (/^-[a-z]*c$/.test(option)) {
      const line = rest[index + 1];
      return line ? { kind: 'shell', line } : undefined;
    }
    if (option === '-o' || option === '+o') index += 1;
  }
  return undefined;
}

function afterRun(rest: readonly Word[]): Launched | undefined {
  let directory: string | undefined;
  const run = rest.findIndex((word) => word.text === 'run' || word.text === 'exec');
  if (run < 0) return undefined;
  const valued = new Set([
    '--group',
    '--extra',
    '--with',
    '--env-file',
    '--python',
    '-p',
    '--directory',
    '--project',
    '-C',
    '--package',
    '--config',
    '--env',
    '--path',
    '--index',
    '--no-group',
    '--only-group',
    '-P',
  ]);
  const before = rest.slice(0, run);
  const after = rest.slice(run + 1);
  for (const words of [before, after]) {
    for (let index = 0; index < words.length && words[index]?.text.startsWith('-'); index += 1) {
      const option = words[index]?.text ?? '';
      const [name, inline] = splitOption(option);
      if (name === '--directory' || name === '-C') directory = inline ?? words[index + 1]?.text;
      if (valued.has(option)) index += 1;
    }
  }
  return { kind: 'program', words: afterOptions(after, valued), ...(directory === undefined ? {} : { directory }) };
}

function envOf(words: readonly Word[]): Launched {
  const variables: Assignment[] = [];
  let index = 0;
  for (; index < words.length; index += 1) {
    const word = words[index];
    const assignment = word && assignmentOf(word);
    if (!assignment || assignment.length === 0) break;
    variables.push(...assignment);
  }
  return { kind: 'program', words: words.slice(index), variables };
}

function afterOptions(words: readonly Word[], valued: ReadonlySet<string>): readonly Word[] {
  let index = 0;
  for (; index < words.length; index += 1) {
    const text = words[index]?.text ?? '';
    if (text === '--') return words.slice(index + 1);
    if (!text.startsWith('-') || text === '-') break;
    if (valued.has(text)) index += 1;
  }
  return words.slice(index);
}

/** `--bind=x` as its two halves. */
export function splitOption(text: string): readonly [name: string, inline: string | undefined] {
  const sign = text.startsWith('--') ? text.indexOf('=') : -1;
  return sign < 0 ? [text, undefined] : [text.slice(0, sign), text.slice(sign + 1)];
}

/** A path's last part. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A word as `NAME=value`; empty where it is none. */
export function assignmentOf(word: Word): readonly Assignment[] {
  const match = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word.text);
  return match ? [{ name: match[1] ?? '', value: match[2] ?? '', span: word.span, literal: word.literal }] : [];
}
