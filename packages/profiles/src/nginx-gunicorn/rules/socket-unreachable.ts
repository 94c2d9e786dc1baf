/** Sockets that the server cannot make or nginx cannot open. */
import { changedLine, defineRule, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { webApplications } from '../web-applications.js';

export const socketUnreachable = defineRule({
  id: 'nginx-gunicorn/socket-unreachable',
  title: 'The socket between nginx and the server cannot be used',
  sound: 'The socket between nginx and the server can be used',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'The server does not start, or nginx may not open its socket: every page is a 502 Bad Gateway.',
  references: [
    web(
      'systemd: RuntimeDirectory',
      'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RuntimeDirectory=',
    ),
    web('gunicorn: Deploying Gunicorn', 'https://docs.gunicorn.org/en/stable/deploy.html#systemd'),
  ],
  since: '0.1.0',
  needs: { project, webApplications },
  problems: {
    'private-tmp': '`{name}` has a `/tmp` of its own (`PrivateTmp=`), so nobody else finds `{socket}`.',
    run: '`{name}` runs as `{user}`, who may not make `{socket}`: `/run` belongs to root.',
  },
  questions: {
    directory:
      '`{socket}` lies in a directory that is gone after every restart of the machine. What makes `{directory}` for `{name}`?',
    home: '`{path}` lies in the home of `{user}`, which Ubuntu and Debian close to others. May nginx (`www-data`) enter `{home}`?',
  },
  when: ({ webApplications }) =>
    webApplications.all.some(
      ({ service, addresses }) => service && addresses?.some(({ text }) => text.startsWith('unix:/')),
    ),
  *check({ project, webApplications }, { problem, question }) {
    for (const { service, addresses } of webApplications.all) {
      const address = addresses?.find(({ text }) => text.startsWith('unix:/'));
      if (!service || !address || address.bySystemd) continue;
      const { name, unit } = service;
      const socket = address.text.slice('unix:'.length);
      const user = service.user?.text;
      const about = lineAt(project, address.at, `${name}:socket`);
      const own = unit?.name.replace(/@?\.service$/, '') ?? 'app';
      const remedy = {
        summary:
          'Let systemd make a directory below `/run` for the service, and put the socket there; nginx gets the same path.',
        ...changedLine(
          project,
          address.at,
          (line) => `${line.replace(socket, `/run/${own}/gunicorn.sock`)}\nRuntimeDirectory=${own}`,
        ),
        language: 'ini' as const,
      };
      if (
        /^\/(var\/)?tmp\//.test(socket) &&
        /^(yes|true|on|1|disconnected)$/i.test(unit?.get('PrivateTmp')?.value ?? '')
      ) {
        yield { ...problem('private-tmp', about, { name, socket }), remedy };
        continue;
      }
      const [, below = '', rest = ''] = /^\/(?:var\/)?run\/([^/]+)(\/.*)?$/.exec(socket) ?? [];
      const prepared =
        unit?.all('ExecStartPre').some(({ value }) => value.includes('/run')) ||
        unit?.get('PermissionsStartOnly') !== undefined;
      if (below !== '' && user !== undefined && user !== 'root' && !prepared) {
        if (rest === '') {
          yield {
            ...problem('run', about, { name, user, socket }),
            evidence: service.user ? [{ at: service.user.at, note: 'The user of the service.' }] : [],
            remedy,
          };
          continue;
        }
        const made = unit
          ?.all('RuntimeDirectory')
          .some(({ value }) =>
            value.split(/\s+/).some((item) => item.split(/[/:]/)[0] === below || item.includes('%')),
          );
        const told = project.paths.some(
          (path) =>
            /tmpfiles/.test(path) ||
            (/\.(sh|ya?ml|md|conf|service)$/i.test(path) && tells(project.file(path)?.text ?? '', below)),
        );
        if (!made && !told)
          yield { ...question('directory', about, { name, socket, directory: `/run/${below}` }), remedy };
      }
      if (user !== undefined && user !== 'root' && socket.startsWith(`/home/${user}/`))
        yield { ...question('home', about, { path: socket, user, home: `/home/${user}` }), remedy };
    }
  },
});

/** Whether a text makes the directory. */
function tells(text: string, name: string): boolean {
  return (
    text
      .split('\n')
      .some((line) => line.includes(`/run/${name}`) && /mkdir|install|tmpfiles|^\s*d\s|file:|path:/.test(line)) ||
    text.includes(`RuntimeDirectory=${name}`)
  );
}
