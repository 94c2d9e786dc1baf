/** How a policy that is written down comes to be sent, in the words of what is installed. */
import type { Dependencies } from '../../facts/dependencies.js';
import type { Setting, Settings } from '../../facts/settings.js';
import { isAssigned } from '../../facts/value-reading.js';
import type { Remedy } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { inHome } from '../settings/environment-style.js';
import { middlewareOf } from '../settings/middleware.js';
import { generationFor, generationOf, packageMiddleware } from './policy-package.js';

type Facts = { readonly dependencies: Dependencies; readonly settings: Settings };

/** No browser has met a policy that was never sent: what it forbids is learnt before it is in force. */
const rehearse = (name: string): string =>
  /REPORT_ONLY$/.test(name)
    ? ''
    : ` No page was ever tried under this policy: call it \`${name}_REPORT_ONLY\` first, watch the console of the browser, and take its name back once nothing is reported.`;

/** Name the middleware that sends it. */
export function sendPolicy(facts: Facts, policy: Setting, middleware: string): Remedy {
  const { dependencies, settings } = facts;
  const setting = middlewareOf(settings);
  const old = generationFor(policy.name) === 'settings';
  const lacks = middleware === packageMiddleware && !dependencies.get('django-csp');
  const declare = lacks ? ` Declare the package \`django-csp${old ? '<4' : ''}\`, which brings it.` : '';
  const reports = old && !isAssigned(settings.get('CSP_REPORT_ONLY'));
  const careful = !old
    ? rehearse(policy.name)
    : reports
      ? ' No page was ever tried under this policy: let it only report first, watch the console of the browser, and then take `CSP_REPORT_ONLY` away.'
      : '';
  const code = listing(setting, middleware);
  return {
    summary: `Name \`${middleware}\` in \`${setting.name}\`.${declare}${careful}`,
    code: reports ? `${code}\nCSP_REPORT_ONLY = True` : code,
    language: 'python',
    path: setting.origin === 'assigned' ? setting.at.path : policy.at.path,
  };
}

const listing = ({ name }: Setting, entry: string): string =>
  `${name} = [\n    # … the entries there are now\n    '${entry}',\n]`;

/** Django's own setting under a Django that has none of it. */
export function sendByPackage({ settings }: Facts, policy: Setting): Remedy {
  // django-csp 4 needs Django 4.2.
  if (!atLeastSeries(settings.django, '4.2'))
    return { summary: 'Move to Django 6.0, or send the policy with the package `django-csp` until then.' };
  const middleware = middlewareOf(settings);
  const name = policy.name.replace('SECURE_CSP', 'CONTENT_SECURITY_POLICY');
  return {
    summary: `Move to Django 6.0, or declare the package \`django-csp\` and let it send the same directives.${rehearse(name)}`,
    code: `${listing(middleware, packageMiddleware)}\n${name} = {'DIRECTIVES': ${policy.name}}`,
    language: 'python',
    ...inHome(settings, policy.name),
  };
}

/** The settings of one generation of django-csp under the other. */
export function inItsWords(facts: Facts, policy: Setting, all: readonly string[]): Remedy {
  const { dependencies, settings } = facts;
  if (generationOf(dependencies) === 'settings') {
    const path = dependencies.get('django-csp')?.at.path;
    return {
      summary: `Update \`django-csp\` to 4.0 or later, which reads \`${policy.name}\`.`,
      ...(path === undefined ? {} : { path }),
    };
  }
  const directives = all.filter((name) => /^CSP_\w+_(SRC|SRC_ELEM|SRC_ATTR|ANCESTORS|ACTION|URI)$/.test(name));
  const name = isAssigned(settings.get('CSP_REPORT_ONLY'))
    ? 'CONTENT_SECURITY_POLICY_REPORT_ONLY'
    : 'CONTENT_SECURITY_POLICY';
  const lines = directives.map((one) => `        '${one.slice(4).toLowerCase().replaceAll('_', '-')}': ${one},\n`);
  return {
    summary: `Write the policy as the dictionary that django-csp reads since 4.0, and then write the values there in place of the old names.${rehearse(name)}`,
    code: `${name} = {\n    'DIRECTIVES': {\n${lines.join('')}    },\n}`,
    language: 'python',
    ...inHome(settings, policy.name),
  };
}
