/** Static files and uploads: what nginx serves against where Django puts them. */
import {
  changedText,
  defineRule,
  deployment,
  docs,
  hasFinalValues,
  isKnown,
  minutes,
  openVariables,
  type Project,
  project,
  type Setting,
  type Settings,
  settings,
  staticServer,
  stringOf,
  stringsOf,
  web,
} from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { type ServedFiles, servedFiles } from '../served-files.js';
import { webApplications } from '../web-applications.js';

export const staticAliasMismatch = defineRule({
  id: 'nginx-gunicorn/static-alias-mismatch',
  title: 'nginx does not serve the files where Django puts them',
  sound: 'nginx serves static files and uploads where Django puts them',
  category: 'static-media',
  severity: 'high',
  effort: minutes(10),
  risk: 'Pages come without styles and scripts, or uploads are not found.',
  references: [
    docs('howto/static-files/deployment'),
    web('nginx: alias', 'https://nginx.org/en/docs/http/ngx_http_core_module.html#alias'),
  ],
  since: '0.1.0',
  needs: { project, settings, deployment, webApplications },
  problems: {
    directory: '`location {url}` serves `{directory}`; `{setting}` is `{root}`.',
    slash:
      '`location {url}` ends in a slash and `alias {directory}` does not: `{url}site.css` is looked for at `{directory}site.css`.',
    unserved: 'No location covers `STATIC_URL` (`{url}`), and nothing else serves the static files.',
  },
  questions: {
    unknown: '`location {url}` serves `{directory}`. Is that where `{setting}` puts the files in production?',
    unseen: 'No file of the repository shows who serves `STATIC_URL` once `DEBUG` is off. Does nginx do it?',
  },
  when: ({ settings, webApplications }) =>
    hasFinalValues(settings) &&
    (webApplications.all.some(({ servers }) => servers.length > 0) ||
      (webApplications.all.length > 0 && collects(settings))),
  *check({ project, settings, deployment, webApplications }, { problem, question }) {
    const own = ['STATIC_URL', 'MEDIA_URL'].flatMap((name) => pathOf(settings.get(name)) ?? []);
    const seen = new Set<string>();
    for (const { servers, tree, service, addresses } of webApplications.all) {
      const served = servedFiles(servers);
      for (const { location, url, by, written, at } of served) {
        const key = `${at.path}:${at.span.start}`;
        if (
          by !== 'alias' ||
          !own.some((item) => url.startsWith(item) || item.startsWith(url)) ||
          url.length < 2 ||
          !url.endsWith('/') ||
          written.endsWith('/') ||
          location?.modifier === '=' ||
          seen.has(key)
        )
          continue;
        seen.add(key);
        yield {
          ...problem('slash', lineAt(project, at, `location ${url}`), { url, directory: written }),
          remedy: {
            summary: 'End both in a slash.',
            ...changedText(project, at, (text) => text.replace(written, `${written}/`)),
            language: 'nginx',
          },
        };
      }
      for (const [urlName, rootName] of [
        ['STATIC_URL', 'STATIC_ROOT'],
        ['MEDIA_URL', 'MEDIA_ROOT'],
      ] as const) {
        const url = pathOf(settings.get(urlName));
        const setting = settings.get(rootName);
        const text = stringOf(setting.value);
        if (url === undefined) continue;
        const root = text === undefined || text === '' ? undefined : tree.settingPath(text);
        for (const file of served.filter((item) => trimmed(item.url) === trimmed(url) && !fallsBack(item))) {
          const key = `${file.at.path}:${file.at.span.start}`;
          if (seen.has(key)) continue;
          const about = lineAt(project, file.at, `location ${url}`);
          const data = { url: file.url, directory: file.directory, setting: rootName };
          if (!isKnown(setting.value)) {
            seen.add(key);
            yield question('unknown', about, data);
          }
          if (root === undefined || root === file.directory || copiesTo(project, file.directory)) continue;
          seen.add(key);
          // Another value may be given, and nginx may lead to another copy of the project than the one that is started.
          if (openVariables(settings, setting).length > 0 || (service && !addresses)) {
            yield question('unknown', about, data);
            continue;
          }
          yield {
            ...problem('directory', about, { ...data, root }),
            // The project may lie elsewhere on the server than its service says.
            confidence: 'firm',
            evidence: [{ at: setting.at, note: `\`${rootName}\` is set here.` }],
            remedy: {
              summary: `Serve what \`${rootName}\` names.`,
              ...changedText(project, file.at, () => `alias ${root}${file.location?.path.endsWith('/') ? '/' : ''}`),
              language: 'nginx',
            },
          };
        }
      }
    }
    const url = pathOf(settings.get('STATIC_URL'));
    if (url === undefined || !collects(settings) || staticServer(project, settings, deployment) !== 'unseen') return;
    const [passing] = webApplications.main?.passings ?? [];
    const all = webApplications.all.flatMap(({ servers }) => servers);
    const covers = all.some(
      ({ directives, locations }) =>
        directives.some(({ name }) => name === 'root' || name === 'include') ||
        locations.some(({ directives }) =>
          directives.some(({ name }) => name === 'root' || name === 'alias' || name === 'try_files'),
        ),
    );
    if (!passing || covers) {
      yield question('unseen', settings.get('STATIC_URL'));
      return;
    }
    const text = stringOf(settings.get('STATIC_ROOT').value);
    const root =
      (text === undefined || text === '' ? undefined : webApplications.main?.tree.settingPath(text)) ??
      '/srv/app/static';
    yield {
      ...problem('unserved', lineAt(project, passing.location.at, 'static'), { url }),
      confidence: 'firm',
      remedy: {
        summary: 'Serve the collected files beside the application.',
        code: `location ${trimmed(url)}/ {\n    alias ${root}/;\n}`,
        language: 'nginx',
        path: passing.location.at.path,
        place: 'before',
      },
    };
  },
});

function collects(settings: Settings): boolean {
  return stringsOf(settings.get('INSTALLED_APPS').value).includes('django.contrib.staticfiles');
}

/** The path of a URL setting; `undefined` for a URL of another host or one that is not known. */
function pathOf(setting: Setting): string | undefined {
  const text = stringOf(setting.value);
  if (text === undefined || text === '' || text === '/' || /^(https?:)?\/\//.test(text)) return undefined;
  return text.startsWith('/') ? text : `/${text}`;
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}

/** Whether what is not found there is asked of the application. */
function fallsBack({ location }: ServedFiles): boolean {
  return (
    location?.directives.some(
      ({ name, args }) => (name === 'try_files' || name === 'error_page') && /^[@/]/.test(args.at(-1)?.text ?? ''),
    ) ?? false
  );
}

/** Whether a script of the project brings files to a directory of the server. */
function copiesTo(project: Project, directory: string): boolean {
  return project.paths.some(
    (path) =>
      /\.(sh|ya?ml|md)$|Makefile$/i.test(path) &&
      (project.file(path)?.text ?? '')
        .split('\n')
        .some((line) => line.includes(directory) && /\b(cp|rsync|ln|mv|scp|src|copy)\b/.test(line)),
  );
}
