/** What nginx tells the application of a request: the host that was asked for, and whether it came over HTTPS. */
import type { Location } from '@django-golive/core';
import type { Service } from '../own-server/services.js';
import { hasUnseen, holding } from './sites.js';
import type { Passing, WebApplication } from './web-applications.js';

/** A header's value, and the place that sets it; `undefined`: not set; `unseen`: a part that only the server has may set it. */
export type Told = { readonly value: string; readonly at: Location } | undefined | 'unseen';

/** A header that a location sets for the application. */
export function headerTo({ location }: Passing, header: string): Told {
  const found = holding(location, 'proxy_set_header').findLast(
    ({ args }) => args[0]?.text.toLowerCase() === header.toLowerCase(),
  );
  if (found) return { value: found.args[1]?.text ?? '', at: found.at };
  return hasUnseen(location, /proxy|header|snippet|params|common|django|gunicorn/i) ? 'unseen' : undefined;
}

/** Whether the application server itself takes the scheme from nginx: the place that tells it, or that it does not. */
export type SchemeTold = { readonly at: Location } | 'no' | 'unknown';

/** What the locations of an application and its server make of the scheme. */
export function schemeTold(application: WebApplication): SchemeTold {
  const { passings, service } = application;
  if (passings.length > 0 && passings.every(({ location }) => location.pass?.protocol === 'uwsgi')) {
    const told = passings.map(({ location }) =>
      holding(location, 'uwsgi_param').find(({ args }) => /^(HTTPS|UWSGI_SCHEME)$/.test(args[0]?.text ?? '')),
    );
    const [first] = told;
    return first && told.every((item) => item !== undefined) ? { at: first.at } : 'unknown';
  }
  const headers = passings.map((passing) => headerTo(passing, 'X-Forwarded-Proto'));
  const [header] = headers;
  if (headers.includes('unseen')) return 'unknown';
  if (header === undefined || header === 'unseen' || headers.includes(undefined)) return 'no';
  if (!service?.server) return 'unknown';
  const believes = believesNginx(application, service);
  return believes === 'yes' ? { at: header.at } : believes;
}

/** Whether a server believes what a proxy on the same machine says of the scheme. */
function believesNginx({ addresses }: WebApplication, service: Service): 'yes' | 'no' | 'unknown' {
  const { server } = service;
  const allowed =
    server?.forwardedAllowIps?.text ?? service.variables.find(({ name }) => name === 'FORWARDED_ALLOW_IPS')?.value;
  const bySocket = addresses?.every(({ text }) => text.startsWith('unix:')) ?? false;
  if (!server || addresses === undefined) return allowed === '*' ? 'yes' : 'unknown';
  const byAddress = allowed === undefined || /(^|,)\s*(\*|127\.0\.0\.1|127\.0\.0\.0\/8)\s*(,|$)/.test(allowed);
  switch (server.server) {
    case 'gunicorn': {
      if (server.config && !server.file) return 'unknown';
      if (server.file?.get('secure_scheme_headers') || server.forwardedAllowIps?.literal === false) return 'unknown';
      // Workers of uvicorn know nginx by its address, and a socket has none.
      if (/uvicorn/i.test(server.workerClass?.text ?? '') && bySocket) return allowed === '*' ? 'yes' : 'no';
      return bySocket || byAddress ? 'yes' : 'no';
    }
    case 'uvicorn':
      if (server.options.has('--no-proxy-headers')) return 'no';
      return allowed === '*' || (!bySocket && byAddress) ? 'yes' : 'no';
    case 'daphne':
      return server.options.has('--proxy-headers') ? 'yes' : 'no';
    case 'waitress':
      return server.options.has('--trusted-proxy') ? 'unknown' : 'no';
    case 'runserver':
      return 'no';
    default:
      return 'unknown';
  }
}
