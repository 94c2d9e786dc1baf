/** The command line: one run from arguments to an exit code, the only place that writes or ends anything. */
import { writeFileSync } from 'node:fs';
import { type Arguments, commands, formatNames, readArguments } from './arguments.js';
import { NotADirectoryError } from './disk/load-project.js';
import { exitCodes, type Outcome, type Terminal } from './outcome.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';

/** Run golive. Never throws; every mistake of the person who calls it ends in one line and an exit code. */
export async function run(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  try {
    const given = readArguments(argv);
    const outcome = await perform(given, terminal);
    for (const { text, file } of outcome.outputs) {
      if (file === undefined) terminal.out(text.endsWith('\n') ? text : `${text}\n`);
      else write(file, text);
    }
    if (outcome.message !== undefined) terminal.error(`${outcome.message}\n`);
    return outcome.code;
  } catch (error) {
    terminal.error(`golive: ${sentenceOf(error)}\n`);
    return exitCodes.usage;
  }
}

async function perform(given: Arguments, terminal: Terminal): Promise<Outcome> {
  if (given.version) return { code: exitCodes.clean, outputs: [{ text: version, file: undefined }] };
  if (given.help) return { code: exitCodes.clean, outputs: [{ text: help(), file: undefined }] };
  switch (given.command) {
    case 'checklist':
      return (await import('./commands/checklist.js')).checklistCommand(given);
    case 'targets':
      return (await import('./commands/targets.js')).targetsCommand(given, terminal);
    case 'settings':
      return (await import('./commands/settings.js')).showSettings(given);
    case 'explain':
      return (await import('./commands/explain.js')).explain(given);
    case 'rules':
      return (await import('./commands/rules.js')).listRules(given);
    default:
      return (await import('./commands/audit.js')).auditCommand(given, terminal);
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text.endsWith('\n') ? text : `${text}\n`);
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${codeOf(error)}).`);
  }
}

/** A sentence for a person, whatever was thrown; paths and codes, never a stack. */
function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof NotADirectoryError) return `${error.message} is not a directory.`;
  const code = codeOf(error);
  if (code === 'ENOENT') return `${(error as { readonly path?: string }).path ?? 'The path'} does not exist.`;
  if (code === 'EACCES' || code === 'EPERM')
    return `${(error as { readonly path?: string }).path ?? 'The path'} cannot be read.`;
  return `an error of golive itself: ${error instanceof Error ? error.message : String(error)}`;
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

/** Whoever reads only the beginning, such as `head`, closes the pipe: no error of golive. */
export function bearClosedPipe(stream: Pick<NodeJS.EventEmitter, 'on'>): void {
  stream.on('error', (error: unknown) => {
    if (codeOf(error) !== 'EPIPE') throw error;
  });
}

function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) bearClosedPipe(stream);
  return {
    out: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
    columns: stdout.columns ?? 100,
    color: env.NO_COLOR ? false : env.FORCE_COLOR ? true : stdout.isTTY === true,
  };
}

function help(): string {
  const rows = Object.entries(commands).map(([name, what]) => `  ${name.padEnd(11)}${what}`);
  return `golive ${version}: is this Django project ready for production?

Usage: golive [audit] [PATH] [options]
       golive checklist [PATH] [options]
       golive targets [PATH] [options]
       golive settings [PATH] [NAME...] [options]
       golive explain RULE
       golive rules [--json]

${rows.join('\n')}

Options
  -t, --target NAME       pythonanywhere, apache-ubuntu, nginx-gunicorn, docker, fly, heroku, railway,
                          render or none; detected where not given
                          (repeatable: a report or checklist each)
  -s, --settings MODULE   the settings module of production; discovered where not given
  -e, --env NAME=VALUE    a variable of the production environment (repeatable)
      --env-file FILE     such variables, one NAME=VALUE a line (repeatable)
  -f, --format NAME[=FILE]  ${formatNames.join(', ')} (repeatable; without FILE to standard output)
      --fail-on SEVERITY  exit with 1 from this severity on: critical, high (default), medium, low, info, never
      --baseline FILE     a JSON report of an earlier audit: only new findings count for --fail-on
      --advisories FILE   take the advisories from an OSV export (all.zip, a directory, JSON lines) instead of golive's snapshot
      --online URL        ask an OSV server such as https://api.osv.dev; it is sent the names and versions of the packages
      --django VERSION    the Django version, where the dependencies do not say it
      --strict            settings: the environment is exactly what --env gives; nothing is assumed
      --defaults          settings: also show Django's own defaults
      --reveal            settings: show secrets
  -q, --quiet             only the verdict and the findings
      --color, --no-color
  -v, --version
  -h, --help

Exit codes: 0 nothing at or above --fail-on, 1 something, 2 wrong usage, 3 nothing that could be audited.`;
}
