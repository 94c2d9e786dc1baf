/** X-Content-Type-Options: on by default since Django 3.0, so its absence is somebody's decision. */
import { describeValue } from '../../describe.js';
import { type Apps, apps } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isWritten, type Sources, siteCode, sources } from '../../facts/sources.js';
import { isTrue } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { uploadStorage } from '../media/stored-uploads.js';
import { uploadApp, uploadField } from '../media/upload-fields.js';
import { writeInSettings } from '../settings/environment-style.js';
import { conclude, confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
import { headerAtEdge } from './edge-header.js';

export const nosniffDisabled = defineRule({
  id: 'https/nosniff-disabled',
  title: 'Browsers may guess content types',
  sound: 'Browsers are told to trust the content type',
  category: 'security',
  severity: 'medium',
  effort: minutes(5),
  risk: 'A browser may run an uploaded file as a script although it is served as something else.',
  references: [cwe(430), django('security.W006'), docs('ref/settings', 'secure-content-type-nosniff')],
  since: '0.1.0',
  needs: { apps, project, settings, sources },
  problems: { disabled: '`SECURE_CONTENT_TYPE_NOSNIFF` is {value} in `{module}`.' },
  questions: { unproven: '`SECURE_CONTENT_TYPE_NOSNIFF` is {value}. Is it `True` in production?' },
  strengths: { 'at-edge': '`{path}` sends X-Content-Type-Options in front of Django.' },
  when: ({ settings }) => hasFinalValues(settings) && runs(settings, securityMiddleware) !== 'no',
  *check(facts, { problem, question, strength }) {
    const { project, settings } = facts;
    const setting = settings.get('SECURE_CONTENT_TYPE_NOSNIFF');
    const value = describeValue(setting.name, setting.value);
    const verdict = conclude(runs(settings, securityMiddleware), isTrue(setting.value));
    if (verdict === 'sound') return;
    const edge = headerAtEdge(project, 'X-Content-Type-Options');
    if (edge) {
      yield strength('at-edge', { at: edge.at }, { path: edge.at.path });
      return;
    }
    if (verdict === 'open') {
      yield question('unproven', setting, { value });
      return;
    }
    yield {
      ...problem('disabled', setting, { value, module: settings.module }),
      confidence: confidenceIn(settings, setting),
      ...(mayServeUploads(facts) ? {} : nothingUploaded),
      remedy: writeInSettings(settings, 'Set it to True.', 'SECURE_CONTENT_TYPE_NOSNIFF = True'),
    };
  },
});

const nothingUploaded = {
  severity: 'low',
  risk: 'A browser may take an answer for something else than it says; no file of a visitor was seen to be served under the name of the site.',
} as const;

/** Whether the site may hand out what visitors gave it: fields, applications or code take files, and no bucket of another name keeps them. */
function mayServeUploads(facts: {
  readonly apps: Apps;
  readonly project: Project;
  readonly settings: Settings;
  readonly sources: Sources;
}): boolean {
  const { apps, project, settings, sources } = facts;
  const files = siteCode(sources, settings);
  if (isWritten(project, files, /\bFileSystemStorage\s*\(|\bFileResponse\s*\(/)) return true;
  const storage = uploadStorage(settings);
  if (storage !== undefined && /^storages\.backends\.(s3|gcloud|azure)|cloudinary/i.test(storage)) return false;
  return (
    uploadField(apps) !== undefined ||
    uploadApp(settings) !== undefined ||
    isWritten(project, files, /\bdefault_storage\b|\bFILES\b|\b(File|Image)Field\s*\(|\bupload/i)
  );
}
