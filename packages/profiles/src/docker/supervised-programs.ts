/** What supervisord starts in a container: the programs of its configuration, which the image copies from the repository. */
import type { SourceFile } from '@django-golive/core';
import { optionOf } from '../files/application-server.js';
import { type Invocation, invocationsOfLine } from '../files/invocation.js';
import { readSupervisorConfig, type SupervisorProgram } from '../files/supervisor-config.js';
import type { StartedProgram } from './start-programs.js';

/** Where supervisord looks where its command names no file (its manual, "supervisord Command-Line Options"). */
const places = [
  'etc/supervisord.conf',
  'supervisord.conf',
  '/etc/supervisord.conf',
  '/etc/supervisor/supervisord.conf',
];
/** Where Debian's own file includes more from. */
const included = '/etc/supervisor/conf.d';

/** The programs; none where nothing of the kind is started, or its file is not in the repository. */
export function supervisedBy(
  { program, args }: Invocation,
  find: (path: string) => SourceFile | undefined,
): readonly StartedProgram[] {
  if (program !== 'supervisord') return [];
  const named =
    optionOf(args, '-c', '--configuration')?.text ?? args.find(({ text }) => text.startsWith('-c'))?.text.slice(2);
  const file = named ? find(named) : places.map(find).find((found) => found !== undefined);
  const names = ['supervisord.conf', 'supervisor.conf', 'app.conf', 'django.conf'];
  const files = [file, ...names.map((name) => find(`${included}/${name}`))].filter((found) => found !== undefined);
  return [...new Set(files)].flatMap((one) => readSupervisorConfig(one)).flatMap(startedBy);
}

function startedBy(program: SupervisorProgram): readonly StartedProgram[] {
  const command = program.get('command');
  if (!command || /^(false|0|no|off)$/i.test(program.get('autostart')?.value ?? '')) return [];
  // A program that a shell starts is the last of its line.
  const invocation = invocationsOfLine(command.value).at(-1);
  if (!invocation) return [];
  const directory = program.get('directory')?.value;
  const variables = program.variables.map(({ name, value, at }) => ({
    name,
    value,
    span: at.span,
    literal: !/%\(/.test(value),
  }));
  return [
    {
      invocation: {
        ...invocation,
        ...(directory === undefined || invocation.directory !== undefined ? {} : { directory }),
        variables: [...variables, ...invocation.variables],
      },
      at: command.at,
      supervised: program.name,
    },
  ];
}
