/** A directory that nginx serves as files, and that holds the project itself. */
import { cwe, defineRule, minutes, type Project, project, web } from '@django-golive/core';
import { relativeTo } from '../../files/deployed-path.js';
import { lineAt } from '../../files/shown-line.js';
import type { DeployedTree } from '../../own-server/deployed-tree.js';
import { openRoots, servedFiles } from '../served-files.js';
import { nginxSites } from '../sites.js';
import { webApplications } from '../web-applications.js';

export const projectExposed = defineRule({
  id: 'nginx-gunicorn/project-exposed',
  title: "nginx serves the project's source as files",
  sound: 'nginx serves no source of the project',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Anyone can download the settings, the environment file and the database.',
  references: [
    cwe(538),
    web('nginx: Serving static content', 'https://docs.nginx.com/nginx/admin-guide/web-server/serving-static-content/'),
  ],
  since: '0.1.0',
  needs: { project, nginxSites, webApplications },
  problems: { open: '`{by} {directory}` is served under `{url}`, and it holds `{file}`.' },
  when: ({ nginxSites, webApplications }) =>
    nginxSites.servers.length > 0 &&
    webApplications.all.some(({ tree }) => tree.directory !== undefined && tree.onServer(tree.directory) !== undefined),
  *check({ project, nginxSites, webApplications }, { problem }) {
    const seen = new Set<string>();
    for (const { tree } of webApplications.all)
      for (const { by, written, directory, url, at, server } of [
        ...servedFiles(nginxSites.servers),
        ...openRoots(nginxSites.servers),
      ]) {
        const file = heldIn(project, tree, directory);
        // Locations of regular expressions come first, and one may keep the source back.
        const kept = server.locations.some(
          ({ modifier, path, directives }) =>
            modifier.startsWith('~') &&
            /py|sqlite/.test(path) &&
            directives.some(({ name }) => name === 'deny' || name === 'return'),
        );
        const key = `${at.path}:${at.span.start}:${url}`;
        if (file === undefined || kept || seen.has(key)) continue;
        seen.add(key);
        yield {
          ...problem('open', lineAt(project, at, `${by} ${url}`), { by, directory: written, url, file }),
          // Where the project lies, its service says.
          confidence: 'firm',
          remedy: { summary: 'Serve only the directories of collected static files and of uploads.', path: at.path },
        };
      }
  },
});

/** A file of the source in a directory of the server. */
function heldIn(project: Project, tree: DeployedTree, directory: string): string | undefined {
  const home = tree.directory === undefined ? undefined : tree.onServer(tree.directory);
  if (home !== undefined && relativeTo(directory, home) !== undefined && directory !== home) return 'manage.py';
  const inside = tree.inRepository(directory);
  if (inside === undefined) return undefined;
  return ['manage.py', 'settings.py', '.env', 'db.sqlite3']
    .map((name) => (inside === '' ? name : `${inside}/${name}`))
    .find((path) => project.file(path));
}
