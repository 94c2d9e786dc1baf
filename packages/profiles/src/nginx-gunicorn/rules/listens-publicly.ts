/** An application server that other machines reach past nginx. */
import { changedLine, defineRule, minutes, project, settings, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { isOpenAddress } from '../open-address.js';
import { isLocal } from '../pass.js';
import { webApplications } from '../web-applications.js';

export const listensPublicly = defineRule({
  id: 'nginx-gunicorn/listens-publicly',
  title: 'The application server can be reached without nginx',
  sound: 'The application server is reached through nginx alone',
  category: 'security',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Visitors reach the site over plain HTTP on its own port, past the limits and the redirects of nginx.',
  references: [web('gunicorn: Deploying Gunicorn', 'https://docs.gunicorn.org/en/stable/deploy.html')],
  since: '0.1.0',
  needs: { project, settings, webApplications },
  problems: { open: '`{name}` listens at `{address}`, and nginx on the same machine passes to it.' },
  // With the proxy's header believed, the same fault is a hole that core's rule tells of.
  when: ({ settings, webApplications }) =>
    settings.get('SECURE_PROXY_SSL_HEADER').value.kind !== 'tuple' &&
    webApplications.all.some(({ passings, service }) => service !== undefined && passings.length > 0),
  *check({ project, webApplications }, { problem }) {
    for (const { service, addresses, passings } of webApplications.all) {
      const address = addresses?.find(({ text }) => isOpenAddress(text));
      const local = passings.length > 0 && passings.every(({ location }) => location.pass?.addresses?.every(isLocal));
      if (!service || !address || !local) continue;
      yield {
        ...problem('open', lineAt(project, address.at, `${service.name}:bind`), {
          name: service.name,
          address: address.text,
        }),
        // A firewall may close the port; it is in no file.
        confidence: 'firm',
        remedy: {
          summary: 'Listen on the machine itself.',
          ...changedLine(project, address.at, (line) =>
            line.replace(/0\.0\.0\.0|\[::\]/, '127.0.0.1').replace(/(--bind[= ]|-b )(?=:)/, '$1127.0.0.1'),
          ),
          language: 'text',
        },
      };
    }
  },
});
