/** An application that a server is told to load and that is not there. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { type Deployment, deployment, type Process } from '../../facts/deployment.js';
import { type EntryPoints, entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasReadableManifest } from '../deps/declared.js';
import { atLeastSeries } from '../settings/django-series.js';
import { whereIs } from '../structure/named-modules.js';

export const missing = defineRule({
  id: 'wsgi/missing',
  title: 'There is no application for a server to load',
  sound: 'The application that servers load is there',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'No application server can start the site.',
  references: [docs('howto/deployment/wsgi')],
  since: '0.1.0',
  needs: { dependencies, deployment, entryPoints, project, settings },
  problems: {
    module: '`{process}` serves `{application}`, and `{path}` is not in the repository.',
    foreign:
      '`{process}` serves `{application}`, and neither the repository nor a declared package has `{top}`; there is `{other}`.',
    nameless: '`{process}` serves `{name}` of `{application}`, and `{path}` defines no such name.',
    none: 'The repository has neither a `wsgi.py` nor an `asgi.py`.',
  },
  when: ({ settings }) => settings.path !== undefined,
  *check({ dependencies, deployment, entryPoints, project, settings }, { problem }) {
    const served = deployment.processes.filter(({ role, application }) => role === 'web' && application !== undefined);
    for (const process of served) {
      if (hasRuleOfItsOwn(deployment, process)) continue;
      const application = process.application ?? '';
      const [module = '', name = ''] = application.split(':');
      if (!/^[A-Za-z_][\w.]*$/.test(module)) continue;
      const data = { process: process.name, application };
      const remedy = { summary: 'Name the module that is there, or add the file.', path: process.at.path };
      const found = whereIs(project, entryPoints, module);
      if (found.kind === 'missing') {
        yield {
          ...problem('module', process, { ...data, path: found.expected }),
          confidence: process.directory === undefined ? 'firm' : 'certain',
          remedy,
        };
        continue;
      }
      const top = module.split('.')[0] ?? '';
      const other = found.kind === 'elsewhere' ? otherApplication(project) : undefined;
      if (other !== undefined && !process.codeUnseen && isNowhere(project, dependencies, top)) {
        yield { ...problem('foreign', process, { ...data, top, other }), confidence: 'firm', remedy };
        continue;
      }
      const path = found.kind === 'there' ? fileOf(project, entryPoints, module) : undefined;
      const text = path === undefined ? undefined : project.file(path)?.text;
      if (path !== undefined && text !== undefined && !defines(text, name))
        yield { ...problem('nameless', process, { ...data, name, path }), confidence: 'firm', remedy };
    }
    if (served.length > 0 || project.paths.some((path) => holdsApplication(project, path))) return;
    const old = !atLeastSeries(settings.django, '1.4');
    // The development server needs no file of its own; every other one does.
    yield {
      ...problem('none', settings.get('WSGI_APPLICATION')),
      confidence: 'firm',
      // Somebody may have written one on the server, as PythonAnywhere does for everybody.
      severity: 'high',
      remedy: {
        summary: old
          ? 'Add a file that makes the application.'
          : 'Add the file that `django-admin startproject` makes.',
        code: old ? beforeFour(settings.module) : sinceFour(settings.module),
        language: 'python',
        path: `${(settings.path ?? '').split('/').slice(0, -1).join('/')}/wsgi.py`.replace(/^\//, ''),
      },
    };
  },
});

/** Heroku compares the lines of a Procfile with the tree, and nginx-gunicorn the services, with the directories that they start in. */
function hasRuleOfItsOwn({ target }: Deployment, { at }: Process): boolean {
  return target === 'nginx-gunicorn' || (target === 'heroku' && /(^|\/)Procfile/.test(at.path));
}

/** Whether no file of the repository, no submodule and no declared package can hold a module of that name. */
function isNowhere(project: Project, dependencies: Dependencies, top: string): boolean {
  const named = new RegExp(`(^|/)${top}(\\.py|/|$)`);
  if (project.paths.some((path) => named.test(path) || path === '.gitmodules')) return false;
  if (project.skipped.some(({ path }) => named.test(path) || named.test(`${path}/`))) return false;
  const plain = top.replaceAll('_', '-').toLowerCase();
  return (
    hasReadableManifest(dependencies) &&
    dependencies.providing(top).every((name) => !dependencies.get(name)) &&
    !dependencies.all.some(({ name, url }) => name.includes(plain) || plain.includes(name) || url !== undefined)
  );
}

/** An application of the repository's own: without one, its code lies elsewhere. */
function otherApplication(project: Project): string | undefined {
  return project.paths.find((path) => /(^|\/)[aw]sgi\.py$/.test(path));
}

function fileOf(project: Project, entryPoints: EntryPoints, module: string): string | undefined {
  const relative = module.replaceAll('.', '/');
  return (entryPoints.production?.roots ?? [''])
    .map((root) => (root === '' ? `${relative}.py` : `${root}/${relative}.py`))
    .find((path) => project.file(path));
}

/** Whether a file may bind a name: `application`, `make_app()`, `app.wsgi`. */
function defines(text: string, attribute: string): boolean {
  const [name = ''] = attribute.replace(/\(.*$/, '').split('.');
  return (
    !/^\w+$/.test(name) ||
    text.trim() === '' ||
    new RegExp(`\\b${name}\\b`).test(text) ||
    /import[ \t]+\*|__getattr__|globals\(\)|exec\(/.test(text)
  );
}

/** Whether a file makes an application by its name or its code; `django.wsgi-default` is copied to where a server looks. */
function holdsApplication(project: Project, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.py$/.test(name) ? /(wsgi|asgi)/i.test(name) : /\.wsgi\b/.test(name)) return true;
  return /\.py$/.test(name) && /get_[aw]sgi_application|\bWSGIHandler\(/.test(project.file(path)?.text ?? '');
}

function sinceFour(module: string): string {
  return `import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', '${module}')\n\napplication = get_wsgi_application()`;
}

/** `get_wsgi_application` came with Django 1.4. */
function beforeFour(module: string): string {
  return `import os\n\nfrom django.core.handlers.wsgi import WSGIHandler\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', '${module}')\n\napplication = WSGIHandler()`;
}
