/** A daemon process that is not told where the project's packages are installed. */
import { changedLine, defineRule, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { systemdUnits } from '../../own-server/units.js';
import { environmentOf, findsPackages, isSystemPrefix } from '../virtual-environment.js';
import { apacheSites } from '../virtual-hosts.js';
import { webApplication } from '../web-application.js';

export const virtualenvMissing = defineRule({
  id: 'apache-ubuntu/virtualenv-missing',
  title: 'mod_wsgi does not know the virtual environment',
  sound: 'mod_wsgi knows the virtual environment',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Every request ends in "No module named django", or runs with whatever version the distribution installed.',
  references: [
    web(
      'mod_wsgi: Virtual environments',
      'https://modwsgi.readthedocs.io/en/latest/user-guides/virtual-environments.html',
    ),
  ],
  since: '0.1.0',
  needs: { project, apacheSites, webApplication, systemdUnits },
  problems: {
    missing: '`WSGIDaemonProcess {name}` has no `python-home`, and the project is installed in a virtual environment.',
    inside: '`python-home` is `{path}`, which is inside a virtual environment and not its root.',
  },
  questions: {
    system:
      "`WSGIDaemonProcess {name}` has no `python-home`. Are the project's packages installed for the system's Python?",
    prefix:
      "`{directive}` is `{path}`, where a Python of the system or of an image lies and no virtual environment. Are the project's packages installed there?",
  },
  // Of Apache's own processes nothing but `WSGIPythonHome` tells.
  when: ({ apacheSites, webApplication }) =>
    webApplication?.kind === 'mod_wsgi' && [...apacheSites.daemons, ...apacheSites.named('WSGIPythonHome')].length > 0,
  *check({ project, apacheSites, webApplication, systemdUnits }, { problem, question }) {
    const global = apacheSites.named('WSGIPythonHome')[0];
    const script = webApplication?.file === undefined ? undefined : project.file(webApplication.file);
    const own = global?.args[0]?.text;
    if (global && own !== undefined && isSystemPrefix(own) && apacheSites.daemons.length === 0)
      yield question('prefix', lineAt(project, global.at, 'WSGIPythonHome'), { directive: global.written, path: own });
    for (const daemon of apacheSites.daemons) {
      const home = daemon.options.get('python-home') ?? daemon.options.get('virtualenv');
      const path = home?.value ?? global?.args[0]?.text;
      const about = lineAt(project, daemon.at, `${daemon.name}:python-home`);
      if (path !== undefined && isSystemPrefix(path)) {
        yield question('prefix', about, { directive: home ? 'python-home' : 'WSGIPythonHome', path });
        continue;
      }
      if (path !== undefined) {
        if (
          /\/(bin(\/python[\d.]*)?|lib\/python[\d.]+(\/site-packages)?)\/?$/.test(path) &&
          !/^\/usr(\/local)?\//.test(path)
        ) {
          yield {
            ...problem('inside', lineAt(project, home?.at ?? global?.at ?? daemon.at, `${daemon.name}:python-home`), {
              path,
            }),
            remedy: {
              summary: 'Name the root of the environment.',
              ...changedLine(project, home?.at ?? global?.at ?? daemon.at, (line) =>
                line.replace(path, path.replace(/\/(bin|lib)(\/.*)?$/, '')),
              ),
              language: 'apache',
            },
          };
        }
        continue;
      }
      // Packages may also come by a path, or by the script itself.
      const pathed =
        /site-packages/.test(daemon.options.get('python-path')?.value ?? '') ||
        apacheSites.named('WSGIPythonPath').some((item) => /site-packages/.test(item.args[0]?.text ?? ''));
      if (pathed || findsPackages(script)) continue;
      const environment = environmentOf(project, systemdUnits);
      if (!environment) {
        yield question('system', about, { name: daemon.name });
        continue;
      }
      yield {
        ...problem('missing', about, { name: daemon.name }),
        confidence: 'firm',
        evidence: [{ at: environment.at, note: `\`${environment.path}\` is a virtual environment.` }],
        remedy: {
          summary: "Name the environment's root.",
          ...changedLine(project, daemon.at, (line) => `${line} python-home=${environment.path}`),
          language: 'apache',
        },
      };
    }
  },
});
