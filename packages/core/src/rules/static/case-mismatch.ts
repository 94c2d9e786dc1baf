/** Static files that templates name in another spelling than the files': found on Windows and macOS alone. */
import { apps } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { literalOf, templates } from '../../facts/templates.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { hasFinalValues } from '../settings/final-values.js';
import { collectedFiles, respelt } from './collected-files.js';
import { collects, keepsManifest, staticStorage } from './static-settings.js';

export const staticCaseMismatch = defineRule({
  id: 'static/case-mismatch',
  title: 'A static file is named in another spelling than its own',
  sound: 'Static files are named as they are spelt',
  category: 'static-media',
  severity: 'medium',
  effort: minutes(10),
  risk: 'What works on Windows and macOS is not found on a Linux server: a style, a script or a picture is missing.',
  references: [docs('ref/templates/builtins', 'static')],
  since: '0.1.0',
  needs: { apps, project, settings, templates },
  problems: { template: '`{name}` is asked for, and the file is `{path}`.' },
  // A storage with a manifest stops at the name, which another rule tells.
  when: ({ apps, project, settings, templates }) =>
    hasFinalValues(settings) &&
    collects(settings) === 'yes' &&
    !keepsManifest(staticStorage(settings)) &&
    templates.files.some(({ tags }) => tags.some(({ name }) => name === 'static')) &&
    (collectedFiles(project, settings, apps)?.files.size ?? 0) > 0,
  *check({ apps, project, settings, templates }, { problem }) {
    const collected = collectedFiles(project, settings, apps);
    const told = new Set<string>();
    for (const { path, tags } of templates.files)
      for (const { name: tag, words, span } of tags) {
        const name = tag === 'static' ? literalOf(words[0]) : undefined;
        const meant = collected && name !== undefined && !told.has(name) ? respelt(collected, name) : undefined;
        const at = meant === undefined ? undefined : project.file(path)?.at(span);
        if (name === undefined || meant === undefined || !at) continue;
        told.add(name);
        yield {
          ...problem('template', { at, subject: `${path}:${name}` }, { name, path: meant }),
          confidence: 'firm',
          remedy: { summary: 'Spell the name as the file is spelt.', path },
        };
      }
  },
});
