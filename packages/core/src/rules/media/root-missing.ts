/** Models that take files, and no directory to put them into. */
import { truthOf } from '../../describe.js';
import { apps, type ModelField } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { firstLine, type Sources, siteCode, sources } from '../../facts/sources.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { projectPath } from '../settings/project-path.js';
import { liesInMediaRoot } from './stored-uploads.js';

export const rootMissing = defineRule({
  id: 'media/root-missing',
  title: 'Uploads have no directory of their own',
  sound: 'Uploads have a directory of their own',
  category: 'static-media',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Files that visitors upload land among the code, in whatever directory the process started, and the next deployment may remove them.',
  references: [docs('ref/settings', 'media-root'), docs('topics/files')],
  since: '0.1.0',
  needs: { apps, project, settings, sources },
  problems: {
    missing: '`MEDIA_ROOT` is not set, and `{model}.{field}` takes files.',
    served:
      '`MEDIA_ROOT` is not set, and `{path}` serves it while `DEBUG` is on, which it is: that is the directory the process starts in.',
  },
  when: ({ apps, project, settings, sources }) =>
    hasFinalValues(settings) &&
    ((liesInMediaRoot(settings) && takingFiles(project, apps).length > 0) ||
      servingLine(project, settings, sources) !== undefined),
  *check({ apps, project, settings, sources }, { problem }) {
    const setting = settings.get('MEDIA_ROOT');
    const [first] = takingFiles(project, apps);
    if (truthOf(setting.value) !== 'no') return;
    const served = servingLine(project, settings, sources);
    if (served) {
      yield {
        ...problem('served', setting, { path: served.path }),
        confidence: confidenceIn(settings, settings.get('DEBUG')),
        risk: 'Everybody can download what lies beside the code: the settings with their secrets, the database, `.env`.',
        evidence: [{ at: served, note: 'It is served here.' }],
        remedy: writeInSettings(
          settings,
          'Name a directory that holds nothing else, and switch `DEBUG` off in production.',
          `MEDIA_ROOT = ${projectPath(settings, 'media')}\nMEDIA_URL = '/media/'`,
        ),
      };
      return;
    }
    if (!first) return;
    yield {
      ...problem('missing', setting, { model: first.model, field: first.field.name }),
      severity: 'medium',
      confidence: confidenceIn(settings, setting),
      evidence: [{ at: first.field.at, note: `\`${first.field.name}\` takes files.` }],
      remedy: writeInSettings(
        settings,
        'Name a directory that holds nothing else; where everybody may see the files, let the web server serve it.',
        `MEDIA_ROOT = ${projectPath(settings, 'media')}\nMEDIA_URL = '/media/'`,
      ),
    };
  },
});

/** The line that maps uploads for development, where `DEBUG` is on and it maps what it is told to. */
function servingLine(project: Project, settings: Settings, sources: Sources): Location | undefined {
  if (truthOf(settings.get('DEBUG').value) !== 'yes' || truthOf(settings.get('MEDIA_ROOT').value) !== 'no')
    return undefined;
  const url = stringOf(settings.get('MEDIA_URL').value);
  // From 3.1 on no prefix is the root of the site; before, Django refuses it. An address elsewhere maps nothing.
  if (url === undefined || url.includes('//') || (url === '' && !atLeastSeries(settings.django, '3.1')))
    return undefined;
  const loaded = siteCode(sources, settings).filter((file) => file.loaded === 'yes' && file.path.endsWith('urls.py'));
  return firstLine(
    project,
    loaded,
    /^[^'"#]*\bstatic\(\s*settings\.MEDIA_URL\s*,\s*(?:document_root\s*=\s*)?settings\.MEDIA_ROOT\b/,
  );
}

/** The fields of installed models that hand files to the default storage. */
function takingFiles(
  project: Project,
  {
    own,
  }: {
    readonly own: readonly {
      readonly models: readonly { readonly name: string; readonly fields: readonly ModelField[] }[];
    }[];
  },
): readonly { readonly model: string; readonly field: ModelField }[] {
  return own.flatMap(({ models }) =>
    models.flatMap((model) =>
      model.fields
        .filter((field) => /^(File|Image)Field$/.test(field.type) && !hasOwnStorage(project, field))
        .map((field) => ({ model: model.name, field })),
    ),
  );
}

/** Whether a field names a storage of its own, among its arguments. */
function hasOwnStorage(project: Project, { at }: ModelField): boolean {
  const text = project.file(at.path)?.text.slice(at.span.start, at.span.start + 2000) ?? '';
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    else if (text[index] === ')') {
      depth -= 1;
      if (depth === 0) return /\bstorage\s*=/.test(text.slice(0, index));
    }
  }
  return false;
}
