/** Tools that show the inside of a site, left in the production settings. */
import { describeValue, truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { holds, isAssigned, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { inHome } from './environment-style.js';
import { confidenceIn, hasFinalValues } from './final-values.js';
import { middlewareOf } from './middleware.js';

export const debugAppsEnabled = defineRule({
  id: 'settings/debug-apps-enabled',
  title: 'A debugging tool is open to visitors',
  sound: 'No debugging tool is open to visitors',
  category: 'security',
  severity: 'high',
  effort: minutes(15),
  risk: "Visitors can read other visitors' requests, queries and settings.",
  references: [
    cwe(489),
    web('Silk: authentication and authorisation', 'https://silk.readthedocs.io/en/latest/configuration.html'),
    web(
      'Django Debug Toolbar: configuration',
      'https://django-debug-toolbar.readthedocs.io/en/stable/configuration.html',
    ),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { silk: '`silk` is installed and {setting} is {value}: its pages are open to anyone.' },
  questions: {
    toolbar:
      '`debug_toolbar` runs and decides by {callback} whom it shows itself to. Can a visitor of production see it?',
    unproven: '`silk` is installed and {setting} is {value}. Do its pages ask for an account in production?',
  },
  strengths: { hidden: '`debug_toolbar` is installed and shows itself only where `DEBUG` is on.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    [settings.get('INSTALLED_APPS'), middlewareOf(settings)].some(({ value }) =>
      stringsOf(value).some((entry) => /^(silk|debug_toolbar)(\.|$)/.test(entry)),
    ),
  *check({ settings }, { problem, question, strength }) {
    const apps = settings.get('INSTALLED_APPS');
    const middleware = middlewareOf(settings);
    if (holds(apps.value, 'silk') === 'yes' && holds(middleware.value, 'silk.middleware.SilkyMiddleware') === 'yes') {
      const guards = ['SILKY_AUTHENTICATION', 'SILKY_AUTHORISATION'].map((name) => settings.get(name));
      const open = guards.find((guard) => truthOf(guard.value) !== 'yes');
      if (open) {
        const shown = {
          setting: `\`${open.name}\``,
          value: isAssigned(open) ? describeValue(open.name, open.value) : 'not set',
        };
        if (truthOf(open.value) === 'maybe') yield question('unproven', open, shown);
        else {
          yield {
            ...problem('silk', apps, shown),
            // Its pages must be routed as well, which the settings do not show.
            confidence: confidenceIn(settings, apps) === 'certain' ? 'firm' : 'tentative',
            remedy: {
              summary: 'Install it where DEBUG is on only, or let it ask for a staff account.',
              code: 'SILKY_AUTHENTICATION = True\nSILKY_AUTHORISATION = True',
              language: 'python',
              ...inHome(settings),
            },
          };
        }
      }
    }
    if (holds(middleware.value, 'debug_toolbar.middleware.DebugToolbarMiddleware') !== 'yes') return;
    const callback = lookup(settings.get('DEBUG_TOOLBAR_CONFIG').value, 'SHOW_TOOLBAR_CALLBACK');
    // Its own callback, and no callback, want DEBUG.
    const own = callback === undefined || /^debug_toolbar\.middleware\.show_toolbar/.test(stringOf(callback) ?? '');
    if (own && truthOf(settings.get('DEBUG').value) === 'no') yield strength('hidden', middleware);
    if (!own) {
      yield question('toolbar', settings.get('DEBUG_TOOLBAR_CONFIG'), {
        callback: describeValue('', callback ?? { kind: 'none' }),
      });
    }
  },
});
