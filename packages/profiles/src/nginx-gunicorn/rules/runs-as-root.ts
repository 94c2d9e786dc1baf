/** Services that run as root. */
import { cwe, defineRule, minutes, type Project, project, web } from '@django-golive/core';
import { uwsgiFileOf } from '../../files/application-name.js';
import { lineAt } from '../../files/shown-line.js';
import { readUwsgiConfig } from '../../files/uwsgi-config.js';
import { type Service, services } from '../../own-server/services.js';

export const runsAsRoot = defineRule({
  id: 'nginx-gunicorn/runs-as-root',
  title: 'The service runs as root',
  sound: 'The services run as a user of their own',
  category: 'security',
  severity: 'high',
  effort: minutes(15),
  risk: 'Whoever finds a way to run code in the site has the whole server.',
  references: [
    cwe(250),
    web('systemd: User', 'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#User='),
  ],
  since: '0.1.0',
  needs: { project, services },
  problems: {
    named: '`{name}` runs as `root`.',
    unnamed: '`{name}` names no user, so {manager} runs it as `root`.',
  },
  when: ({ services }) => services.some(({ role }) => role !== undefined),
  *check({ project, services }, { problem }) {
    for (const service of services) {
      const { name, manager, user, unit, role, at, invocation, path } = service;
      if (role === undefined || role === 'release') continue;
      const dynamic = /^(yes|true|on|1)$/i.test(unit?.get('DynamicUser')?.value ?? '');
      // A unit of a user's own systemd, a command under another user, a server that changes its user.
      const other =
        dynamic ||
        /(^|\/)(systemd\/user|user)\//.test(path) ||
        unit?.get('WantedBy')?.value === 'default.target' ||
        invocation.launchers.some((launcher) => /^(sudo|runuser|gosu|su-exec|setpriv|chpst|su)$/.test(launcher)) ||
        changesUser(project, service);
      if (other || (user !== undefined && !/^(root|0)$/.test(user.text))) continue;
      const about = lineAt(project, user?.at ?? at, `${name}:user`);
      yield {
        ...(user ? problem('named', about, { name }) : problem('unnamed', about, { name, manager })),
        // supervisord itself may run as somebody else.
        confidence: user || manager === 'systemd' ? 'certain' : 'firm',
        remedy: {
          summary: 'Run it as a user that owns nothing but what the site writes; the one of the web server will do.',
          code: manager === 'systemd' ? 'User=www-data\nGroup=www-data' : 'user=www-data',
          language: 'ini',
          path,
          place: user ? 'instead' : 'after',
        },
      };
    }
  },
});

/** Whether the program itself gives up root. */
function changesUser(project: Project, service: Service): boolean {
  const { server, invocation } = service;
  if (invocation.program === 'celery') return invocation.args.some(({ text }) => /^--uid/.test(text));
  if (server?.server === 'gunicorn') {
    return (
      server.options.has('--user') ||
      server.options.has('-u') ||
      server.file?.get('user') !== undefined ||
      (server.config !== undefined && !server.file)
    );
  }
  if (server?.server !== 'uwsgi') return false;
  // An emperor starts each of its vassals as the user that the vassal's own file names.
  if (server.options.has('--emperor')) return true;
  const file = uwsgiFileOf(project, server);
  return (
    server.options.has('--uid') ||
    (file !== undefined && readUwsgiConfig(file).some(({ name }) => name === 'uid')) ||
    (server.config !== undefined && !file)
  );
}
