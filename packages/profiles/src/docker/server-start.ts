/** The line that starts gunicorn, written where the start is written now: what runs before the server stays. */
import { type Location, type Project, type Remedy, shownLine } from '@django-golive/core';
import { isDockerfilePath } from '../files/dockerfile-path.js';

/** A start of the development server, as a shell has it. */
const runserver =
  /(?:exec\s+)?((?:poetry|pipenv|pdm|uv)\s+run\s+)?(?:[\w./-]*python[\d.]*\s+(?:-\w+\s+)*)?[\w./-]*manage\.py\s+runserver\w*\b[^"'&|;\r\n\\]*/;

/** What the server is to start. */
interface Wanted {
  readonly application: string;
  /** The directory in which imports start, below the one where the container starts; `''` for that one. */
  readonly directory: string;
  /** The settings module, where nothing else would name it. */
  readonly settings: string | undefined;
  /** Whether the command is what an entrypoint is given, which then has to go. */
  readonly entrypoint: boolean;
}

/** What to write in place of a start at `at`. */
export function serverStart(
  project: Project,
  at: Location,
  { application, directory, settings, entrypoint }: Wanted,
): Pick<Remedy, 'code' | 'language' | 'path'> {
  const { path } = at;
  const options = `${directory === '' ? '' : `--chdir ${directory} `}${application} --bind 0.0.0.0:8000 --workers 3`;
  const given = (before: string, between: string): string =>
    settings === undefined ? '' : `${before}DJANGO_SETTINGS_MODULE${between}${settings}\n`;
  const whole = besideOthers(project, at, `gunicorn ${options}`);
  if (/\.ya?ml$/i.test(path))
    return {
      code: `${given('environment:\n  ', ': ')}${entrypoint ? 'entrypoint: []\n' : ''}${whole ?? `command: gunicorn ${options}`}`,
      language: 'yaml',
      path,
    };
  // A start script often has no extension.
  if (!isDockerfilePath(path))
    return { code: `${given('export ', '=')}${whole ?? `exec gunicorn ${options}`}`, language: 'bash', path };
  const words = ['gunicorn', ...options.split(' ')].map((word) => `"${word}"`);
  return {
    code: `${given('ENV ', '=')}${entrypoint ? 'ENTRYPOINT []\n' : ''}${whole ?? `CMD [${words.join(', ')}]`}`,
    language: 'dockerfile',
    path,
  };
}

/** The whole start with another server in it, where a shell runs other commands as well. */
function besideOthers(project: Project, at: Location, server: string): string | undefined {
  const text = project.file(at.path)?.text ?? '';
  let start = text.lastIndexOf('\n', at.span.start - 1) + 1;
  while (start > 0 && text.slice(0, start).trimEnd().endsWith('\\')) start = text.lastIndexOf('\n', start - 2) + 1;
  let end = text.indexOf('\n', at.span.end - 1);
  while (end >= 0 && text.slice(start, end).trimEnd().endsWith('\\')) end = text.indexOf('\n', end + 1);
  const line = text.slice(start, end < 0 ? text.length : end).trim();
  // A secret of the line would stand in the report.
  if (!/&&|;|\|\|/.test(line) || shownLine(line) !== line || !runserver.test(line)) return undefined;
  return line
    .replace(runserver, (found, launcher = '') => `exec ${launcher}${server}${/\s$/.test(found) ? ' ' : ''}`)
    .trimEnd();
}
