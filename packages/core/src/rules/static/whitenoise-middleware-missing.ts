/** WhiteNoise is there, and nothing lets it answer. */
import { dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { lineIn } from '../../facts/sources.js';
import { itemsOf, stringOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf, securityMiddleware } from '../settings/middleware.js';
import { collects, isOpen, judgedByTarget, staticServer, whitenoiseMiddleware } from './static-settings.js';
import { mentionsWhitenoise, whitenoiseUse } from './whitenoise.js';

export const whitenoiseMiddlewareMissing = defineRule({
  id: 'static/whitenoise-middleware-missing',
  title: 'WhiteNoise is installed and not connected',
  sound: 'WhiteNoise is connected',
  category: 'static-media',
  severity: 'high',
  effort: minutes(5),
  risk: 'Pages come without styles and scripts, although the files were collected.',
  references: [
    web('WhiteNoise: Enable WhiteNoise', 'https://whitenoise.readthedocs.io/en/stable/django.html#enable-whitenoise'),
  ],
  since: '0.1.0',
  needs: { dependencies, deployment, project, settings },
  problems: {
    missing:
      '`{name}` is there, but `MIDDLEWARE` of `{module}` does not name WhiteNoise, and no server in front of Django serves static files.',
  },
  questions: {
    unused:
      '`{name}` is there, but `MIDDLEWARE` of `{module}` does not name WhiteNoise. Does a web server serve static files instead?',
    elsewhere:
      '`{path}` adds WhiteNoise to the middleware, and the settings that production is taken to have do not. Which of them does it load?',
  },
  // What another server does, WhiteNoise need not, and nothing is to be praised.
  when: ({ dependencies, deployment, project, settings }) =>
    hasFinalValues(settings) &&
    collects(settings) !== 'no' &&
    mentionsWhitenoise(settings, dependencies) &&
    !stopsBefore(project, settings) &&
    (mayRun(settings) || staticServer(project, settings, deployment) !== 'somebody'),
  *check({ dependencies, deployment, project, settings }, { problem, question }) {
    const server = staticServer(project, settings, deployment);
    if (server === 'somebody') return;
    const middleware = middlewareOf(settings);
    const data = { name: whitenoiseUse(settings)?.name ?? 'whitenoise', module: settings.module };
    if (server === 'unseen') {
      // The target's own rules ask who serves them.
      if (!judgedByTarget(deployment)) yield question('unused', middleware, data);
      return;
    }
    const other = otherSettings(project, settings);
    if (other) {
      yield question('elsewhere', { ...middleware, at: other }, { path: other.path });
      return;
    }
    const declared = dependencies.get('whitenoise');
    yield {
      ...problem('missing', middleware, data),
      confidence: confidenceIn(settings, middleware),
      ...(declared ? { evidence: [{ at: declared.at, note: '`whitenoise` is declared here.' }] } : {}),
      remedy: {
        summary: 'Put it right behind SecurityMiddleware.',
        code: `${middleware.name} = [\n    '${securityMiddleware}',\n    '${whitenoiseMiddleware}',\n    # … the entries there are now\n]`,
        language: 'python',
        path: middleware.at.path,
      },
    };
  },
});

/** Whether the settings stop before they come to the line that connects it: what they are mended to is not known. */
function stopsBefore(project: Project, settings: Settings): boolean {
  return (
    settings.startup.ok === false && settings.files.includes(otherSettings(project, settings)?.path ?? 'no such file')
  );
}

/** The line of a class or module of settings beside these that connects WhiteNoise: there the choice is the fault, not the list. */
function otherSettings(project: Project, settings: Settings): Location | undefined {
  const directory = (settings.path ?? '').replace(/[^/]*$/, '');
  const beside = project.paths.filter(
    (path) => path.endsWith('.py') && path.startsWith(directory) && !path.slice(directory.length).includes('/'),
  );
  for (const path of new Set([...settings.files, ...beside])) {
    const at = lineIn(project, path, /['"]whitenoise\.middleware\.WhiteNoiseMiddleware['"]/);
    if (at) return at;
  }
  return undefined;
}

/** Whether the middleware names WhiteNoise, or is not known to its end. */
function mayRun(settings: Settings): boolean {
  const { value } = middlewareOf(settings);
  return isOpen(value) || itemsOf(value).some((entry) => /whitenoise/i.test(stringOf(entry) ?? 'whitenoise'));
}
