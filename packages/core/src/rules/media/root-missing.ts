/** Models that take files, and no directory to put them into. */
import { truthOf } from '../../describe.js';
import { apps, type ModelField } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { projectPath } from '../settings/project-path.js';
import { liesInMediaRoot } from './stored-uploads.js';

export const rootMissing = defineRule({
  id: 'media/root-missing',
  title: 'Uploads have no directory of their own',
  sound: 'Uploads have a directory of their own',
  category: 'static-media',
  severity: 'medium',
  effort: minutes(15),
  risk: 'Files that visitors upload land among the code, in whatever directory the process started, and the next deployment may remove them.',
  references: [docs('ref/settings', 'media-root'), docs('topics/files')],
  since: '0.1.0',
  needs: { apps, project, settings },
  problems: { missing: '`MEDIA_ROOT` is not set, and `{model}.{field}` takes files.' },
  when: ({ apps, project, settings }) =>
    hasFinalValues(settings) && liesInMediaRoot(settings) && takingFiles(project, apps).length > 0,
  *check({ apps, project, settings }, { problem }) {
    const setting = settings.get('MEDIA_ROOT');
    const [first] = takingFiles(project, apps);
    if (truthOf(setting.value) !== 'no' || !first) return;
    yield {
      ...problem('missing', setting, { model: first.model, field: first.field.name }),
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
