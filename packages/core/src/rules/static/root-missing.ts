/** collectstatic without a place to write into. */
import { describeValue, truthOf } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { staticRootRemedy } from './static-root.js';
import { collects, replacesCollectstatic, staticStorage, writesLocally } from './static-settings.js';

export const rootMissing = defineRule({
  id: 'static/root-missing',
  title: 'collectstatic has no directory to write into',
  sound: 'collectstatic has a directory to write into',
  category: 'static-media',
  severity: 'high',
  effort: minutes(5),
  risk: 'collectstatic stops with ImproperlyConfigured, so no server gets the styles and scripts, those of the admin included.',
  references: [docs('ref/settings', 'static-root'), docs('howto/static-files/deployment')],
  since: '0.1.0',
  needs: { deployment, entryPoints, project, settings },
  problems: { missing: '`STATIC_ROOT` is {value} in `{module}`.' },
  questions: { unproven: '`STATIC_ROOT` is {value}. Does production name a directory?' },
  // Where the platform collects by itself, its own rule tells that its build fails.
  when: ({ deployment, project, settings }) =>
    hasFinalValues(settings) &&
    collects(settings) === 'yes' &&
    !replacesCollectstatic(project, settings) &&
    writesLocally(staticStorage(settings)) &&
    !deployment.processes.some(({ role, command }) => role === 'build' && command?.includes('collectstatic')),
  *check({ entryPoints, project, settings }, { problem, question }) {
    const setting = settings.get('STATIC_ROOT');
    const value = describeValue(setting.name, setting.value);
    const truth = truthOf(setting.value);
    // What is unknown may well be a directory; a branch that certainly leaves it out is worth asking about.
    const doubtful =
      setting.value.kind === 'choice' && setting.value.options.some((option) => truthOf(option) === 'no');
    if (truth === 'maybe' && doubtful) yield question('unproven', setting, { value });
    if (truth !== 'no') return;
    yield {
      ...problem('missing', setting, { value, module: settings.module }),
      confidence: confidenceIn(settings, setting),
      remedy: staticRootRemedy(
        project,
        settings,
        entryPoints,
        'Name a directory that holds nothing else, and keep it out of version control.',
      ),
    };
  },
});
