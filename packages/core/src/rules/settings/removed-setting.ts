/** A setting that this Django no longer reads: it looks configured and is not. */

import { dependencies } from '../../facts/dependencies.js';
import { operator, project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isWritten, siteCode, sources } from '../../facts/sources.js';
import { isAssigned, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from './django-series.js';
import { hasFinalValues } from './final-values.js';
import { removedSettings } from './removed-settings.js';
import { isLocalStorage, storagesRemedy } from './storages-remedy.js';

export const removedSetting = defineRule({
  id: 'settings/removed-setting',
  title: 'A setting is no longer read by this Django',
  sound: 'Every setting is read by this Django',
  category: 'deployment',
  severity: 'high',
  effort: minutes(15),
  risk: 'What the setting was there for falls back to the default without a word: another storage, other middleware.',
  references: [docs('internals/deprecation')],
  since: '0.1.0',
  needs: { dependencies, operator, project, settings, sources },
  problems: { ignored: 'Django {django} does not read `{name}` (removed in {since}); use {instead}.' },
  questions: {
    version:
      '`{name}` is not read since Django {since}, and the project does not say which Django it installs. Which one is it?',
  },
  when: ({ settings }) => hasFinalValues(settings),
  *check({ dependencies, operator, project, settings, sources }, { problem, question }) {
    const sure = operator.django !== undefined || dependencies.django?.series !== undefined;
    for (const removed of removedSettings) {
      const setting = settings.get(removed.name);
      const { name, since, instead } = removed;
      if (!isAssigned(setting) || !atLeastSeries(settings.django, since) || !removed.loses(settings)) continue;
      // None was a way of saying "the default".
      if (setting.value.kind === 'none') continue;
      if (!sure) {
        yield question('version', setting, { name, since });
        continue;
      }
      // Static files are then only stored by their plain names, which has a rule of its own.
      if (name === 'STATICFILES_STORAGE' && isLocalStorage(stringOf(setting.value))) continue;
      const shown = instead.includes(' ') ? instead : `\`${instead}\``;
      const remedy = storagesRemedy(project, name, settings);
      yield {
        ...problem('ignored', setting, { django: settings.django, name, since, instead: shown }),
        // Without files that are stored, nothing falls back to anything.
        ...(name === 'DEFAULT_FILE_STORAGE' &&
        !isWritten(project, siteCode(sources, settings), storing) &&
        stringsOf(settings.get('INSTALLED_APPS').value).every((entry) => !storingApps.test(entry))
          ? { severity: 'low' as const, risk: 'The line says something of a storage that nothing here uses.' }
          : {}),
        ...(remedy ? { remedy } : {}),
      };
    }
  },
});

/** Code that hands a file to the default storage, by a field or by hand. */
const storing =
  /\b\w*(?:File|Image|Picture|Photo|Upload)\w*Field\(|\b(?:default_storage|DefaultStorage|get_storage_class|storages)\b/i;

/** Applications of packages that keep files of their own there. */
const storingApps =
  /wagtail|filer|cms|ckeditor|summernote|tinymce|markdown|mdeditor|thumbnail|photologue|imagekit|import_export|oscar|mezzanine|avatar|backup|attachment|gallery|media|post_office|helpdesk/i;
