/** A copy of the WSGI file that PythonAnywhere keeps under /var/www: the one place that names the settings and the variables of the web app. */
import {
  defineFact,
  type GivenVariable,
  type Location,
  type Project,
  project,
  type SourceFile,
} from '@django-golive/core';
import { isPlaceholderPath } from '../files/placeholder.js';
import { codeOf } from '../files/python-code.js';

/** Such a file, kept in the repository. */
export interface WsgiFile {
  readonly path: string;
  readonly at: Location;
  /** The account, where a name or a path shows it. */
  readonly user: string | undefined;
  readonly settings: { readonly module: string; readonly at: Location } | undefined;
  /** Absolute directories it adds to `sys.path`, in order. */
  readonly importDirectories: readonly { readonly path: string; readonly at: Location }[];
  readonly variables: readonly GivenVariable[];
  /** Whether it loads an environment file. */
  readonly loadsDotenv: boolean;
  /** The dotted modules it imports `application` from. */
  readonly applicationFrom: readonly string[];
}

/** The WSGI file; `undefined` where the repository holds no copy, which is the usual case. */
export const wsgiFile = defineFact({
  id: 'pythonanywhere-wsgi-file',
  needs: { project },
  derive({ project }): WsgiFile | undefined {
    const named = project.paths.filter(
      (path) =>
        /_wsgi\.py$/.test(path) &&
        // Phusion Passenger, which other hosts run, starts the file of that name alone.
        !/(^|\/)passenger_wsgi\.py$/.test(path) &&
        (/_(eu_)?pythonanywhere_com_wsgi\.py$/.test(path) || addsHome(project, path)),
    );
    const [path] = named.sort((left, right) => left.split('/').length - right.split('/').length);
    const file = path === undefined ? undefined : project.file(path);
    return file && readWsgiFile(file);
  },
});

function addsHome(project: Project, path: string): boolean {
  const text = project.file(path)?.text ?? '';
  return /['"]\/home\/\w+/.test(text) && /DJANGO_SETTINGS_MODULE/.test(text) && /sys\.path/.test(text);
}

function readWsgiFile(file: SourceFile): WsgiFile {
  const code = codeOf(file.text);
  const assigned = new Map<string, { readonly value: string | undefined; readonly at: Location }>();
  for (const match of code.matchAll(
    /^[ \t]*os\.environ(?:\[['"](\w+)['"]\][ \t]*=[ \t]*|\.setdefault\([ \t]*['"](\w+)['"][ \t]*,[ \t]*)([^\r\n]*)/gm,
  )) {
    const name = match[1] ?? match[2] ?? '';
    const value = /^(?:'([^'\\]*)'|"([^"\\]*)")[ \t]*\)?[ \t]*(?:#.*)?$/.exec(match[3] ?? '');
    const start = match.index + match[0].length - match[0].trimStart().length;
    if (match[2] !== undefined && assigned.has(name)) continue;
    assigned.set(name, {
      value: value ? (value[1] ?? value[2] ?? '') : undefined,
      at: file.at({ start, end: match.index + match[0].trimEnd().length }),
    });
  }
  const module = assigned.get('DJANGO_SETTINGS_MODULE');
  const importDirectories = [...code.matchAll(/['"](\/home\/[\w.-]+(?:\/[^'"\r\n]*)?)['"]/g)]
    // The path of a template is nobody's.
    .filter((match) => !/\.env|venv/i.test(match[1] ?? '') && !isPlaceholderPath(match[1] ?? ''))
    .map((match) => ({
      path: (match[1] ?? '').replace(/\/+$/, ''),
      at: file.at({ start: match.index, end: match.index + match[0].length }),
    }));
  const named = /([A-Za-z0-9]+)_(?:eu_)?pythonanywhere_com_wsgi\.py$/.exec(file.path)?.[1];
  const account = named === undefined || isPlaceholderPath(`/${named}`) ? undefined : named;
  return {
    path: file.path,
    at: module?.at ?? file.at({ start: 0, end: Math.max(0, file.text.search(/\r|\n|$/)) }),
    user: account ?? importDirectories[0]?.path.split('/')[2],
    settings: module?.value ? { module: module.value, at: module.at } : undefined,
    importDirectories,
    variables: [...assigned]
      .filter(([name]) => name !== 'DJANGO_SETTINGS_MODULE')
      .map(([name, { value, at }]) => ({ name, value, at, by: `\`${file.path}\`` })),
    loadsDotenv: /\b(load_dotenv|read_env|read_dotenv|dotenv_values)\s*\(/.test(code),
    applicationFrom: [...code.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+application\b/gm)].map(
      (match) => match[1] ?? '',
    ),
  };
}
