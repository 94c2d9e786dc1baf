/** Harbour lets visitors in when the site says that it is well; without a path it lets them in at once. */
import { defineRule, minutes, web } from '@django-golive/core';
import { manifest } from '../manifest.js';

export const healthMissing = defineRule({
  id: 'harbour/health-missing',
  title: 'Harbour is not told how to ask whether the site is well',
  sound: 'Harbour asks the site before it lets visitors in',
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'Visitors get errors while a release starts, and go on getting them when it cannot start.',
  references: [web('Harbour: health', 'https://handbook.shop.example/harbour/health')],
  since: '1.0.0',
  needs: { manifest },
  problems: { missing: '`{path}` names no `health` path.' },
  when: ({ manifest }) => manifest !== undefined,
  *check({ manifest }, { problem }) {
    if (manifest?.health !== undefined || !manifest) return;
    const { path } = manifest.at;
    yield {
      ...problem('missing', manifest, { path }),
      remedy: { summary: 'Name a path that answers 200.', code: '"health": "/healthz"', language: 'text', path },
    };
  },
});
