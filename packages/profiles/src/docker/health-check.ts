/** What a container's health check asks its own Django, and what fails it. */
import type { Location } from '@django-golive/core';
import type { Container } from './containers.js';

/** A health check that asks the application in its own container over HTTP. */
export interface HealthCheck {
  readonly at: Location;
  /** As written: `http://localhost:8000/health/`. */
  readonly url: string;
  /** The host that the request names. */
  readonly host: string;
  readonly path: string;
  /** Whether an answer of 400 makes the check fail. */
  readonly failsOnRefusal: boolean;
  /** Whether a redirect is followed, which then fails: nothing speaks TLS on that port. */
  readonly follows: boolean;
}

/** The check of a container, where it asks over HTTP under a local name. */
export function healthCheckOf({ service, image }: Container): HealthCheck | undefined {
  const own = service?.healthcheck;
  if (own?.disabled) return undefined;
  const check = own ?? image?.healthcheck;
  const match = /\bhttps?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?(\/[^\s"'`|;)\\,]*)?/i.exec(
    check?.text ?? '',
  );
  // Headers of its own may name another host, or say that the request came over HTTPS.
  if (!check || !match || /\bheaders?\b|\bHost:|X-Forwarded|\s-H\b|"-H"/i.test(check.text)) return undefined;
  const curl = /\bcurl\b/.test(check.text);
  const wget = /\bwget\b/.test(check.text);
  const urlopen = /\burlopen\b/.test(check.text);
  return {
    at: check.at,
    url: match[0],
    host: (match[1] ?? '').toLowerCase(),
    path: match[2] ?? '/',
    failsOnRefusal:
      wget ||
      urlopen ||
      (curl && /(?:^|[\s"'])(?:--fail(?:-with-body)?|-[a-zA-Z]*f[a-zA-Z]*)(?=[\s"',]|$)/.test(check.text)),
    // What came over HTTPS is not redirected to it.
    follows:
      match[0].startsWith('http:') &&
      (wget || urlopen || (curl && /(?:^|[\s"'])(?:--location|-[a-zA-Z]*L[a-zA-Z]*)(?=[\s"',]|$)/.test(check.text))),
  };
}
