/** The application that the web line names, held against the modules that are there. */
import { changedLine, defineRule, dependencies, minutes, type Project, project, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';
import { applicationOf } from '../../platform/process.js';
import { declaredName, homesOf, importRoots, mayBeMoved, moduleFile } from '../web-module.js';
import { aboutEntry, webProcess } from '../web-process.js';

export const webModuleMissing = defineRule({
  id: 'heroku/web-module-missing',
  title: 'The web process names an application that is not there',
  sound: 'The application that the web process names is there',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: "The server stops with ModuleNotFoundError at every start and visitors get the router's error page (H10, app crashed).",
  references: [web('Heroku: error H10', 'https://devcenter.heroku.com/articles/error-codes#h10-app-crashed')],
  since: '0.1.0',
  needs: { project, webProcess, appJson, dependencies },
  problems: {
    missing: 'The web process serves `{module}`, and no file of the repository is that module.',
    elsewhere: 'The web process serves `{module}`, which lies in `{directory}`: the server does not look there.',
    nameless: 'The web process serves `{name}` of `{module}`, and `{path}` defines no such name.',
  },
  questions: {
    subdirectory:
      'The web process serves `{module}`, which is not in the root. Does a build pack move a subdirectory there?',
  },
  when: ({ webProcess }) =>
    webProcess?.server?.application?.literal === true && applicationOf(webProcess.server) !== undefined,
  *check({ project, webProcess, appJson, dependencies }, { problem, question }) {
    const server = webProcess?.server;
    const application = server && applicationOf(server);
    if (!webProcess || !server || !application) return;
    const [module = '', name = ''] = application.split(':');
    const about = aboutEntry(webProcess.entry);
    const roots = importRoots(server);
    // A directory that only the environment knows: nothing can be said.
    if (!roots) return;
    const path = moduleFile(project, module, roots);
    if (path !== undefined) {
      const text = project.file(path)?.text ?? '';
      const attribute = name.replace(/\(.*$/, '').split('.')[0] ?? '';
      if (!new RegExp(`\\b${attribute}\\b`).test(text) && !/import[ \t]+\*|__getattr__|globals\(\)/.test(text)) {
        yield problem('nameless', about, { module, name: attribute, path });
      }
      return;
    }
    const homes = homesOf(project, module);
    if (mayBeMoved(project, appJson, homes)) {
      yield question('subdirectory', about, { module });
      return;
    }
    const [home] = homes;
    if (home !== undefined) {
      yield {
        ...problem('elsewhere', about, { module, directory: home }),
        ...(server.server === 'gunicorn'
          ? {
              remedy: {
                summary: 'Let gunicorn change to that directory first.',
                ...changedLine(project, about.at, (line) => line.replace(/\bgunicorn\b/, `gunicorn --chdir ${home}`)),
                language: 'text' as const,
              },
            }
          : {}),
      };
      return;
    }
    const top = module.split('.')[0] ?? '';
    // The module of an installed package is not in the repository, and needs not be.
    if (declaredName(dependencies, top)) return;
    const only = onlyModuleLike(project, module);
    yield {
      ...problem('missing', about, { module }),
      confidence: 'firm',
      ...(only === undefined
        ? {}
        : {
            remedy: {
              summary: `Name \`${only}\`, the one module of that kind in the repository.`,
              ...changedLine(project, about.at, (line) => line.replace(module, only)),
              language: 'text' as const,
            },
          }),
    };
  },
});

/** The one `wsgi.py` (or `asgi.py`) that the root imports by a dotted name, where the missing module would be one. */
function onlyModuleLike(project: Project, module: string): string | undefined {
  const kind = /(?:^|\.)(wsgi|asgi)$/.exec(module)?.[1];
  if (kind === undefined) return undefined;
  // No dotted name leads into the packages of a virtual environment.
  const found = project.paths.filter((path) => path.endsWith(`/${kind}.py`) && /^\w+(\/\w+)*\.py$/.test(path));
  const [only, ...others] = found;
  return others.length > 0 ? undefined : only?.slice(0, -3).replaceAll('/', '.');
}
