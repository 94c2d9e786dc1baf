/** A further command in CI: a step of its own behind the one that runs the tests, where the file has steps. */
import type { Remedy } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { runsTests } from './ci-files.js';
import type { Variables } from './test-environment.js';

/** The step of a workflow, or the line of a shell where another service reads the file. */
export function stepFor(
  project: Project,
  path: string,
  command: string,
  variables: Variables,
): Omit<Remedy, 'summary'> {
  const file = project.file(path);
  const lines = file?.text.split('\n') ?? [];
  const steps = /^\.(github|gitea|forgejo)\//.test(path)
    ? lines.flatMap((line, at) => (isWhole(line, lines[at + 1]) ? [at] : []))
    : [];
  const index = steps.find((at) => inContainer(lines[at] ?? '', []) === undefined) ?? steps[0] ?? -1;
  const line = lines[index] ?? '';
  const names = variables.map(([name]) => name);
  const prefix = inContainer(line, names) ?? /\b(uv|poetry|pipenv) run /.exec(line)?.[0] ?? '';
  const assigned = variables.map(([name, value]) => `${name}=${value} \\\n  `).join('');
  if (!file || index < 0) return { code: `${assigned}${command}`, language: 'bash', path, place: 'part' };
  const indent = line.includes('- run:') ? line.indexOf('-') : line.indexOf('run:') - 2;
  const given = variables.map(([name, value]) => `    ${name}: '${value}'`);
  const step = [`- run: ${prefix}${command}`, ...(given.length > 0 ? ['  env:', ...given] : [])];
  const blanks = ' '.repeat(indent);
  return {
    code: step.map((text) => blanks + text).join('\n'),
    language: 'yaml',
    path,
    place: 'after',
    at: file.at(lineSpan(file.text, index + 1)),
  };
}

/** What starts a container for the tests, handing it the variables; `undefined` where the step runs them itself. */
function inContainer(line: string, variables: readonly string[]): string | undefined {
  const command = /run: (.*)$/.exec(line)?.[1] ?? '';
  const start = /^(docker(?:[ -]compose)?\b.*?\b(?:run|exec))( .*)$/.exec(
    command.slice(0, runsTests.exec(command)?.index ?? 0),
  );
  const [, docker, words = ''] = start ?? [];
  // Without what is left of the command that runs the tests: `python manage.py `, `py.`.
  const kept = words.split(' ').slice(0, -1);
  while (/^(?:python[\d.]*|-m|\S*manage\.py)$/.test(kept.at(-1) ?? '')) kept.pop();
  return docker && `${docker}${variables.map((name) => ` -e ${name}`).join('')}${kept.join(' ')} `;
}

/** A line that runs the tests and ends its step. */
function isWhole(line: string, next: string | undefined): boolean {
  const [, indent, dash, command = ''] = /^( *)(- )?run: ([^|>].*)$/.exec(line) ?? [];
  if (indent === undefined || !runsTests.test(command)) return false;
  const own = indent.length + (dash ? 0 : -2);
  return (next ?? '').trim() === '' || /^ */.exec(next ?? '')?.[0].length === own || (next ?? '').search(/\S/) < own;
}
