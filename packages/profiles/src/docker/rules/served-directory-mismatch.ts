/** Static files and uploads: the mount that the proxy hands out against where Django writes in its own container. */
import {
  type Apps,
  apps,
  changedText,
  defineRule,
  docs,
  type Features,
  features,
  hasFinalValues,
  minutes,
  project,
  type Settings,
  settings,
  stringsOf,
  web,
} from '@django-golive/core';
import { liesIn } from '../../files/paths.js';
import { lineAt } from '../../files/shown-line.js';
import { takesUploads } from '../../uploads.js';
import { containers } from '../containers.js';
import { signOfWorkplace } from '../perhaps-workplace.js';
import { type ServedMount, servedMounts } from '../served-mounts.js';

export const servedDirectoryMismatch = defineRule({
  id: 'docker/served-directory-mismatch',
  title: 'The proxy serves a volume that Django does not write to',
  sound: 'The proxy serves the directories that Django writes to',
  category: 'static-media',
  severity: 'high',
  effort: minutes(10),
  risk: 'Pages come without styles and scripts, the admin included: the directory that the proxy serves stays empty.',
  references: [
    docs('howto/static-files/deployment'),
    web('Docker: Volumes', 'https://docs.docker.com/engine/storage/volumes/'),
  ],
  since: '0.1.0',
  needs: { project, containers, settings, features, apps, servedMounts },
  problems: {
    elsewhere:
      '`{proxy}` serves `{url}` from `{source}`, which `{service}` has at `{target}`: `{setting}` is `{root}`, outside of it.',
  },
  when: ({ settings, features, apps, servedMounts }) =>
    hasFinalValues(settings) && servedMounts.some((one) => isJudged(one, settings, features, apps)),
  *check({ project, containers, settings, features, apps, servedMounts }, { problem }) {
    for (const found of servedMounts) {
      const { reached, setting, at, url, directory, proxy, mount, web, own, shared, root } = found;
      const isMedia = setting === 'MEDIA_ROOT';
      if (reached || !isJudged(found, settings, features, apps)) continue;
      const source = mount.source ?? mount.target;
      yield {
        ...problem('elsewhere', lineAt(project, own.at, `${web.name}:${setting}`), {
          proxy,
          url,
          source,
          service: web.name,
          target: own.target,
          setting,
          root,
        }),
        ...(isMedia
          ? { severity: 'medium' as const, risk: 'What people upload answers 404: the proxy looks elsewhere.' }
          : {}),
        confidence: signOfWorkplace(project, containers) === undefined ? 'firm' : 'tentative',
        evidence: [
          { at, note: `\`${directory}\` is served here.` },
          { at: mount.at, note: `\`${proxy}\` mounts \`${source}\` there.` },
          { at: settings.get(setting).at, note: `\`${setting}\` is set here.` },
        ],
        remedy:
          shared === own.target
            ? {
                summary: `Mount \`${source}\` where \`${setting}\` is${isMedia ? '' : ', then run `collectstatic` again'}.`,
                ...changedText(project, own.at, (text) => text.replace(own.target, root)),
                language: 'yaml',
              }
            : {
                summary: `Let \`${setting}\` be what the proxy serves${isMedia ? '' : ', then run `collectstatic` again'}.`,
                code: `${setting} = '${shared}'`,
                language: 'python',
                path: settings.get(setting).at.path,
              },
      };
    }
  },
});

/** Uploads that lie on no mount are lost with the container, and `docker/data-in-container` says so. */
function isJudged({ setting, web, root }: ServedMount, settings: Settings, features: Features, apps: Apps): boolean {
  if (setting === 'STATIC_ROOT')
    return stringsOf(settings.get('INSTALLED_APPS').value).includes('django.contrib.staticfiles');
  const kept = web.service?.mounts.some(
    ({ kind, target }) => (kind === 'volume' || kind === 'bind') && liesIn(root, target),
  );
  return kept === true && takesUploads(features, apps, settings);
}
