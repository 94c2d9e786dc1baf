/** What a command line really starts, once environment prefixes, launchers and nested shells are taken away. */
import type { Span } from '@django-golive/core';
import { type Assignment, type Branch, type Command, commandOfWords, parseCommandLine } from './command-line.js';
import { assignmentOf, baseName, launched } from './launcher.js';
import type { Word } from './shell-tokens.js';

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
  /** That Python, as written: `python3`, `/venv/bin/python`. */
  readonly interpreter?: string;
  /** Options of that Python, such as `-u`. */
  readonly pythonOptions: readonly string[];
  /** The launchers around it, outermost first: `poetry`, `newrelic-admin`. */
  readonly launchers: readonly string[];
  /** Whether a shell stands between it and its parent, without `exec`. */
  readonly underShell: boolean;
  readonly exec: boolean;
  readonly conditional: boolean;
  /** On what that depends, outermost first. */
  readonly branches: readonly Branch[];
  readonly joiner: Command['joiner'];
  /** Whether it runs on while what follows it starts. */
  readonly background?: true;
  readonly span: Span;
}

interface State {
  readonly variables: readonly Assignment[];
  readonly directory?: string;
  readonly launchers: readonly string[];
  readonly underShell: boolean;
  readonly exec: boolean;
  readonly background?: true;
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
    const sure = (assignment: Assignment): Assignment =>
      command.conditional ? { ...assignment, literal: false } : assignment;
    if (name === undefined) {
      if (exportsAll) variables = [...variables, ...command.assignments.map(sure)];
      else plain = [...plain, ...command.assignments.map(sure)];
      continue;
    }
    if (name === 'set') {
      exportsAll =
        command.words.some((word) => /^-[a-z]*a[a-z]*$/.test(word.text)) ||
        (exportsAll && !command.words.some((word) => /^\+[a-z]*a/.test(word.text)));
      continue;
    }
    if (name === 'export') {
      const named = new Set(command.words.slice(1).map((word) => word.text));
      variables = [
        ...variables,
        ...plain.filter((item) => named.has(item.name)),
        ...command.words.slice(1).flatMap(assignmentOf).map(sure),
      ];
      continue;
    }
    if (name === 'cd' && command.words[1]) {
      directory = join(directory, command.words[1].text);
      continue;
    }
    found.push(
      ...unwrap(
        command,
        {
          ...outer,
          variables: [...variables, ...command.assignments],
          ...(directory === undefined ? {} : { directory }),
        },
        depth,
      ),
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
      const inside = { ...state, ...(command.background ? { background: true as const } : {}) };
      return follow(nested, { ...inside, launchers, underShell: true, exec: false }, depth + 1);
    }
    const directory = inner.directory === undefined ? state.directory : join(state.directory, inner.directory);
    state = {
      variables: [...state.variables, ...(inner.variables ?? [])],
      launchers: program === 'exec' || program === 'env' ? state.launchers : [...state.launchers, program],
      underShell: state.underShell,
      exec: state.exec || program === 'exec',
      ...(state.background ? { background: true } : {}),
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
    branches: command.branches,
    joiner: command.joiner,
    ...(command.background || state.background ? { background: true as const } : {}),
    span: command.span,
    ...(state.directory === undefined ? {} : { directory: state.directory }),
  };
  const program = baseName(head.text);
  if (!isPython(program))
    return [{ ...base, program, word: head, args: words.slice(1), python: false, pythonOptions: [] }];

  const options: string[] = [];
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    if (word.text === '-m') {
      const module = words[index + 1];
      if (!module) break;
      const name = module.text.replace(/\.__main__$/, '');
      return [
        {
          ...base,
          program: name === 'django' ? 'django-admin' : name,
          word: module,
          args: words.slice(index + 2),
          python: true,
          interpreter: head.text,
          pythonOptions: options,
        },
      ];
    }
    if (word.text === '-c') break;
    if (word.text.startsWith('-')) {
      options.push(word.text);
      if (word.text === '-W' || word.text === '-X') index += 1;
      continue;
    }
    return [
      {
        ...base,
        program: baseName(word.text),
        word,
        args: words.slice(index + 1),
        python: true,
        interpreter: head.text,
        pythonOptions: options,
      },
    ];
  }
  return [{ ...base, program, word: head, args: words.slice(1), python: false, pythonOptions: options }];
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
  return base === undefined || path.startsWith('/') || path.startsWith('$')
    ? path
    : `${base.replace(/\/$/, '')}/${path}`;
}
