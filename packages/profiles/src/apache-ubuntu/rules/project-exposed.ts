/** A directory that Apache serves as files, and that holds the project itself. */
import { cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { relativeTo } from '../../files/deployed-path.js';
import { lineAt } from '../../files/shown-line.js';
import { apacheSites } from '../virtual-hosts.js';
import { webApplication } from '../web-application.js';

export const projectExposed = defineRule({
  id: 'apache-ubuntu/project-exposed',
  title: "Apache serves the project's source as files",
  sound: 'Apache serves no source of the project',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Anyone can download the settings, the environment file and the database.',
  references: [
    cwe(538),
    web(
      'mod_wsgi: Quick configuration guide',
      'https://modwsgi.readthedocs.io/en/latest/user-guides/quick-configuration-guide.html',
    ),
  ],
  since: '0.1.0',
  needs: { project, apacheSites, webApplication },
  problems: {
    alias: '`Alias {url}` serves `{directory}`, which holds `{file}`.',
    open: '`DocumentRoot` is `{directory}`, which holds `{file}`.',
  },
  when: ({ webApplication }) => webApplication?.root !== undefined,
  *check({ project, apacheSites, webApplication }, { problem }) {
    const root = webApplication?.root ?? '/';
    const held = (directory: string): string | undefined => {
      const inside = relativeTo(root, directory);
      if (inside === undefined) return relativeTo(directory, root) === undefined ? undefined : 'manage.py';
      const prefix = inside === '' ? '' : `${inside}/`;
      return ['manage.py', 'settings.py', '.env', 'db.sqlite3']
        .map((name) => `${prefix}${name}`)
        .find((path) => project.file(path));
    };
    const remedy = (path: string) => ({
      summary: 'Serve only the directories of collected static files and of uploads.',
      path,
    });
    for (const directive of apacheSites.named('Alias')) {
      const [url, directory] = directive.args;
      const file = url && directory ? held(directory.text.replace(/\/+$/, '')) : undefined;
      if (url && directory && file)
        yield {
          ...problem('alias', lineAt(project, directive.at, `Alias ${url.text}`), {
            url: url.text,
            directory: directory.text,
            file,
          }),
          remedy: remedy(directive.at.path),
        };
    }
    for (const directive of apacheSites.named('DocumentRoot')) {
      const directory = directive.args[0]?.text ?? '';
      const file = directory === '' ? undefined : held(directory.replace(/\/+$/, ''));
      if (!file) continue;
      const host = apacheSites.hosts.find((item) => item.directives.includes(directive));
      const covered =
        apacheSites.scripts.some((script) => script.url === '/' && script.host === host) ||
        (host?.directives.some((item) => item.name === 'redirect') ?? false);
      // An application that answers for every URL leaves none for the files.
      if (covered) continue;
      yield {
        ...problem('open', lineAt(project, directive.at, 'DocumentRoot'), { directory, file }),
        remedy: remedy(directive.at.path),
      };
    }
  },
});
