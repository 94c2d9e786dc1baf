/** A manifest that may lack files without anybody being told. */
import { truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isAssigned } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { staticStorage } from './static-settings.js';

export const manifestStrictOff = defineRule({
  id: 'static/manifest-strict-off',
  title: 'Static files may be missing without an error',
  sound: 'A missing static file is an error',
  category: 'static-media',
  severity: 'low',
  effort: minutes(15),
  risk: 'A style or script that was not collected is linked under a name that nothing answers, and nobody is told.',
  references: [
    web(
      'WhiteNoise: WHITENOISE_MANIFEST_STRICT',
      'https://whitenoise.readthedocs.io/en/stable/django.html#WHITENOISE_MANIFEST_STRICT',
    ),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { off: '`WHITENOISE_MANIFEST_STRICT` is off.' },
  // Only WhiteNoise's storage with a manifest reads it.
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    isAssigned(settings.get('WHITENOISE_MANIFEST_STRICT')) &&
    staticStorage(settings) === 'whitenoise.storage.CompressedManifestStaticFilesStorage',
  *check({ settings }, { problem }) {
    const setting = settings.get('WHITENOISE_MANIFEST_STRICT');
    if (truthOf(setting.value) !== 'no' || setting.value.kind === 'none') return;
    yield {
      ...problem('off', setting),
      confidence: confidenceIn(settings, setting),
      remedy: {
        summary: 'Take it away, and mend the names that then turn out to be missing.',
        path: setting.at.path,
      },
    };
  },
});
