/** Where nginx passes requests to, held against where the application server listens. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { webApplications } from '../web-applications.js';

export const upstreamMismatch = defineRule({
  id: 'nginx-gunicorn/upstream-mismatch',
  title: 'nginx passes requests to a place where nobody listens',
  sound: 'nginx passes requests to where the application server listens',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Every page is a 502 Bad Gateway.',
  references: [web('gunicorn: Deploying Gunicorn', 'https://docs.gunicorn.org/en/stable/deploy.html')],
  since: '0.1.0',
  needs: { project, webApplications },
  problems: {
    astray: 'nginx passes requests to `{target}`; `{service}` listens at {addresses}.',
    protocol: '`{directive}` speaks {spoken} to `{target}`, where `{service}` understands {understood}.',
  },
  when: ({ webApplications }) =>
    webApplications.all.some(({ addresses }) => addresses !== undefined) &&
    (webApplications.astray.length > 0 || webApplications.all.some(({ passings }) => passings.length > 0)),
  *check({ project, webApplications }, { problem }) {
    const { all, astray } = webApplications;
    // Where another location finds the server, this one may lead to a program of its own.
    const alone = all.every(({ passings }) => passings.length === 0);
    const targets = new Set(astray.map(({ location }) => location.pass?.addresses?.join()));
    // A frontend's own server has ports of its own.
    const [first] = astray.filter(
      ({ location }) => !location.pass?.addresses?.some((one) => /:(3000|3001|4173|4200|5173)$/.test(one)),
    );
    const [application] = all;
    if (alone && all.length === 1 && targets.size === 1 && first?.location.pass && application?.service) {
      const { pass } = first.location;
      const addresses = application.addresses ?? [];
      yield {
        ...problem('astray', lineAt(project, pass.at, `${pass.target}:upstream`), {
          target: pass.addresses?.join(', ') ?? pass.target,
          service: application.service.name,
          addresses: addresses.map(({ text }) => `\`${text}\``).join(' and '),
        }),
        // A unit of another name on the server may listen there.
        confidence: 'firm',
        evidence: addresses.map(({ at }) => ({ at, note: 'The server listens here.' })),
        remedy: {
          summary: 'Name the same address on both sides.',
          code: `proxy_pass http://${addresses[0]?.text.replace(/^0\.0\.0\.0:/, '127.0.0.1:')}`,
          language: 'nginx',
          path: pass.at.path,
          place: 'instead',
        },
      };
    }
    for (const { passings, addresses, service } of all) {
      for (const { location } of passings) {
        const { pass } = location;
        const address = addresses?.find(({ text }) =>
          pass?.addresses?.some((one) => one.endsWith(text.replace(/^0\.0\.0\.0/, ''))),
        );
        if (!pass || !address?.protocol || !service || address.protocol === pass.protocol) continue;
        yield {
          ...problem('protocol', lineAt(project, pass.at, `${pass.target}:protocol`), {
            directive: pass.protocol === 'http' ? 'proxy_pass' : 'uwsgi_pass',
            spoken: pass.protocol === 'http' ? 'HTTP' : "uWSGI's own protocol",
            understood: address.protocol === 'http' ? 'HTTP alone' : "uWSGI's own protocol alone",
            target: pass.target,
            service: service.name,
          }),
          evidence: [{ at: address.at, note: 'The server listens here.' }],
          remedy: {
            summary: address.protocol === 'http' ? 'Pass over HTTP.' : "Pass in uWSGI's own protocol.",
            code:
              address.protocol === 'http'
                ? `proxy_pass http://${address.text}`
                : `include uwsgi_params;\nuwsgi_pass ${address.text}`,
            language: 'nginx',
            path: pass.at.path,
            place: 'instead',
          },
        };
        break;
      }
    }
  },
});
