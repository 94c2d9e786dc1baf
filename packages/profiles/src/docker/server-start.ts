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
  /** Where the development server listens: ports and a proxy lead there. */
  readonly port: string;
}

/** What to write in place of a start at `at`. */
export function serverStart(
  project: Project,
  at: Location,
  { application, directory, settings, entrypoint, port }: Wanted,
): Pick<Remedy, 'code' | 'language' | 'path'> {
  const { path } = at;
  const options = `${directory === '' ? '' : `--chdir ${directory} `}${application} --bind 0.0.0.0:${port} --workers 3`;
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
  const from = placeIn(text, at);
  let start = text.lastIndexOf('\n', from - 1) + 1;
  while (start > 0 && text.slice(0, start).trimEnd().endsWith('\\')) start = text.lastIndexOf('\n', start - 2) + 1;
  let end = text.indexOf('\n', from === at.span.start ? at.span.end - 1 : from);
  while (end >= 0 && text.slice(start, end).trimEnd().endsWith('\\')) end = text.indexOf('\n', end + 1);
  const line = text.slice(start, end < 0 ? text.length : end).trim();
  // A secret of the line would stand in the report.
  // The line alone is written anew, where a shell's command goes on from the line before.
  const follows = /(&&|;|\bdo|\bthen)\s*$/.test(text.slice(0, start));
  if ((!follows && !/&&|;|\|\|/.test(line)) || shownLine(line) !== line || !runserver.test(line)) return undefined;
  return line
    .replace(runserver, (found, launcher = '') => `exec ${launcher}${server}${/\s$/.test(found) ? ' ' : ''}`)
    .trimEnd();
}

/** Where the start stands: in the text below `command: >` it has a line of its own. */
function placeIn(text: string, { span }: Location): number {
  const end = text.indexOf('\n', span.end);
  if (end < 0 || !/[>|][-+]?[ \t]*$/.test(text.slice(span.start, end))) return span.start;
  const indent = / */.exec(text.slice(text.lastIndexOf('\n', span.start - 1) + 1))?.[0].length ?? 0;
  const below = text.slice(end + 1);
  const block = below.slice(0, below.search(new RegExp(`^ {0,${indent}}\\S|$(?![\\s\\S])`, 'm')));
  const lines = [...block.matchAll(/^.+$/gm)].filter(([line]) => runserver.test(line));
  const [only] = lines;
  return lines.length === 1 && only ? end + 1 + only.index : span.start;
}
