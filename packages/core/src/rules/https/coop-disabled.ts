/** Cross-Origin-Opener-Policy: whether a window that another site opened can reach into this one. */
import { describeValue } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isKnown, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
import { headerAtEdge } from './edge-header.js';

const isolating = new Set(['same-origin', 'same-origin-allow-popups']);

export const coopDisabled = defineRule({
  id: 'https/coop-disabled',
  title: 'Windows of other sites can hold on to this one',
  sound: 'Windows are isolated from other sites',
  category: 'security',
  severity: 'low',
  effort: minutes(5),
  risk: 'A site that opens this one in a window keeps a handle on it and can send it elsewhere.',
  references: [cwe(1021), django('security.E024'), docs('ref/settings', 'secure-cross-origin-opener-policy')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    disabled: '`SECURE_CROSS_ORIGIN_OPENER_POLICY` is {value}, so windows are not isolated.',
    invalid: '`SECURE_CROSS_ORIGIN_OPENER_POLICY` is {value}, which Django does not accept.',
  },
  questions: { unproven: '`SECURE_CROSS_ORIGIN_OPENER_POLICY` is {value}. Which policy does production send?' },
  strengths: { 'at-edge': '`{path}` sends Cross-Origin-Opener-Policy in front of Django.' },
  when: ({ settings }) =>
    hasFinalValues(settings) && atLeastSeries(settings.django, '4.0') && runs(settings, securityMiddleware) !== 'no',
  *check({ project, settings }, { problem, question, strength }) {
    const setting = settings.get('SECURE_CROSS_ORIGIN_OPENER_POLICY');
    const value = describeValue(setting.name, setting.value);
    const policy = stringOf(setting.value);
    if (policy !== undefined && isolating.has(policy)) return;
    if (!isKnown(setting.value) || runs(settings, securityMiddleware) === 'maybe') {
      yield question('unproven', setting, { value });
      return;
    }
    const off = setting.value.kind === 'none' || policy === 'unsafe-none';
    const edge = off ? headerAtEdge(project, 'Cross-Origin-Opener-Policy') : undefined;
    if (edge) {
      yield strength('at-edge', { at: edge.at }, { path: edge.at.path });
      return;
    }
    yield {
      ...problem(off ? 'disabled' : 'invalid', setting, { value }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(
        settings,
        'Isolate windows; where a sign-in opens a popup, let popups keep their opener.',
        "SECURE_CROSS_ORIGIN_OPENER_POLICY = 'same-origin-allow-popups'",
      ),
    };
  },
});
