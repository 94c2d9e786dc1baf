/** Commands of a start that empty the database whenever the container comes up. */
import { managementCommandOf } from '../files/django-command.js';
import type { Start, StartedProgram } from './start-programs.js';

/** The programs that do so for certain: under no condition, asking nobody, on the default database. */
export function emptyingPrograms({ programs }: Start): readonly StartedProgram[] {
  // What stands behind a program that takes the shell's place never runs.
  const gone = programs.findIndex(({ invocation }) => invocation.exec && !invocation.conditional);
  const running = gone < 0 ? programs : programs.slice(0, gone + 1);
  return running.filter((program, index) => {
    const { invocation } = program;
    if (invocation.conditional || !followsWithoutTest(running, index)) return false;
    const command = managementCommandOf(invocation);
    const has = (option: RegExp): boolean => command?.args.some(({ text }) => option.test(text)) ?? false;
    if (!command || has(/^--database\b(?!=default$)|^-D$|^--help$|^-h$/)) return false;
    if (command.name === 'sqlflush')
      return /^(manage\.py|django-admin|psql|mysql|mariadb|sqlite3)$/.test(pipedInto(running, index));
    return /^(flush|reset_db)$/.test(command.name) && (has(/^--no-?input$/) || invocation.joiner === 'pipe');
  });
}

/** `a && b`: whether all that must succeed before is work, and no question. */
function followsWithoutTest(programs: readonly StartedProgram[], index: number): boolean {
  const before = programs[index - 1]?.invocation;
  if (programs[index]?.invocation.joiner !== 'and' || !before) return true;
  const works = managementCommandOf(before) !== undefined || /^(echo|sleep|pip3?)$/.test(before.program);
  return works && !before.conditional && followsWithoutTest(programs, index - 1);
}

function pipedInto(programs: readonly StartedProgram[], index: number): string {
  const next = programs[index + 1]?.invocation;
  return next?.joiner === 'pipe' ? next.program : '';
}
