/** WebSockets of a project that nginx or the server in front of Django does not carry. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { websocketRouting } from '../../files/websocket-routing.js';
import { headerTo } from '../forwarded.js';
import { nginxSites } from '../sites.js';
import { webApplications } from '../web-applications.js';

export const websocketsNotProxied = defineRule({
  id: 'nginx-gunicorn/websockets-not-proxied',
  title: "Nothing carries the project's WebSockets",
  sound: 'nginx passes WebSockets to an ASGI server',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(30),
  risk: 'Every WebSocket fails with 400 or 404; whatever is live on a page stands still.',
  references: [
    web('nginx: WebSocket proxying', 'https://nginx.org/en/docs/http/websocket.html'),
    web('Channels: Deploying', 'https://channels.readthedocs.io/en/latest/deploying.html'),
  ],
  since: '0.1.0',
  needs: { project, nginxSites, webApplications },
  problems: {
    wsgi: 'The project routes WebSockets, and `{name}` serves `{application}`, which speaks HTTP alone.',
    headers: 'The project routes WebSockets, and no location of nginx hands on `Upgrade` and `Connection`.',
  },
  when: ({ project, webApplications }) =>
    websocketRouting(project) !== undefined &&
    webApplications.all.some(({ service, passings }) => service !== undefined || passings.length > 0),
  *check({ project, nginxSites, webApplications }, { problem }) {
    const routing = websocketRouting(project);
    const evidence = routing ? [{ at: routing, note: 'WebSockets are routed here.' }] : [];
    const { all, astray } = webApplications;
    const served = all.filter(({ service }) => service);
    const [first] = served;
    if (first?.service && served.every(({ application }) => /(^|\.)wsgi(:|$)/.test(application ?? ''))) {
      // An ASGI server may be started by other means, and nginx leads to it.
      if (astray.length > 0) return;
      yield {
        ...problem('wsgi', lineAt(project, first.service.at, 'websockets'), {
          name: first.service.name,
          application: first.application ?? '',
        }),
        confidence: 'firm',
        evidence,
        remedy: {
          summary: 'Serve the ASGI application, with workers that speak it; this needs the package `uvicorn-worker`.',
          code: `gunicorn ${(first.application ?? '').replace(/\bwsgi\b/, 'asgi')} -k uvicorn_worker.UvicornWorker`,
          language: 'bash',
          path: first.service.at.path,
        },
      };
      return;
    }
    const [location] = [...all.flatMap((item) => item.passings), ...astray];
    const every = nginxSites.servers.flatMap((server) => server.locations.map((item) => ({ server, location: item })));
    if (
      !location?.location.pass ||
      every.some((passing) => passing.location.pass && headerTo(passing, 'Upgrade') !== undefined)
    )
      return;
    yield {
      ...problem('headers', lineAt(project, location.location.pass.at, 'websockets')),
      evidence,
      remedy: {
        summary: 'Hand the headers on where the WebSockets are; `/ws/` stands for the path of your routing.',
        code: `location /ws/ {\n    proxy_pass ${location.location.pass.target};\n    proxy_http_version 1.1;\n    proxy_set_header Upgrade $http_upgrade;\n    proxy_set_header Connection "upgrade";\n    proxy_set_header Host $http_host;\n    proxy_set_header X-Forwarded-Proto $scheme;\n}`,
        language: 'nginx',
        path: location.location.pass.at.path,
        at: location.location.at,
        place: 'before',
      },
    };
  },
});
