/** A file cache that visitors can reach, or that lies wherever the process happened to start. */

import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { directoriesIn } from '../static/static-settings.js';
import { isWithin, repositoryPath, shownPath, tidy } from '../structure/repository-path.js';
import { cachesOf } from './caches.js';

const fileBackend = 'django.core.cache.backends.filebased.FileBasedCache';

export const locationExposed = defineRule({
  id: 'cache/location-exposed',
  title: 'The file cache lies where it must not',
  sound: 'File caches lie in places of their own',
  category: 'security',
  severity: 'high',
  effort: minutes(5),
  risk: 'Cached pages and sessions can be downloaded, and whoever can write a file there runs code in the site: entries are pickles.',
  references: [cwe(552), django('caches.W002'), django('caches.W003'), docs('topics/cache', 'filesystem-caching')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    served: 'The file cache `{alias}` is in `{path}`, which overlaps with `{setting}`.',
    relative: 'The file cache `{alias}` is in `{path}`, which depends on the directory the process starts in.',
  },
  when: ({ settings }) => hasFinalValues(settings) && cachesOf(settings).some(({ backend }) => backend === fileBackend),
  *check({ project, settings }, { problem }) {
    const setting = settings.get('CACHES');
    for (const { alias, backend, options } of cachesOf(settings)) {
      const location = stringOf(lookup(options, 'LOCATION'));
      if (backend !== fileBackend || location === undefined) continue;
      const about = { ...setting, subject: `${setting.subject}:${alias}` };
      const isRelative = !location.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(location);
      // Nobody makes a directory `home` in a project: the slash in front is missing.
      const meant = isRelative && /^(home|srv|var|tmp|opt|mnt|usr)\//.test(location) ? `/${location}` : undefined;
      const remedy = writeEntry(
        { project, settings },
        setting,
        [alias, 'LOCATION'],
        meant === undefined ? 'Give it a directory of its own, outside of what is served.' : 'Begin it with a slash.',
        `'${meant?.replaceAll("'", '') ?? '/var/tmp/django-cache'}'`,
      );
      if (isRelative) {
        yield {
          ...problem('relative', about, { alias, path: location }),
          confidence: confidenceIn(settings, setting),
          ...(isServed(settings, location)
            ? {}
            : ({
                severity: 'low',
                risk: 'Processes that start in different directories share no cache, and clearing it from a shell clears another one.',
              } as const)),
          remedy,
        };
        continue;
      }
      for (const name of ['MEDIA_ROOT', 'STATIC_ROOT', 'STATICFILES_DIRS']) {
        const served = settings.get(name);
        if (!directoriesIn(served).some((directory) => isWithin(location, directory) || isWithin(directory, location)))
          continue;
        yield {
          ...problem('served', about, { alias, path: shownPath(location), setting: name }),
          confidence: confidenceIn(settings, setting, served),
          evidence: [{ at: served.at, note: `\`${name}\` is set here.` }],
          remedy,
        };
        break;
      }
    }
  },
});

/** Whether a server that starts in the project's directory would hand the place out. */
function isServed(settings: Settings, location: string): boolean {
  return ['MEDIA_ROOT', 'STATIC_ROOT', 'STATICFILES_DIRS'].some((name) =>
    directoriesIn(settings.get(name)).some((directory) => {
      const inside = directory.startsWith('/') ? repositoryPath(directory) : tidy(directory);
      return inside !== undefined && (isWithin(location, inside) || isWithin(inside, location));
    }),
  );
}
