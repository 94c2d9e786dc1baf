/** Whether Django can tell that a request reached the proxy over HTTPS. */
import type { Deployment } from '../../facts/deployment.js';
import type { Settings } from '../../facts/settings.js';
import type { Truth } from '../../facts/value.js';

/**
 * PythonAnywhere's servers are not documented to pass the scheme on; forms of Django 4 and later work there all the same.
 * Render gives its Python services variables of gunicorn, which may say that the proxy is to be believed.
 */
const untold = new Set(['pythonanywhere', 'render']);

/** Through its own setting, or because the application server takes the proxy's word before Django does. */
export function seesHttps(settings: Settings, deployment: Deployment): Truth {
  if (deployment.traits.has('forwarded-proto-trusted') || deployment.traits.has('tls-in-server')) return 'yes';
  const header = settings.get('SECURE_PROXY_SSL_HEADER').value;
  if (header.kind === 'none') return untold.has(deployment.target) ? 'maybe' : 'no';
  return header.kind === 'unknown' || header.kind === 'choice' ? 'maybe' : 'yes';
}
