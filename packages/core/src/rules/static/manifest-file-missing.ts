/** References to static files that are not there, under a storage that stops at them. */
import { apps } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { literalOf, type Templates, templates } from '../../facts/templates.js';
import { stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { type Collected, collectedFiles, isThere, respelt } from './collected-files.js';
import { fileReferences } from './file-references.js';
import { collects, keepsManifest, staticStorage } from './static-settings.js';

/** Findings of one audit: who has more has one fault in many places. */
const mostFindings = 20;

export const manifestFileMissing = defineRule({
  id: 'static/manifest-file-missing',
  title: 'A static file is named that is not there',
  sound: 'Every static file that is named is there',
  category: 'static-media',
  severity: 'high',
  effort: minutes(15),
  risk: 'The storage of static files stops at it: `collectstatic` fails, or the page that names it answers 500.',
  references: [docs('ref/contrib/staticfiles', 'manifeststaticfilesstorage')],
  since: '0.1.0',
  needs: { apps, project, settings, templates },
  problems: {
    reference: '`{file}` names `{url}`, and `{target}` is not there: `collectstatic` stops at it.',
    map: '`{file}` names its source map `{url}`, and `{target}` is not there: `collectstatic` stops at it.',
    template: '`{file}` asks for `{target}`, which is not there: the page answers 500.',
  },
  when: ({ apps, project, settings }) =>
    hasFinalValues(settings) &&
    collects(settings) === 'yes' &&
    keepsManifest(staticStorage(settings)) &&
    (collectedFiles(project, settings, apps)?.files.size ?? 0) > 0,
  *check({ apps, project, settings, templates }, { problem }) {
    const collected = collectedFiles(project, settings, apps);
    if (!collected) return;
    const missing = [
      ...missingInFiles(project, settings, collected),
      ...(apps.complete ? missingInTemplates(project, settings, templates, collected) : []),
    ];
    for (const { kind, path, offset, length, url, target } of missing.slice(0, mostFindings)) {
      const file = project.file(path);
      if (!file) continue;
      const at = file.at({ start: offset, end: offset + length });
      yield {
        ...problem(kind, { at, subject: `${path}:${target}` }, { file: path, url, target }),
        // Another package may bring a file of that name.
        confidence: 'firm',
        remedy: {
          summary:
            kind === 'map'
              ? 'Add the source map beside the file, or delete the line that names it.'
              : 'Add the file, correct the name, or delete what asks for it.',
          path,
        },
      };
    }
  },
});

interface Missing {
  readonly kind: 'reference' | 'map' | 'template';
  readonly path: string;
  readonly offset: number;
  readonly length: number;
  readonly url: string;
  readonly target: string;
}

/** The first reference of each stylesheet and script that leads nowhere. */
function missingInFiles(project: Project, settings: Settings, collected: Collected): readonly Missing[] {
  const staticUrl = stringOf(settings.get('STATIC_URL').value) ?? '/static/';
  const url = staticUrl.startsWith('/') ? staticUrl : `/${staticUrl}`;
  return [...collected.files].flatMap(([name, path]): readonly Missing[] => {
    if (!/\.(css|js)$/.test(name) || project.tracked(path) === false) return [];
    const text = project.file(path)?.text ?? '';
    const lost = fileReferences(name, text, settings.django, url).find(
      ({ target }) => !isThere(project, collected, target, path, name),
    );
    if (!lost) return [];
    const { kind, offset, target } = lost;
    return [
      { kind: kind === 'map' ? 'map' : 'reference', path, offset, length: lost.url.length, url: lost.url, target },
    ];
  });
}

/** The static files that templates name by a literal, in directories of the project's own. */
function missingInTemplates(
  project: Project,
  settings: Settings,
  templates: Templates,
  collected: Collected,
): readonly Missing[] {
  // What a build makes is not in the repository.
  if (
    project.paths.some((path) => /(^|\/)(package\.json|webpack\.[\w.]*js|vite\.config\.\w+|gulpfile\.js)$/.test(path))
  )
    return [];
  const foreign = new Set(
    stringsOf(settings.get('INSTALLED_APPS').value).flatMap((entry) => entry.toLowerCase().split('.')),
  );
  const found: Missing[] = [];
  const told = new Set<string>();
  for (const { path, language, tags } of templates.files) {
    if (language !== 'django' || project.tracked(path) === false) continue;
    for (const { name, words, span } of tags) {
      const target = name === 'static' ? literalOf(words[0]) : undefined;
      if (target === undefined || /[{}]/.test(target)) continue;
      const parent = target.includes('/') ? target.slice(0, target.lastIndexOf('/')) : undefined;
      if (parent === undefined || told.has(target)) continue;
      if (!collected.directories.has(parent) && respelt(collected, target) === undefined) continue;
      if (foreign.has(target.split('/')[0]?.toLowerCase() ?? '') || target.endsWith('/') || /[?#%]/.test(target))
        continue;
      if (isThere(project, collected, target, undefined, undefined)) continue;
      told.add(target);
      found.push({
        kind: 'template',
        path,
        offset: span.start,
        length: span.end - span.start,
        url: target,
        target,
      });
    }
  }
  return found;
}
