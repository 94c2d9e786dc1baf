/** What a command line really starts, once environment prefixes, launchers and nested shells are taken away. */
import type { Span } from '@django-golive/core';
import { commandOfWords, parseCommandLine, type Assignment, type Command, type Word } from './command-line.js';

/** One program with its arguments. */
export interface Invocation {
  /** The program's name without a directory: `gunicorn`, `manage.py`, `celery`. A module run by `python -m` counts as its name. */
  readonly program: string;
  /** The word that names it, as written: `/venv/bin/gunicorn`, `src/manage.py`. */
  readonly word: Word;
  readonly args: readonly Word[];
  /** Variables set on the line itself, and exported before it in the same line. */
  readonly variables: readonly Assignment[];
  /** The directory that `cd` or `--directory` went to before it, as written. */
  readonly directory?: string;
  /** Whether a Python ran it: `python -m gunicorn`, `python manage.py`. */
  readonly python: boolean;
  /** Options of that Python, such as `-u`. */
  readonly pythonOptions: readonly string[];
  /** The launchers around it, outermost first: `poetry`, `newrelic-admin`. */
  readonly launchers: readonly string[];
  /** Whether a shell stands between it and its parent, without `exec`. */
  readonly underShell: boolean;
  readonly exec: boolean;
  readonly conditional: boolean;
  readonly joiner: Command['joiner'];
  readonly span: Span;
}

interface State {
  readonly variables: readonly Assignment[];
  readonly directory?: string;
  readonly launchers: readonly string[];
  readonly underShell: boolean;
  readonly exec: boolean;
}

const maximumNesting = 6;

/** The programs that a shell line starts. */
export function invocationsOfLine(text: string, offset = 0): readonly Invocation[] {
  return follow(parseCommandLine(text, offset), { variables: [], launchers: [], underShell: true, exec: false }, 0);
}

/** The program that words given one by one start: an exec form. */
export function invocationsOfWords(words: readonly Word[]): readonly Invocation[] {
  const command = commandOfWords(words);
  return command ? follow([command], { variables: [], launchers: [], underShell: false, exec: true }, 0) : [];
}

function follow(commands: readonly Command[], outer: State, depth: number): readonly Invocation[] {
  const found: Invocation[] = [];
  let { variables, directory } = outer;
  // A shell variable reaches a program only once it is exported.
  let plain: readonly Assignment[] = [];
  let exportsAll = false;
  for (const command of commands) {
    const name = command.words[0]?.text;
    const sure = (assignment: Assignment): Assignment => (command.conditional ? { ...assignment, literal: false } : assignment);
    if (name === undefined) {
      if (exportsAll) variables = [...variables, ...command.assignments.map(sure)];
      else plain = [...plain, ...command.assignments.map(sure)];
      continue;
    }
    if (name === 'set') {
      exportsAll = command.words.some((word) => /^-[a-z]*a[a-z]*$/.test(word.text)) || (exportsAll && !command.words.some((word) => /^\+[a-z]*a/.test(word.text)));
      continue;
    }
    if (name === 'export') {
      const named = new Set(command.words.slice(1).map((word) => word.text));
      variables = [...variables, ...plain.filter((item) => named.has(item.name)), ...command.words.slice(1).flatMap(assignmentOf).map(sure)];
      continue;
    }
    if (name === 'cd' && command.words[1]) {
      directory = join(directory, command.words[1].text);
      continue;
    }
    found.push(
      ...unwrap(command, { ...outer, variables: [...variables, ...command.assignments], ...(directory === undefined ? {} : { directory }) }, depth),
    );
  }
  return found;
}

function unwrap(command: Command, outer: State, depth: number): readonly Invocation[] {
  let words = command.words;
  let state = outer;
  for (let step = 0; step < 12; step += 1) {
    const head = words[0];
    if (!head) return [];
    const program = baseName(head.text);
    const inner = launched(program, words);
    if (inner === undefined) break;
    if (inner.kind === 'shell') {
      const launchers = [...state.launchers, program];
      if (depth >= maximumNesting) return [];
      // The words of a nested line have lost their places in the file; they stand for the outer word.
      const nested = parseCommandLine(inner.line.text).map((item) => placeAt(item, inner.line.span));
      return follow(nested, { ...state, launchers, underShell: true, exec: false }, depth + 1);
    }
    const directory = inner.directory === undefined ? state.directory : join(state.directory, inner.directory);
    state = {
      variables: [...state.variables, ...(inner.variables ?? [])],
      launchers: program === 'exec' || program === 'env' ? state.launchers : [...state.launchers, program],
      underShell: state.underShell,
      exec: state.exec || program === 'exec',
      ...(directory === undefined ? {} : { directory }),
    };
    words = inner.words;
  }
  const head = words[0];
  if (!head) return [];
  const base = {
    variables: state.variables,
    launchers: state.launchers,
    exec: state.exec,
    underShell: state.underShell && !state.exec,
    conditional: command.conditional,
    joiner: command.joiner,
    span: command.span,
    ...(state.directory === undefined ? {} : { directory: state.directory }),
  };
  const program = baseName(head.text);
  if (!isPython(program)) return [{ ...base, program, word: head, args: words.slice(1), python: false, pythonOptions: [] }];

  const options: string[] = [];
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    if (word.text === '-m') {
      const module = words[index + 1];
      if (!module) break;
      const name = module.text.replace(/\.__main__$/, '');
      return [{ ...base, program: name === 'django' ? 'django-admin' : name, word: module, args: words.slice(index + 2), python: true, pythonOptions: options }];
    }
    if (word.text === '-c') break;
    if (word.text.startsWith('-')) {
      options.push(word.text);
      if (word.text === '-W' || word.text === '-X') index += 1;
      continue;
    }
    return [{ ...base, program: baseName(word.text), word, args: words.slice(index + 1), python: true, pythonOptions: options }];
  }
  return [{ ...base, program, word: head, args: words.slice(1), python: false, pythonOptions: options }];
}

type Launched =
  | { readonly kind: 'program'; readonly words: readonly Word[]; readonly variables?: readonly Assignment[]; readonly directory?: string }
  | { readonly kind: 'shell'; readonly line: Word };

/** The command inside a launcher's, or `undefined` where the program is no launcher. */
function launched(program: string, words: readonly Word[]): Launched | undefined {
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
      return { kind: 'program', words: program === 'setpriv' ? afterOptions(rest, new Set()) : afterOptions(rest, new Set(['-u'])).slice(program === 'runuser' ? 0 : 1) };
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
      return undefined;
    }
    default:
      return undefined;
  }
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
  const valued = new Set(['--group', '--extra', '--with', '--env-file', '--python', '-p', '--directory', '--project', '-C', '--package', '--config', '--env', '--path', '--index', '--no-group', '--only-group', '-P']);
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

function assignmentOf(word: Word): readonly Assignment[] {
  const match = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word.text);
  return match ? [{ name: match[1] ?? '', value: match[2] ?? '', span: word.span, literal: word.literal }] : [];
}

function isPython(program: string): boolean {
  return /^(python|pypy)(\d+(\.\d+)?)?(\.exe)?$/.test(program);
}

function placeAt(command: Command, span: Span): Command {
  return {
    ...command,
    span,
    words: command.words.map((word) => ({ ...word, span })),
    assignments: command.assignments.map((assignment) => ({ ...assignment, span })),
  };
}

function join(base: string | undefined, path: string): string {
  return base === undefined || path.startsWith('/') || path.startsWith('$') ? path : `${base.replace(/\/$/, '')}/${path}`;
}
