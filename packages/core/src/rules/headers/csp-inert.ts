/** A policy that is written down and never sent. */

import { truthOf } from '../../describe.js';
import { dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import { isAssigned, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, web } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf, policyMiddleware, runs } from '../settings/middleware.js';
import { policySettings } from './csp-not-a-dict.js';
import { inItsWords, sendByPackage, sendPolicy } from './inert-policy-remedy.js';
import { generationFor, generationOf, packageMiddleware, packageSettings } from './policy-package.js';

export const cspInert = defineRule({
  id: 'headers/csp-inert',
  title: 'The content security policy is never sent',
  sound: 'The content security policy is sent',
  category: 'security',
  severity: 'low',
  effort: minutes(10),
  risk: 'The policy that everybody believes in force stops no injected script.',
  references: [
    docs('ref/middleware', 'content-security-policy-middleware'),
    web('django-csp: installation', 'https://django-csp.readthedocs.io/en/latest/installation.html'),
  ],
  since: '0.1.0',
  needs: { dependencies, settings },
  problems: {
    middleware: '`{name}` is set, but `MIDDLEWARE` does not name `{middleware}`.',
    version: '`{name}` is set, but Django {django} does not read it; it came with 6.0.',
    older: '`{name}` is set, but django-csp {version} does not read it: since 4.0 it reads `CONTENT_SECURITY_POLICY`.',
    newer:
      '`{name}` is set, but django-csp {version} does not read it: before 4.0 it reads `CSP_DEFAULT_SRC` and its like.',
  },
  questions: {
    subclass: '`{name}` is set, and `MIDDLEWARE` does not name `{middleware}`. Does `{candidate}` send the policy?',
    generation:
      '`{name}` is read by django-csp before 4.0 alone, and no file says which version is installed. Is it an older one?',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && [...policySettings, ...packageSettings].some((name) => isAssigned(settings.get(name))),
  *check(facts, { problem, question }) {
    const { dependencies, settings } = facts;
    // A class of the project's own often extends the one that sends the policy.
    const candidate = stringsOf(middlewareOf(settings).value).find(
      (entry) => entry !== policyMiddleware && entry !== packageMiddleware && /csp|content_?security/i.test(entry),
    );
    const mayNotSend = (middleware: string): boolean => {
      const runsIt = runs(settings, middleware);
      return runsIt === 'no' || (runsIt === 'maybe' && candidate !== undefined);
    };
    const set = (names: readonly string[]) =>
      names
        .map((name) => settings.get(name))
        .find((setting) => isAssigned(setting) && truthOf(setting.value) === 'yes');
    const [own, packaged] = [set(policySettings), set(packageSettings)];
    if (own && !atLeastSeries(settings.django, '6.0')) {
      // A settings file may serve several versions of Django.
      if (dependencies.django?.series !== undefined && !packaged) {
        yield {
          ...problem('version', own, { name: own.name, django: settings.django }),
          confidence: 'firm',
          remedy: sendByPackage(facts, own),
        };
      }
    } else if (own && mayNotSend(policyMiddleware)) {
      const shown = { name: own.name, middleware: policyMiddleware };
      if (candidate !== undefined) yield question('subclass', own, { ...shown, candidate });
      else
        yield {
          ...problem('middleware', own, shown),
          confidence: confidenceIn(settings, own),
          remedy: sendPolicy(facts, own, policyMiddleware),
        };
    }
    if (packaged && mayNotSend(packageMiddleware)) {
      const shown = { name: packaged.name, middleware: packageMiddleware };
      if (candidate !== undefined) yield question('subclass', packaged, { ...shown, candidate });
      else
        yield {
          ...problem('middleware', packaged, shown),
          confidence: 'firm',
          remedy: sendPolicy(facts, packaged, packageMiddleware),
        };
      return;
    }
    const generation = generationOf(dependencies);
    const all = packageSettings.map((name) => settings.get(name)).filter(isAssigned);
    // A settings file may serve both generations.
    if (!packaged || all.some(({ name }) => generationFor(name) === (generation ?? 'dictionary'))) return;
    const { name } = packaged;
    const version = dependencies.get('django-csp')?.version ?? dependencies.get('django-csp')?.specifier ?? '';
    if (generation === undefined) yield question('generation', packaged, { name });
    else {
      const message = generation === 'dictionary' ? 'older' : 'newer';
      yield {
        ...problem(message, packaged, { name, version }),
        confidence: 'firm',
        remedy: inItsWords(facts, packaged, settings.names),
      };
    }
  },
});
