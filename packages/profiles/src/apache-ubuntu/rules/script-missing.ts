/** A WSGI script that Apache is told to run and the repository does not have. */
import { changedLine, defineRule, minutes, project, web } from '@django-golive/core';
import { deployedFile, liesInPart } from '../../files/deployed-path.js';
import { isPlaceholderPath } from '../../files/placeholder.js';
import { lineAt } from '../../files/shown-line.js';
import { apacheSites } from '../virtual-hosts.js';

export const scriptMissing = defineRule({
  id: 'apache-ubuntu/script-missing',
  title: 'The WSGI script of the virtual host is not in the project',
  sound: 'The WSGI script of the virtual host is in the project',
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'Every page is a 404 or a 500.',
  references: [
    web(
      'mod_wsgi: WSGIScriptAlias',
      'https://modwsgi.readthedocs.io/en/latest/configuration-directives/WSGIScriptAlias.html',
    ),
  ],
  since: '0.1.0',
  needs: { project, apacheSites },
  problems: {
    renamed: "`WSGIScriptAlias` runs `{target}`; the project's script is `{file}`.",
    unreachable: '`python-path` and `home` of `{daemon}` are {paths}; the project is imported from `{root}`.',
  },
  when: ({ apacheSites }) => apacheSites.scripts.length > 0,
  *check({ project, apacheSites }, { problem }) {
    const own = project.paths.filter(
      (path) => /(^|\/)(wsgi\.py|[\w.-]+\.wsgi)$/.test(path) && !/(^|\/)(tests?|docs?|examples?)\//.test(path),
    );
    for (const { target, url, at } of apacheSites.scripts) {
      // The path of a template has a question of its own.
      if (/[$%]/.test(target) || isPlaceholderPath(target) || own.length === 0) continue;
      if (deployedFile(project, target) || liesInPart(project, target)) continue;
      // A script that is written on the server has a name that no file of the project ends in.
      const base = target.slice(target.lastIndexOf('/') + 1);
      const [only] = own.filter((path) => path.endsWith(`/${base}`) || path === base);
      if (only === undefined) continue;
      yield {
        ...problem('renamed', lineAt(project, at, `${url}:script`), { target, file: only }),
        confidence: 'firm',
        remedy: {
          summary: 'Name the script where the project lies on the server.',
          ...changedLine(project, at, (line) =>
            line.replace(target, `${target.split('/').slice(0, -only.split('/').length).join('/')}/${only}`),
          ),
          language: 'apache',
        },
      };
    }
    for (const script of apacheSites.scripts) {
      const found = deployedFile(project, script.target);
      const file = found && project.file(found.path);
      if (!found || !file || /sys\.path|site\.addsitedir/.test(file.text)) continue;
      const manage = project.paths
        .filter((path) => /(^|\/)manage\.py$/.test(path) && found.path.startsWith(path.slice(0, -'manage.py'.length)))
        .sort((a, b) => b.length - a.length)[0];
      if (manage === undefined || manage === found.path) continue;
      const root =
        `${found.root === '/' ? '' : found.root}/${manage.slice(0, -'manage.py'.length)}`.replace(/\/$/, '') || '/';
      if (apacheSites.named('WSGIPythonPath').length > 0) continue;
      for (const daemon of apacheSites.daemons) {
        const paths = ['python-path', 'home'].flatMap((name) => daemon.options.get(name)?.value.split(':') ?? []);
        // Without any of them the path may come from a .pth file; with another one it is a mistake in the path.
        if (paths.some((path) => /[$%]/.test(path)) || /[$%]/.test(root)) continue;
        if (paths.length === 0 || paths.some((path) => path.replace(/\/+$/, '') === root)) continue;
        if (apacheSites.daemons.length > 1) continue;
        yield {
          ...problem('unreachable', lineAt(project, daemon.at, `${daemon.name}:path`), {
            daemon: daemon.name,
            paths: paths.map((path) => `\`${path}\``).join(', '),
            root,
          }),
          confidence: 'firm',
          remedy: {
            summary: 'Add the directory that imports start from.',
            ...changedLine(project, daemon.at, (line) =>
              /\spython-path=/.test(line)
                ? line.replace(/(\spython-path=)[^\s:]+/, `$1${root}`)
                : `${line} python-path=${root}`,
            ),
            language: 'apache',
          },
        };
      }
    }
  },
});
