/** A directory that Apache serves as files, and that holds the project itself. */

import { cwe, defineRule, minutes, project, web } from '@django-golive/core';
import type { ApacheDirective } from '../../files/apache-config.js';
import { inRepository, relativeTo } from '../../files/deployed-path.js';
import { isPlaceholderPath } from '../../files/placeholder.js';
import { lineAt } from '../../files/shown-line.js';
import { type ApacheSites, apacheSites } from '../virtual-hosts.js';
import { type WebApplication, webApplication } from '../web-application.js';

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
  questions: {
    unseen:
      '`{directive} {directory}` holds the script `{script}`. Does it hold the settings or an environment file, too?',
  },
  when: ({ apacheSites, webApplication }) =>
    webApplication?.part !== undefined || holdingScript(apacheSites, webApplication).length > 0,
  *check({ project, apacheSites, webApplication }, { problem, question }) {
    const part = webApplication?.part;
    if (!part) {
      for (const { directive, name, directory } of holdingScript(apacheSites, webApplication))
        yield question('unseen', lineAt(project, directive.at, `${name} ${directory}`), {
          directive: name,
          directory,
          script: webApplication?.script?.target ?? '',
        });
      return;
    }
    const held = (directory: string): string | undefined => {
      const inside = inRepository(part, directory);
      if (inside === undefined) return relativeTo(directory, part.place) === undefined ? undefined : 'manage.py';
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
      if (isCovered(apacheSites, directive)) continue;
      yield {
        ...problem('open', lineAt(project, directive.at, 'DocumentRoot'), { directory, file }),
        remedy: remedy(directive.at.path),
      };
    }
  },
});

/** An application that answers for every URL leaves none for the files, and neither does a redirect. */
function isCovered(sites: ApacheSites, directive: ApacheDirective): boolean {
  const host = sites.hosts.find((item) => item.directives.includes(directive));
  return (
    sites.scripts.some((script) => script.url === '/' && script.host === host) ||
    (host?.directives.some((item) => item.name === 'redirect') ?? false)
  );
}

/** The directives that serve a directory with the WSGI script in it: most often the whole project lies there. */
function holdingScript(
  sites: ApacheSites,
  web: WebApplication | undefined,
): readonly { readonly directive: ApacheDirective; readonly name: string; readonly directory: string }[] {
  const target = web?.script?.target;
  if (target === undefined || isPlaceholderPath(target)) return [];
  const aliases = sites
    .named('Alias')
    .map((directive) => ({ directive, name: 'Alias', directory: directive.args[1]?.text ?? '' }));
  const roots = sites
    .named('DocumentRoot')
    .filter((directive) => !isCovered(sites, directive))
    .map((directive) => ({ directive, name: 'DocumentRoot', directory: directive.args[0]?.text ?? '' }));
  return [...aliases, ...roots].filter(
    ({ directory }) => directory !== '' && relativeTo(directory, target) !== undefined && target !== directory,
  );
}
