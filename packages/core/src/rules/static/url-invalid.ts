/** Addresses of static files and uploads that Django refuses. */
import { describeValue, truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isAssigned, stringOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { collects } from './static-settings.js';

export const urlInvalid = defineRule({
  id: 'static/url-invalid',
  title: 'The address of static files or uploads is refused',
  sound: 'The addresses of static files and uploads are usable',
  category: 'static-media',
  severity: 'critical',
  effort: minutes(5),
  risk: '`migrate` and every other command that runs all checks stops, or every page that links to a static file does.',
  references: [django('urls.E006'), docs('ref/settings', 'static-url')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    slashless: '`{name}` is {value}, which does not end in a slash.',
    missing: '`STATIC_URL` is {value}, and `django.contrib.staticfiles` is installed.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    (['STATIC_URL', 'MEDIA_URL'].some((name) => isAssigned(settings.get(name))) || collects(settings) === 'yes'),
  *check({ settings }, { problem }) {
    for (const name of ['STATIC_URL', 'MEDIA_URL']) {
      const setting = settings.get(name);
      const text = stringOf(setting.value);
      const value = describeValue(name, setting.value);
      const confidence = confidenceIn(settings, setting);
      if (text !== undefined && text !== '' && !text.endsWith('/')) {
        const code = `${name} = '${text.replace(/'/g, '')}/'`;
        yield {
          ...problem('slashless', setting, { name, value }),
          confidence,
          remedy:
            setting.reads.length > 0
              ? { summary: 'Give the variable a value that ends in a slash.' }
              : writeInSettings(settings, 'End it in a slash.', code),
        };
      }
      if (name === 'STATIC_URL' && truthOf(setting.value) === 'no' && collects(settings) === 'yes') {
        yield {
          ...problem('missing', setting, { value }),
          confidence,
          remedy: writeInSettings(
            settings,
            'Say below which address static files are served.',
            "STATIC_URL = '/static/'",
          ),
        };
      }
    }
  },
});
