/** Uploads among the static files, or under their address. */
import { describeValue } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { holds, isAssigned, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { projectPath } from '../settings/project-path.js';
import { collects, directoriesIn, whitenoiseMiddleware } from '../static/static-settings.js';
import { isWithin, shownPath } from '../structure/repository-path.js';

export const insideStatic = defineRule({
  id: 'media/inside-static',
  title: 'Uploads lie among the static files',
  sound: 'Uploads lie apart from the static files',
  category: 'static-media',
  severity: 'high',
  effort: minutes(20),
  risk: 'Django refuses equal places; otherwise uploads are served, cached and collected as if the site had written them.',
  references: [cwe(552), docs('ref/settings', 'media-root')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    url: '`MEDIA_URL` and `STATIC_URL` are both {value}, which Django refuses.',
    root: '`MEDIA_ROOT` (`{media}`) lies in `{setting}` (`{directory}`).',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && (isAssigned(settings.get('MEDIA_ROOT')) || isAssigned(settings.get('MEDIA_URL'))),
  *check({ settings }, { problem }) {
    const [url, staticUrl] = [settings.get('MEDIA_URL'), settings.get('STATIC_URL')];
    const address = stringOf(url.value);
    if (
      address !== undefined &&
      address !== '' &&
      address === stringOf(staticUrl.value) &&
      collects(settings) === 'yes'
    ) {
      yield {
        ...problem('url', url, { value: describeValue('MEDIA_URL', url.value) }),
        confidence: confidenceIn(settings, url, staticUrl),
        remedy: writeInSettings(settings, 'Give uploads an address of their own.', "MEDIA_URL = '/media/'"),
      };
    }
    const media = settings.get('MEDIA_ROOT');
    const root = stringOf(media.value);
    if (root === undefined || root === '') return;
    for (const name of ['STATIC_ROOT', 'STATICFILES_DIRS']) {
      const setting = settings.get(name);
      const directory = directoriesIn(setting).find((text) => isWithin(root, text));
      if (directory === undefined) continue;
      yield {
        ...problem('root', media, { media: shownPath(root), setting: name, directory: shownPath(directory) }),
        confidence: confidenceIn(settings, media, setting),
        evidence: [{ at: setting.at, note: `\`${name}\` is set here.` }],
        remedy: writeInSettings(
          settings,
          'Keep uploads in a directory of their own, and move what is there.',
          `MEDIA_ROOT = ${projectPath(settings, 'media')}`,
        ),
      };
      return;
    }
    const served = settings.get('WHITENOISE_ROOT');
    const directory = stringOf(served.value);
    if (
      directory === undefined ||
      !isWithin(root, directory) ||
      holds(middlewareOf(settings).value, whitenoiseMiddleware) !== 'yes'
    )
      return;
    yield {
      ...problem('root', media, { media: shownPath(root), setting: served.name, directory: shownPath(directory) }),
      severity: 'medium',
      risk: 'WhiteNoise answers with every upload that it finds at its start, under the address of the site itself and as the type that its name says: a page that somebody uploaded is a page of the site.',
      confidence: confidenceIn(settings, media, served),
      evidence: [{ at: served.at, note: '`WHITENOISE_ROOT` is set here.' }],
      remedy: writeInSettings(
        settings,
        'Keep what WhiteNoise serves at the root, such as `robots.txt`, in a directory of its own.',
        `WHITENOISE_ROOT = ${projectPath(settings, 'public')}`,
      ),
    };
  },
});
