/** Uploads in a bucket that everybody may read, or write. */
import { apps } from '../../facts/apps.js';
import { type Setting, type Settings, settings } from '../../facts/settings.js';
import { isAssigned, lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { uploadStorage } from './stored-uploads.js';
import { uploadApp, uploadField } from './upload-fields.js';

export const publicBucket = defineRule({
  id: 'media/public-bucket',
  title: 'Uploads lie in a bucket that is open to everybody',
  sound: 'Uploads lie in a bucket that is not open to everybody',
  category: 'security',
  severity: 'medium',
  effort: minutes(30),
  risk: 'Whoever finds an address reads what others uploaded, or replaces it.',
  references: [
    cwe(732),
    web('django-storages: Amazon S3', 'https://django-storages.readthedocs.io/en/latest/backends/amazon-S3.html'),
  ],
  since: '0.1.0',
  needs: { apps, settings },
  problems: { writable: 'Uploads are stored as `public-read-write`: everybody may replace them.' },
  questions: {
    readable:
      'Uploads are stored as `public-read`: everybody may read them. Is all that people upload meant for everybody?',
  },
  when: ({ apps, settings }) =>
    hasFinalValues(settings) &&
    aclOf(settings) !== undefined &&
    (uploadField(apps) ?? uploadApp(settings)) !== undefined,
  *check({ settings }, { problem, question }) {
    const found = aclOf(settings);
    if (found?.acl === 'public-read') yield question('readable', found.setting);
    if (found?.acl !== 'public-read-write') return;
    yield {
      ...problem('writable', found.setting),
      confidence: confidenceIn(settings, found.setting),
      remedy: writeInSettings(settings, 'Keep objects private; addresses are then signed.', 'AWS_DEFAULT_ACL = None'),
    };
  },
});

/** What S3 is told of each upload, where uploads go there. */
function aclOf(settings: Settings): { readonly setting: Setting; readonly acl: string } | undefined {
  const storage = uploadStorage(settings);
  if (storage === undefined || storage.startsWith('django.core.')) return undefined;
  const storages = settings.get('STORAGES');
  const own = stringOf(lookup(lookup(lookup(storages.value, 'default'), 'OPTIONS'), 'default_acl'));
  if (own !== undefined) return { setting: storages, acl: own };
  const setting = settings.get('AWS_DEFAULT_ACL');
  const acl = stringOf(setting.value);
  return isAssigned(setting) && acl !== undefined ? { setting, acl } : undefined;
}
