/** Services that nobody starts again: after a crash, or after a restart of the machine. */
import { defineRule, type Location, minutes, type Place, type Project, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { type Service, services } from '../../own-server/services.js';

export const restartMissing = defineRule({
  id: 'nginx-gunicorn/restart-missing',
  title: 'Nothing starts the service again',
  sound: 'The services are started again',
  category: 'backup-ops',
  severity: 'medium',
  effort: minutes(5),
  risk: 'After a crash, or a restart of the machine, the site is down until somebody notices.',
  references: [
    web('systemd: Restart', 'https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Restart='),
  ],
  since: '0.1.0',
  needs: { project, services },
  problems: {
    restart: '`{name}` is not started again when it ends.',
    install: '`{name}` has no `WantedBy=`: it cannot be enabled, and does not start with the machine.',
    target: '`{name}` has `WantedBy={target}`, which is no unit: it does not start with the machine.',
  },
  when: ({ services }) => services.some(({ role }) => role !== undefined && role !== 'release'),
  *check({ project, services }, { problem }) {
    for (const service of services) {
      const { name, unit, role, at, manager, path } = service;
      if (role === undefined || role === 'release' || role === 'manage') continue;
      const remedy = (place: Place, summary: string, code: string) => ({
        summary,
        code,
        language: 'ini' as const,
        path,
        place,
      });
      if (!unit) {
        const never = manager === 'supervisor' ? neverRestarts(project, service) : undefined;
        if (never)
          yield {
            ...problem('restart', lineAt(project, at, `${name}:restart`), { name }),
            remedy: { ...remedy('instead', 'Let supervisor start it again.', 'autorestart=true'), at: never },
          };
        continue;
      }
      const restart = unit.get('Restart');
      // A socket outlives the service and starts it again with the next request (systemd.socket(5)).
      if (
        (restart === undefined || restart.value === 'no') &&
        unit.get('Type')?.value !== 'oneshot' &&
        !project.paths.some((path) => path.endsWith(`/${stemOf(unit.name)}.socket`))
      )
        yield {
          ...problem('restart', lineAt(project, restart?.at ?? at, `${name}:restart`), { name }),
          remedy: remedy(restart ? 'instead' : 'after', 'Let systemd start it again.', 'Restart=always\nRestartSec=3'),
        };
      const wanted = [...unit.all('WantedBy'), ...unit.all('RequiredBy'), ...unit.all('UpheldBy')];
      const wrong = wanted.find(({ value }) =>
        value.split(/\s+/).some((word) => !/\.(target|service|socket|timer|path|slice|mount)$/.test(word)),
      );
      if (wrong)
        yield {
          ...problem('target', lineAt(project, wrong.at, `${name}:install`), { name, target: wrong.value }),
          remedy: remedy('instead', 'Name the target of a running machine.', 'WantedBy=multi-user.target'),
        };
      else if (wanted.length === 0 && !isStartedByAnother(project, unit.name))
        yield {
          ...problem('install', lineAt(project, at, `${name}:install`), { name }),
          remedy: remedy('end', 'Say with what it starts, then enable it.', '[Install]\nWantedBy=multi-user.target'),
        };
    }
  },
});

const stemOf = (name: string): string => name.replace(/\.service$/, '');

/** Whether a socket, a timer or another unit of the repository starts it. */
function isStartedByAnother(project: Project, name: string): boolean {
  const stem = stemOf(name);
  return project.paths.some(
    (path) =>
      [`${stem}.socket`, `${stem}.timer`].includes(path.slice(path.lastIndexOf('/') + 1)) ||
      (/\.(service|target|socket|timer|path)$/.test(path) &&
        !path.endsWith(`/${name}`) &&
        new RegExp(
          `^(Wants|Requires|Upholds|Unit|Service|Also)=.*\\b${stem.replace(/[.+^$()|[\]{}*?\\]/g, '\\$&')}`,
          'm',
        ).test(project.file(path)?.text ?? '')),
  );
}

function neverRestarts(project: Project, { path, name }: Service): Location | undefined {
  const file = project.file(path);
  const text = file?.text ?? '';
  const start = text.indexOf(`[program:${name}]`) + 1;
  const section = text.slice(start).split(/^\[/m)[0] ?? '';
  const found = /^autorestart\s*=\s*false\b/im.exec(section);
  if (!found) return undefined;
  const from = start + found.index;
  return file?.at({ start: from, end: from + found[0].length });
}
