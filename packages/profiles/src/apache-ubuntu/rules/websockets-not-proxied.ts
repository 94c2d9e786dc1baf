/** WebSockets of a project that Apache serves through WSGI alone. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { websocketRouting } from '../../files/websocket-routing.js';
import { apacheSites } from '../virtual-hosts.js';
import { webApplication } from '../web-application.js';

export const websocketsNotProxied = defineRule({
  id: 'apache-ubuntu/websockets-not-proxied',
  title: "Nothing carries the project's WebSockets",
  sound: 'Apache passes WebSockets to an ASGI server',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(60),
  risk: 'Every WebSocket fails with 404 or 400; whatever is live on a page stands still.',
  references: [
    web(
      'mod_wsgi: WebSocket applications',
      'https://modwsgi.readthedocs.io/en/latest/user-guides/hosting-websocket-applications.html',
    ),
  ],
  since: '0.1.0',
  needs: { project, apacheSites, webApplication },
  problems: { wsgi: 'The project routes WebSockets, and no ProxyPass or RewriteRule leads to an ASGI server.' },
  when: ({ project, webApplication }) => webApplication?.kind === 'mod_wsgi' && websocketRouting(project) !== undefined,
  *check({ project, apacheSites, webApplication }, { problem }) {
    const script = webApplication?.script;
    const proxied = ['ProxyPass', 'ProxyPassMatch', 'RewriteRule', 'ProxyPassReverse']
      .flatMap((name) => apacheSites.named(name))
      .some(
        (item) =>
          item.args.some((arg) => /^(wss?|https?|balancer|unix):/.test(arg.text)) &&
          (item.name !== 'rewriterule' || item.args.some((arg) => /\bP\b/.test(arg.text) || /^ws/.test(arg.text))),
      );
    if (!script || proxied) return;
    yield {
      ...problem('wsgi', lineAt(project, script.at, 'websockets')),
      confidence: 'firm',
      evidence: [websocketRouting(project)].flatMap((at) => (at ? [{ at, note: 'WebSockets are routed here.' }] : [])),
      remedy: {
        summary:
          'Run daphne or uvicorn from a systemd unit on 127.0.0.1, and pass the path of the WebSockets to it; `/ws/` stands for the one your routing uses.',
        code: 'ProxyPass /ws/ http://127.0.0.1:8001/ws/ upgrade=websocket',
        language: 'apache',
        path: script.at.path,
        place: 'before',
      },
    };
  },
});
