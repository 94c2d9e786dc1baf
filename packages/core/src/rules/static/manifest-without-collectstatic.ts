/** A storage that demands collected files in an image that nobody collects them into. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { collects, collectstaticStep, keepsManifest, staticStorage } from './static-settings.js';

export const manifestWithoutCollectstatic = defineRule({
  id: 'static/manifest-without-collectstatic',
  title: 'Static files need a manifest that nothing makes',
  sound: 'The manifest of static files is made',
  category: 'static-media',
  severity: 'high',
  effort: minutes(15),
  risk: 'Every page with a static file ends in a server error: "Missing staticfiles manifest entry".',
  references: [docs('ref/contrib/staticfiles', 'manifeststaticfilesstorage')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: {
    uncollected: '`{storage}` needs the manifest that `collectstatic` writes, and no file of the repository runs it.',
  },
  // Elsewhere people collect by hand; an image holds only what its files put in.
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    deployment.traits.has('containers') &&
    collects(settings) === 'yes' &&
    keepsManifest(staticStorage(settings)),
  *check({ deployment, project, settings }, { problem }) {
    if (collectstaticStep(project, deployment)) return;
    const legacy = settings.get('STATICFILES_STORAGE');
    const setting = legacy.origin === 'assigned' ? legacy : settings.get('STORAGES');
    const demanding = settings.environment.some(({ required }) => required);
    yield {
      ...problem('uncollected', setting, { storage: staticStorage(settings) ?? '' }),
      confidence: 'firm',
      remedy: {
        summary: `Collect static files while the image is built${demanding ? ', with stand-ins for the variables that the settings demand' : ''}.`,
        code: 'RUN python manage.py collectstatic --noinput',
        language: 'dockerfile',
        ...beforeStart(project),
      },
    };
  },
});

/** In front of what starts the server, where the one Dockerfile is. */
function beforeStart(project: Project): Partial<Remedy> {
  const [path, ...others] = project.paths.filter((one) => /(^|\/)Dockerfile$/.test(one));
  const file = path === undefined || others.length > 0 ? undefined : project.file(path);
  const start = file?.text.search(/^(?:CMD|ENTRYPOINT)\b/im) ?? -1;
  return file && start >= 0 ? { path: file.path, place: 'before', at: file.at({ start, end: start }) } : {};
}
