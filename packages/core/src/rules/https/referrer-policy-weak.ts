/** Referrer-Policy: which addresses of this site other sites get to see. */
import { describeValue } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isKnown, stringOf, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
import { headerAtEdge } from './edge-header.js';

const policies = new Set([
  'no-referrer',
  'no-referrer-when-downgrade',
  'origin',
  'origin-when-cross-origin',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
]);

export const referrerPolicyWeak = defineRule({
  id: 'https/referrer-policy-weak',
  title: 'Full addresses of this site are told to other sites',
  sound: 'Other sites do not get to see full addresses',
  category: 'security',
  severity: 'low',
  effort: minutes(5),
  risk: 'Addresses with tokens or names in them reach every site that a page links to.',
  references: [
    cwe(200),
    django('security.W022'),
    django('security.E023'),
    docs('ref/settings', 'secure-referrer-policy'),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    none: '`SECURE_REFERRER_POLICY` is `None`, so no Referrer-Policy is sent and each browser follows its own.',
    unsafe: '`SECURE_REFERRER_POLICY` is {value}, which sends full addresses everywhere.',
    invalid: '`SECURE_REFERRER_POLICY` is {value}; {unknown} is no policy.',
  },
  questions: { unproven: '`SECURE_REFERRER_POLICY` is {value}. Which policy does production send?' },
  strengths: { 'at-edge': '`{path}` sends Referrer-Policy in front of Django.' },
  // Before Django 3.0 no setting sends the header.
  when: ({ settings }) =>
    hasFinalValues(settings) && atLeastSeries(settings.django, '3.0') && runs(settings, securityMiddleware) !== 'no',
  *check({ project, settings }, { problem, question, strength }) {
    const setting = settings.get('SECURE_REFERRER_POLICY');
    const value = describeValue(setting.name, setting.value);
    const sound = {
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(settings, "Send Django's own default.", "SECURE_REFERRER_POLICY = 'same-origin'"),
    };
    if (!isKnown(setting.value) || runs(settings, securityMiddleware) === 'maybe') {
      const fine = stringOf(setting.value);
      if (fine === undefined || !policies.has(fine) || fine === 'unsafe-url')
        yield question('unproven', setting, { value });
      return;
    }
    if (setting.value.kind === 'none') {
      const edge = headerAtEdge(project, 'Referrer-Policy');
      if (edge) yield strength('at-edge', { at: edge.at }, { path: edge.at.path });
      else
        yield {
          ...problem('none', setting),
          ...sound,
          risk: 'Browsers from before 2021 tell other sites full addresses, with the tokens and names in them; newer ones tell them which site a visitor came from.',
        };
      return;
    }
    const text = stringOf(setting.value);
    const named = text === undefined ? stringsOf(setting.value) : text.split(',').map((part) => part.trim());
    const unknown = named.filter((policy) => !policies.has(policy));
    if (unknown.length > 0) {
      const names = unknown.map((name) => `\`${name}\``).join(', ');
      yield { ...problem('invalid', setting, { value, unknown: names }), ...sound };
      // The last policy that a browser knows is the one it follows.
    } else if (named.at(-1) === 'unsafe-url') yield { ...problem('unsafe', setting, { value }), ...sound };
  },
});
