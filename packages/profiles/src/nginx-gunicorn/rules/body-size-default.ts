/** Uploads that nginx refuses: its limit is one megabyte where nothing else is said. */
import { apps, defineRule, minutes, project, settings, uploadApp, uploadField, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { hasUnseen, holding } from '../sites.js';
import { webApplications } from '../web-applications.js';

export const bodySizeDefault = defineRule({
  id: 'nginx-gunicorn/body-size-default',
  title: 'nginx refuses uploads above 1 MB',
  sound: 'nginx lets uploads through',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Pictures and documents above 1 MB end in 413 Request Entity Too Large, before Django sees them.',
  references: [
    web('nginx: client_max_body_size', 'https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size'),
  ],
  since: '0.1.0',
  needs: { project, apps, settings, webApplications },
  problems: { unset: 'The project takes files, and nothing sets `client_max_body_size`, which is 1 MB by itself.' },
  when: ({ apps, settings, webApplications }) =>
    (uploadField(apps) ?? uploadApp(settings)) !== undefined &&
    webApplications.all.some(({ passings }) => passings.length > 0),
  *check({ project, apps, settings, webApplications }, { problem }) {
    const upload = uploadField(apps) ?? uploadApp(settings);
    const passings = webApplications.all.flatMap((application) => application.passings);
    const set = passings.some(
      ({ location }) =>
        holding(location, 'client_max_body_size').length > 0 ||
        hasUnseen(location, /^(?!.*(proxy_params|uwsgi_params|letsencrypt|ssl|mime\.types))/),
    );
    const [passing] = passings;
    if (set || !passing) return;
    yield {
      ...problem('unset', lineAt(project, passing.server.at, 'body-size')),
      // Another file of the server may set it for all sites.
      confidence: 'firm',
      evidence: upload ? [upload] : [],
      remedy: {
        summary: 'Allow what your largest upload needs.',
        code: 'client_max_body_size 20m;',
        language: 'nginx',
        path: passing.server.at.path,
        place: 'after',
      },
    };
  },
});
