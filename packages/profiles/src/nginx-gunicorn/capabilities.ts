/** What a server of one's own with nginx and gunicorn carries, limits or cannot do. */
import { serverCapabilities } from '../own-server/capabilities.js';

/** One row a feature. */
export const capabilities = serverCapabilities({
  sqlite: {
    support: 'limited',
    note: 'The file and its directory must be writable for the user of the unit, and writes must be few.',
  },
  celery: { support: 'works', note: 'As a unit of its own, with the environment that the site has.' },
  websockets: {
    support: 'works',
    note: 'With an ASGI server (uvicorn, daphne) and the `Upgrade` headers in the location of nginx.',
  },
  'local-media': {
    support: 'works',
    note: '`MEDIA_ROOT` must be writable for the user of the unit and readable for nginx.',
  },
  'machine-learning': {
    support: 'works',
    note: 'Each worker loads the model: the memory of the server must hold it as often.',
  },
});
