/** An alias whose location lacks the slash that it has itself: `/static../` leads out of the directory. */
import { changedText, cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { resolvePath } from '../../files/paths.js';
import { lineAt } from '../../files/shown-line.js';
import { nginxSites } from '../sites.js';

export const aliasTraversal = defineRule({
  id: 'nginx-gunicorn/alias-traversal',
  title: 'An alias lets visitors out of its directory',
  sound: 'No alias lets visitors out of its directory',
  category: 'security',
  severity: 'high',
  effort: minutes(5),
  risk: 'Anyone can download what lies beside the static files, which is often the project with its settings and database.',
  references: [
    cwe(22),
    web(
      'gixy: Path traversal via misconfigured alias',
      'https://github.com/yandex/gixy/blob/master/docs/en/plugins/aliastraversal.md',
    ),
  ],
  since: '0.1.0',
  needs: { project, nginxSites },
  problems: { out: '`location {url}` lacks the slash of `alias {directory}`: `{url}../` is `{parent}/`.' },
  when: ({ nginxSites }) =>
    nginxSites.servers.some(({ locations }) =>
      locations.some(({ directives }) => directives.some(({ name }) => name === 'alias')),
    ),
  *check({ project, nginxSites }, { problem }) {
    for (const { at, path, modifier, directives } of nginxSites.servers.flatMap(({ locations }) => locations)) {
      const alias = directives.findLast(({ name }) => name === 'alias');
      const directory = alias?.args[0]?.text;
      if (!alias || directory === undefined || path.endsWith('/') || !directory.endsWith('/')) continue;
      // Only prefixes match more than they name.
      if (modifier !== '' && modifier !== '^~') continue;
      const parent = resolvePath('/', `${directory}/..`);
      yield {
        ...problem('out', lineAt(project, alias.at, `alias ${path}`), {
          url: path,
          directory,
          parent: parent === '/' ? '' : parent,
        }),
        remedy: {
          summary: 'End the location in a slash as well.',
          ...changedText(project, at, (text) => text.replace(/[ {]*$/, '/')),
          language: 'nginx',
        },
      };
    }
  },
});
