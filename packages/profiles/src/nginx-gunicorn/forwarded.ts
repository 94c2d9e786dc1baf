/** What nginx tells the application of a request: the host that was asked for, and whether it came over HTTPS. */
import type { Location } from '@django-golive/core';
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

/** Whether the application server itself takes the scheme from nginx, with the place that tells it. */
export function schemeTrusted(application: WebApplication): Location | undefined {
  const { passings, service, addresses } = application;
  const [first] = passings;
  if (!first || !service?.server) return undefined;
  const uwsgi = passings.every(({ location }) => location.pass?.protocol === 'uwsgi');
  if (uwsgi) {
    const told = passings.map(({ location }) =>
      holding(location, 'uwsgi_param').find(({ args }) => /^(HTTPS|UWSGI_SCHEME)$/.test(args[0]?.text ?? '')),
    );
    return told.every((item) => item !== undefined) ? told[0]?.at : undefined;
  }
  const headers = passings.map((passing) => headerTo(passing, 'X-Forwarded-Proto'));
  if (
    headers.some(
      (item) =>
        item === undefined || item === 'unseen' || !/^(\$scheme|https|\$\w*forwarded_proto\w*)$/.test(item.value),
    )
  )
    return undefined;
  const [header] = headers;
  const { server } = service.server;
  const workers = service.server.workerClass?.text ?? '';
  const trusted = service.server.forwardedAllowIps?.text;
  const bySocket = addresses?.every(({ text }) => text.startsWith('unix:')) ?? false;
  const believes =
    server === 'uwsgi' ||
    (server === 'daphne' && service.server.options.has('--proxy-headers')) ||
    (trusted === '*' && /^(gunicorn|uvicorn)$/.test(server)) ||
    // Both believe a proxy on the same machine; uvicorn knows it by its address alone, which a socket has none of.
    (trusted === undefined && server === 'gunicorn' && (!/uvicorn/i.test(workers) || !bySocket)) ||
    (trusted === undefined && server === 'uvicorn' && !bySocket && !service.server.options.has('--no-proxy-headers'));
  return believes && header !== undefined && header !== 'unseen' ? header.at : undefined;
}
