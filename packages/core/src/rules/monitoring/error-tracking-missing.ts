/** Nobody is told when a request fails: no tracker is started, and no mail goes out. */
import { truthOf } from '../../describe.js';
import { dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { sources } from '../../facts/sources.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { errorReach } from '../logging/error-reach.js';
import { writeInSettings } from '../settings/environment-style.js';
import { hasFinalValues, openVariables } from '../settings/final-values.js';
import { trackingOf } from './trackers.js';

export const errorTrackingMissing = defineRule({
  id: 'monitoring/error-tracking-missing',
  title: 'Nobody is told of errors',
  sound: 'Somebody is told of errors',
  category: 'logging-monitoring',
  severity: 'low',
  effort: minutes(30),
  risk: 'The team learns of a broken page from its visitors, if at all.',
  references: [docs('howto/error-reporting')],
  since: '0.1.0',
  needs: { dependencies, deployment, entryPoints, project, settings, sources },
  problems: {
    missing: 'Nothing tells anybody of a failed request: `ADMINS` is empty, and no error tracker is started.',
    unconnected: '`{distribution}` is installed, and no line of the project starts it.',
    elsewhere: '{tracker} is started in `{path}`, which production does not load.',
  },
  questions: { admins: 'No error tracker is started, and `ADMINS` is not in the files. Does somebody get a mail?' },
  // Where the traceback itself is lost, another rule says so, and what to do comes before this.
  when: (facts) =>
    hasFinalValues(facts.settings) &&
    truthOf(facts.settings.get('DEBUG').value) === 'no' &&
    trackingOf(facts).kind !== 'unseen' &&
    (trackingOf(facts).kind !== 'none' || !['lost', 'disabled'].includes(errorReach(facts.settings).kind)),
  *check(facts, { problem, question }) {
    const { settings } = facts;
    const tracking = trackingOf(facts);
    if (tracking.kind === 'connected' || tracking.kind === 'unseen') return;
    if (tracking.kind === 'unconnected') {
      const { dependency, tracker } = tracking;
      yield {
        ...problem('unconnected', dependency, { distribution: dependency.name }),
        confidence: 'firm',
        remedy: writeInSettings(settings, 'Start it in the settings of production.', tracker.code),
      };
      return;
    }
    if (tracking.kind === 'elsewhere') {
      const { at, tracker } = tracking;
      yield {
        ...problem('elsewhere', { at, subject: tracker.name }, { tracker: tracker.name, path: at.path }),
        confidence: 'firm',
        remedy: writeInSettings(settings, 'Start it in the settings of production.', tracker.code),
      };
      return;
    }
    const admins = settings.get('ADMINS');
    const mailed = truthOf(admins.value);
    if (mailed === 'yes') return;
    if (mailed === 'maybe' || openVariables(settings, admins).length > 0) {
      yield question('admins', admins);
      return;
    }
    yield {
      ...problem('missing', admins),
      // An agent of the host may collect them.
      confidence: 'tentative',
      remedy: writeInSettings(
        settings,
        'Start an error tracker in the settings of production, or name who gets a mail.',
        settings.django >= '6.0' ? "ADMINS = ['you@example.com']" : "ADMINS = [('Your name', 'you@example.com')]",
      ),
    };
  },
});
