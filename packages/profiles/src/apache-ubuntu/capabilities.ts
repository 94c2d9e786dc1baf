/** What Apache with mod_wsgi on a server of one's own carries, limits or cannot do. */
import { serverCapabilities } from '../own-server/capabilities.js';

/** One row a feature. */
export const capabilities = serverCapabilities({
  sqlite: {
    support: 'limited',
    note: 'The file and its directory must be writable for the user of the daemon process, and writes must be few.',
  },
  celery: {
    support: 'works',
    note: 'As a systemd unit of its own; Apache does not start it and shares no environment with it.',
  },
  websockets: {
    support: 'limited',
    note: 'WSGI cannot carry them: an ASGI server beside Apache and a ProxyPass for its paths can.',
  },
  'local-media': { support: 'works', note: '`MEDIA_ROOT` must be writable for the user of the daemon process.' },
  'machine-learning': {
    support: 'works',
    note: 'Packages with C extensions need `WSGIApplicationGroup %{GLOBAL}`, and each daemon process loads the model.',
  },
});
