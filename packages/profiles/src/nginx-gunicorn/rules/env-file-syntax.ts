/** Environment files that systemd reads otherwise than a shell. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { readEnvFile } from '../../files/env-file.js';
import { lineAt } from '../../files/shown-line.js';
import { services } from '../../own-server/services.js';
import { webApplications } from '../web-applications.js';

export const envFileSyntax = defineRule({
  id: 'nginx-gunicorn/env-file-syntax',
  title: 'systemd passes over lines of the environment file',
  sound: 'systemd understands the environment file',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'The service runs without these variables: it fails at its start, or takes the defaults of development.',
  references: [
    web(
      'systemd: EnvironmentFile',
      'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=',
    ),
  ],
  since: '0.1.0',
  needs: { project, services, webApplications },
  problems: { exported: '`{name}` reads `{path}`, and systemd passes over its lines that begin with `export`.' },
  when: ({ services }) => services.some(({ environmentFiles }) => environmentFiles.length > 0),
  *check({ project, services, webApplications }, { problem }) {
    const seen = new Set<string>();
    for (const { name, environmentFiles } of services)
      for (const { text } of environmentFiles) {
        const path = webApplications.all
          .map(({ tree }) => tree.inRepository(text))
          .find((item) => item !== undefined && project.file(item));
        const file = path === undefined ? undefined : project.file(path);
        const line = file && readEnvFile(file, 'systemd').find(({ exported }) => exported);
        if (!file || !line || seen.has(file.path)) continue;
        seen.add(file.path);
        yield {
          ...problem('exported', lineAt(project, line.at, 'export', line.name), { name, path: file.path }),
          remedy: { summary: 'Write `NAME=value` alone.', path: file.path },
        };
      }
  },
});
