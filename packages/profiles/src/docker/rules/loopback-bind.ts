/** A server that listens on the container's loopback address: nothing outside the container reaches it. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';

export const loopbackBind = defineRule({
  id: 'docker/loopback-bind',
  title: 'The server listens on the loopback address of its container',
  sound: 'The server listens on an address that others reach',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The container runs and answers nobody: the host, the proxy and other containers get "connection refused".',
  references: [
    web('gunicorn: bind', 'https://docs.gunicorn.org/en/stable/settings.html#bind'),
    web('uvicorn: Settings', 'https://www.uvicorn.org/settings/'),
  ],
  since: '0.1.0',
  needs: { project, containers },
  problems: {
    loopback: '{server} listens on `{address}`.',
    default: '{server} is given no address, and listens on `127.0.0.1:8000`.',
  },
  when: ({ containers }) => containers.all.some(({ django, server }) => django && server !== undefined),
  *check({ project, containers }, { problem }) {
    for (const container of containers.all) {
      const { name, django, server, main, service, variables } = container;
      // Containers that share the host's or another one's network meet on its loopback address.
      if (!django || !server || !main || service?.networkMode !== undefined) continue;
      // A proxy in the same container reaches it there.
      if (container.start.programs.some(({ invocation }) => isProxy.test(invocation.program))) continue;
      const about = lineAt(project, main.at, `${name}:bind`);
      const remedy = {
        summary: 'Listen on every address of the container.',
        code:
          server.server === 'uvicorn'
            ? '--host 0.0.0.0 --port 8000'
            : server.server === 'daphne'
              ? '-b 0.0.0.0 -p 8000'
              : server.server === 'runserver'
                ? 'runserver 0.0.0.0:8000'
                : '--bind 0.0.0.0:8000',
        language: 'bash' as const,
      };
      const loopback = server.bind.find(({ text }) => /^(\w+:\/\/)?(127\.|localhost(:|$)|\[::1\])/.test(text));
      if (loopback && server.bind.every((word) => word === loopback)) {
        yield {
          ...problem('loopback', loopback.at ? lineAt(project, loopback.at, `${name}:bind`) : about, {
            server: server.server,
            address: loopback.text,
          }),
          confidence: containers.confidence,
          remedy: loopback.at
            ? { ...remedy, code: "bind = '0.0.0.0:8000'", language: 'python', path: loopback.at.path }
            : remedy,
        };
        continue;
      }
      if (server.bind.length > 0) continue;
      const given = new Set(variables.map((variable) => variable.name));
      if (server.server === 'runserver' && server.invocation.conditional) continue;
      if (server.server === 'gunicorn') {
        // PORT makes gunicorn listen everywhere; more options may come from GUNICORN_CMD_ARGS or a file.
        if (given.has('PORT') || given.has('GUNICORN_CMD_ARGS')) continue;
        if (server.config && !server.file) continue;
      } else if (server.server === 'uvicorn') {
        if (given.has('UVICORN_HOST')) continue;
      } else if (server.server !== 'daphne' && server.server !== 'runserver') continue;
      // An environment file that is not in the repository could still say PORT.
      const open = service?.envFiles.some((file) => !file.present) ?? false;
      yield {
        ...problem('default', about, { server: server.server }),
        confidence: open || service === undefined ? 'firm' : containers.confidence,
        remedy,
      };
    }
  },
});

const isProxy =
  /^(nginx|openresty|caddy|apache2|apache2ctl|apachectl|apache2-foreground|httpd|httpd-foreground|haproxy|traefik|envoy)$/;
