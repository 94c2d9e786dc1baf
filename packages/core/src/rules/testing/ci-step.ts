/** A further command in CI, started as the tests are: with the tool, in the directory and with the variables of their step. */
import type { Remedy } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { runsTests } from './ci-files.js';
import { stepAround, type WorkflowStep } from './ci-workflow.js';
import type { Variables } from './test-environment.js';

/** A step of its own behind the one of the tests; else a further line of theirs, or the line of a shell where none is seen. */
export function stepFor(
  project: Project,
  path: string,
  /** The program of Django's commands, from the root of the repository, and the command with its options. */
  { manage, command }: { readonly manage: string; readonly command: string },
  variables: Variables,
): Omit<Remedy, 'summary'> {
  const file = project.file(path);
  const lines = file?.text.split('\n') ?? [];
  const isWorkflow = /^\.(github|gitea|forgejo)\//.test(path);
  const steps = isWorkflow ? lines.flatMap((line, at) => (isOneLine(line) ? [at] : [])) : [];
  const index = steps.find((at) => inContainer(commandOf(lines[at] ?? ''), []) === undefined) ?? steps[0] ?? -1;
  const step = index < 0 ? undefined : stepAround(lines, index);
  if (file && step) {
    const started = startOf(commandOf(lines[index] ?? ''), manage, variables, step.directory ?? defaultsOf(file.text));
    return {
      code: stepOf(step, `${started}${command}`, variables),
      language: 'yaml',
      path,
      place: 'after',
      at: file.at(lineSpan(file.text, step.last + 1)),
    };
  }
  const inBlock = lines.findIndex((_line, at) => isLineOfTests(lines, at, isWorkflow));
  const line = lines[inBlock] ?? '';
  const assigned = variables.map(([name, value]) => `${name}=${value} \\\n  `).join('');
  if (!file || inBlock < 0) {
    const used = lines.find((one) => runner.test(one)) ?? '';
    const tool = runner.exec(used)?.[0] ?? '';
    return { code: `${assigned}${tool}${manage} ${command}`, language: 'bash', path, place: 'part' };
  }
  const [, indent = '', dash = '', text = ''] = /^( *)(- )?(.*)$/.exec(line) ?? [];
  const within = isWorkflow ? stepAround(lines, inBlock)?.directory : undefined;
  const started = startOf(text, manage, variables, within ?? defaultsOf(file.text));
  // YAML makes one line of an entry of a list, and a backslash in it would not end one.
  const given = dash === '' ? assigned : assigned.replace(/ \\\n\s*/g, ' ');
  return {
    code: `${dash}${given}${started}${command}`.replace(/^(?=.)/gm, indent),
    language: 'yaml',
    path,
    place: 'after',
    at: file.at(lineSpan(file.text, inBlock + 1)),
  };
}

const runner = /\b(uv|poetry|pipenv|pdm|hatch|rye) run (?=(?:-\S+ )*(?:python|pytest|coverage|\S*manage\.py))/;

/** What stands in front of the command: all that the line of the tests begins with, and the program of Django's commands. */
function startOf(line: string, manage: string, variables: Variables, directory: string | undefined): string {
  const container = inContainer(
    line,
    variables.map(([name]) => name),
  );
  const [, moved = ''] = /^(cd [\w./-]+ && )/.exec(line) ?? [];
  const [, python, own] = /\b(python[\d.]* )?([\w./-]*manage\.py) test\b/.exec(line) ?? [];
  const [program = 'python', path = 'manage.py'] = manage.split(' ');
  const [, here] = moved === '' ? [] : (/^cd (\S+)/.exec(moved) ?? []);
  const from = `${(here ?? directory ?? '').replace(/^\.\/|\/$/g, '')}/`;
  const near = path.startsWith(from) ? path.slice(from.length) : path;
  return `${container ?? `${moved}${runner.exec(line)?.[0] ?? ''}`}${python?.trim() ?? program} ${own ?? near} `;
}

/** A step of a workflow with the variables of the one beside it, over which those of the command go. */
function stepOf(step: WorkflowStep, run: string, variables: Variables): string {
  const own = new Set(variables.map(([name]) => name));
  const env = [
    ...step.env.filter(([name]) => !own.has(name)).map(([name, value]) => `    ${name}: ${value}`),
    ...variables.map(([name, value]) => `    ${name}: '${value}'`),
  ];
  const text = [
    `- run: ${run}`,
    ...(step.directory === undefined ? [] : [`  working-directory: ${step.directory}`]),
    ...(env.length > 0 ? ['  env:', ...env] : []),
  ];
  return text.map((one) => ' '.repeat(step.indent) + one).join('\n');
}

/** The directory in which all steps of a workflow begin. */
function defaultsOf(text: string): string | undefined {
  return /^ *defaults:\s*\n +run:\s*\n(?: +shell:.*\n)? +working-directory: *(\S+)/m.exec(text)?.[1];
}

const commandOf = (line: string): string => /run: +(.*)$/.exec(line)?.[1] ?? '';

/** What starts a container for the tests, handing it the variables; `undefined` where the line runs them itself. */
function inContainer(command: string, variables: readonly string[]): string | undefined {
  const start = /^(docker(?:[ -]compose)?\b.*?\b(?:run|exec))( .*)$/.exec(
    command.slice(0, runsTests.exec(command)?.index ?? 0),
  );
  const [, docker, words = ''] = start ?? [];
  // Without what is left of the command that runs the tests: `python manage.py `, `py.`.
  const kept = words.split(' ').slice(0, -1);
  while (/^(?:python[\d.]*|-m|\S*manage\.py)$/.test(kept.at(-1) ?? '')) kept.pop();
  return docker && `${docker}${variables.map((name) => ` -e ${name}`).join('')}${kept.join(' ')} `;
}

/** A step of a workflow whose one line runs the tests. */
function isOneLine(line: string): boolean {
  const [, command = ''] = /^ *(?:- )?run: ([^|>].*)$/.exec(line) ?? [];
  return runsTests.test(command);
}

/** A line among others that runs the tests of Django, and nothing with them. */
function isLineOfTests(lines: readonly string[], at: number, isWorkflow: boolean): boolean {
  const line = lines[at] ?? '';
  const before = lines[at - 1] ?? '';
  if (!/^ *(- )?(?!- )[^#:]*\b(pytest|manage\.py test)\b[^|&>]*$/.test(line) || /\\\s*$/.test(line)) return false;
  if (/\\\s*$/.test(before)) return false;
  const indent = line.search(/\S/);
  if (/^ *- /.test(line)) return !isWorkflow;
  const head = lines.slice(0, at).findLast((one) => one.trim() !== '' && one.search(/\S/) < indent) ?? '';
  return /^ *(?:- )?(run|command|script): *\|[-+]?\s*$/.test(head) && (!isWorkflow || /\brun:/.test(head));
}
