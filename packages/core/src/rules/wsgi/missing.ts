/** An application that a server is told to load and that is not there. */
import { deployment } from '../../facts/deployment.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
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
  needs: { deployment, entryPoints, project, settings },
  problems: {
    module: '`{process}` serves `{application}`, and `{path}` is not in the repository.',
    none: 'The repository has neither a `wsgi.py` nor an `asgi.py`.',
  },
  when: ({ settings }) => settings.path !== undefined,
  *check({ deployment, entryPoints, project, settings }, { problem }) {
    const served = deployment.processes.filter(({ role, application }) => role === 'web' && application !== undefined);
    // Heroku's own rule compares the web line with the tree.
    if (deployment.target !== 'heroku') {
      for (const process of served) {
        const module = process.application?.split(':')[0] ?? '';
        const found = /^[A-Za-z_][\w.]*$/.test(module)
          ? whereIs(project, entryPoints, module)
          : { kind: 'elsewhere' as const };
        if (found.kind !== 'missing') continue;
        yield {
          ...problem('module', process, {
            process: process.name,
            application: process.application ?? '',
            path: found.expected,
          }),
          confidence: process.directory === undefined ? 'firm' : 'certain',
          remedy: { summary: 'Name the module that is there, or add the file.', path: process.at.path },
        };
      }
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
