/** Uploads on a disk that does not outlive a restart. */
import { apps } from '../../facts/apps.js';
import { deployment } from '../../facts/deployment.js';
import { features } from '../../facts/features.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { siteCode, sources } from '../../facts/sources.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, hours, web } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { staticStorage } from '../static/static-settings.js';
import { shownPath } from '../structure/repository-path.js';
import { survives } from '../structure/surviving-path.js';
import { type PathUse, pathUses, withoutPaths } from './path-uses.js';
import { uploadApp, uploadField, uploadFields } from './upload-fields.js';

export const ephemeral = defineRule({
  id: 'media/ephemeral',
  title: 'Uploads lie on a disk that is thrown away',
  sound: 'Uploads outlive a restart',
  category: 'static-media',
  severity: 'high',
  effort: hours(3),
  risk: 'Pictures and documents that people uploaded are gone after the next restart.',
  references: [web('Heroku: Ephemeral filesystem', 'https://devcenter.heroku.com/articles/dynos#ephemeral-filesystem')],
  since: '0.1.0',
  needs: { apps, deployment, features, project, settings, sources },
  problems: { lost: 'Uploads go to `MEDIA_ROOT` of `{module}`, and the disk is new at every start.' },
  questions: {
    disk: 'Uploads go to `{path}`, and the disk is new at every start. Is one that stays mounted there?',
    switched: 'Uploads go to `MEDIA_ROOT` unless a variable switches another storage on. Does production switch it on?',
  },
  // In containers volumes decide; the target that reads them judges there.
  when: ({ apps, deployment, settings }) =>
    hasFinalValues(settings) &&
    deployment.traits.has('ephemeral-disk') &&
    !deployment.traits.has('containers') &&
    (uploadField(apps) ?? uploadApp(settings)) !== undefined,
  *check({ apps, deployment, features, project, settings, sources }, { problem, question }) {
    const field = features.uses('local-media') && (uploadField(apps) ?? uploadApp(settings));
    if (!field) return;
    const setting = settings.get('MEDIA_ROOT');
    const root = stringOf(setting.value);
    const kept = root === undefined || root === '' ? 'no' : survives(project, deployment, `${root}/upload`);
    if (kept === 'yes') return;
    if (kept === 'maybe') {
      yield question('disk', setting, { path: shownPath(root ?? '') });
      return;
    }
    // A storage elsewhere that only a variable switches on: whether production gives it, the files do not say.
    const other = settings.files.some((path) =>
      /DEFAULT_FILE_STORAGE\s*=|^\s*STORAGES\b|storages\.backends|MediaStorage|MediaCloudinary/m.test(
        project.file(path)?.text ?? '',
      ),
    );
    if (other) {
      yield question('switched', setting);
      return;
    }
    // `storages.backends.s3` came with django-storages 1.14, which asks for Django 3.2.
    const backend = atLeastSeries(settings.django, '3.2')
      ? 'storages.backends.s3.S3Storage'
      : 'storages.backends.s3boto3.S3Boto3Storage';
    const bucket = "os.environ['AWS_STORAGE_BUCKET_NAME']";
    const names = [...new Set(uploadFields(apps).map(({ name }) => name))];
    // Only files of this machine have a path.
    const uses = pathUses(project, siteCode(sources, settings), names);
    const first = withoutPaths(uses);
    yield {
      ...problem('lost', setting, { module: settings.module }),
      confidence: confidenceIn(settings, setting) === 'certain' ? 'certain' : 'firm',
      evidence: [field, ...uses.slice(0, 6).map(pathUsed)],
      remedy: writeInSettings(
        settings,
        `Keep uploads in an object storage; this needs the package \`django-storages\` with \`boto3\`, a bucket and its keys.${first}`,
        atLeastSeries(settings.django, '4.2')
          ? `STORAGES = {\n    'default': {'BACKEND': '${backend}', 'OPTIONS': {'bucket_name': ${bucket}}},\n    'staticfiles': {'BACKEND': '${staticStorage(settings) ?? 'django.contrib.staticfiles.storage.StaticFilesStorage'}'},\n}`
          : `DEFAULT_FILE_STORAGE = '${backend}'\nAWS_STORAGE_BUCKET_NAME = ${bucket}`,
      ),
    };
  },
});

const pathUsed = ({ at, writes }: PathUse) => ({
  at,
  note: writes ? 'The path of an uploaded file is written to here.' : 'The path of an uploaded file is used here.',
});
