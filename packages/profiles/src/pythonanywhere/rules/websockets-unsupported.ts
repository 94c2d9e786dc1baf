/** WebSockets in a project that PythonAnywhere serves by WSGI, unless it is an ASGI site. */
import { defineRule, features, hasFinalValues, minutes, settings, web } from '@django-golive/core';
import { wsgiFile } from '../wsgi-file.js';

export const websocketsUnsupported = defineRule({
  id: 'pythonanywhere/websockets-unsupported',
  title: 'WebSockets do not reach a WSGI web app',
  sound: 'No WebSockets are needed',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(120),
  risk: 'Every WebSocket handshake fails: chats and live views stay empty.',
  references: [web('PythonAnywhere: ASGI sites', 'https://help.pythonanywhere.com/pages/ASGICommandLine/')],
  since: '0.1.0',
  needs: { features, settings, wsgiFile },
  problems: { wsgi: 'The project uses Channels, and `{path}` makes it a WSGI web app, which carries no WebSockets.' },
  questions: { site: 'The project uses Channels. Is the site an ASGI site (beta), rather than a web app?' },
  when: ({ features, settings }) => features.uses('websockets') !== undefined && hasFinalValues(settings),
  *check({ features, wsgiFile }, { problem, question }) {
    const evidence = features.uses('websockets')?.evidence ?? [];
    const [first] = evidence;
    if (!first) return;
    const about = { at: first.at, subject: 'websockets' };
    if (wsgiFile)
      yield {
        ...problem('wsgi', about, { path: wsgiFile.path }),
        evidence: [...evidence, { at: wsgiFile.at, note: 'Only a WSGI web app reads this file.' }],
        confidence: 'firm',
      };
    else yield { ...question('site', about), evidence };
  },
});
