/** collectstatic is expected, and the application that brings it is not installed. */
import { type Deployment, deployment, type Process } from '../../facts/deployment.js';
import { type Settings, settings } from '../../facts/settings.js';
import { holds, isAssigned } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { listed } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { collects, staticfilesApp, whitenoiseMiddleware } from './static-settings.js';

export const staticfilesAppMissing = defineRule({
  id: 'static/staticfiles-app-missing',
  title: 'The application that collects static files is not installed',
  sound: 'The application that collects static files is installed',
  category: 'static-media',
  severity: 'high',
  effort: minutes(5),
  risk: '`collectstatic` is an unknown command, so the styles and scripts of all applications are missing.',
  references: [docs('ref/contrib/staticfiles')],
  since: '0.1.0',
  needs: { deployment, settings },
  problems: { missing: '`django.contrib.staticfiles` is not in `INSTALLED_APPS`, and {reason}.' },
  // Where the platform collects by itself, its own rule tells that its build fails.
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    isAssigned(settings.get('INSTALLED_APPS')) &&
    (collects(settings) !== 'no' || reasonFor(deployment, settings) !== undefined) &&
    !deployment.processes.some(({ role, command }) => role === 'build' && command?.includes('collectstatic')),
  *check({ deployment, settings }, { problem }) {
    if (collects(settings) !== 'no') return;
    const apps = settings.get('INSTALLED_APPS');
    const process = collectorOf(deployment);
    const reason = reasonFor(deployment, settings);
    if (reason === undefined) return;
    yield {
      ...problem('missing', apps, { reason }),
      confidence: process ? confidenceIn(settings, apps) : 'firm',
      ...(process ? { evidence: [{ at: process.at, note: '`collectstatic` runs here.' }] } : {}),
      remedy: {
        summary: 'Add it to the applications.',
        code: `INSTALLED_APPS += ${listed(apps, [staticfilesApp])}`,
        language: 'python',
        path: apps.at.path,
      },
    };
  },
});

const collectorOf = ({ processes }: Deployment): Process | undefined =>
  processes.find(({ command }) => command?.includes('collectstatic'));

/** What wants the application; without any of it a project may do without static files. */
function reasonFor(deployment: Deployment, settings: Settings): string | undefined {
  const process = collectorOf(deployment);
  if (process) return `\`${process.name}\` runs \`collectstatic\``;
  if (holds(settings.get('MIDDLEWARE').value, whitenoiseMiddleware) === 'yes')
    return 'WhiteNoise serves what it collects';
  const assigned = ['STATICFILES_DIRS', 'STATICFILES_STORAGE', 'STATICFILES_FINDERS', 'STATIC_ROOT'].find((name) =>
    isAssigned(settings.get(name)),
  );
  return assigned === undefined ? undefined : `\`${assigned}\` is set for it`;
}
