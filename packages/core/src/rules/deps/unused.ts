/** Packages of production that no file of the project imports and no setting names. */
import { dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import { defineRule, minutes, web } from '../../rule.js';
import { listed } from '../listed.js';
import { isInstalled, mayBringOne } from './declared.js';
import { mayBeNamed } from './may-be-named.js';
import { mayRun } from './used.js';

/**
 * Those that do nothing unless code imports them or settings name them. Drivers, plugins and what another package uses where it finds it
 * are not among them.
 */
const idleUnlessNamed =
  /^(django-(allauth|axes|bootstrap-v5|bootstrap[345]|cors-headers|ckeditor|cleanup|compressor|constance|countries|crispy-forms|csp|environ|extensions|filter|guardian|heroku|import-export|jazzmin|mptt|otp|phonenumber-field|ratelimit|recaptcha|redis|rest-auth|rest-knox|simple-captcha|simple-history|split-settings|storages|tables2|taggit|tinymce|widget-tweaks)|djangorestframework(-simplejwt|-jwt)?|dj-(database-url|rest-auth|email-url)|djoser|drf-(yasg|spectacular|nested-routers|writable-nested)|crispy-(bootstrap[345]|tailwind)|python-decouple|whitenoise|channels|stripe|twilio|razorpay|sentry-sdk)$/;

export const unused = defineRule({
  id: 'deps/unused',
  title: 'A declared package is not used',
  sound: 'The declared packages of Django are used',
  category: 'dependencies',
  severity: 'info',
  effort: minutes(10),
  risk: 'Each package is code that must be kept up to date, and that may hold others back, for nothing.',
  references: [web('deptry: Unused dependencies', 'https://deptry.com/rules-violations/#unused-dependencies-dep002')],
  since: '0.1.0',
  needs: { dependencies, mayRun, settings },
  problems: { listed: '{names} {is} installed in production, and no file imports {it} and no setting names {it}.' },
  when: ({ dependencies, settings }) =>
    settings.path !== undefined && dependencies.all.some((row) => isInstalled(row) && row.direct),
  *check({ dependencies, mayRun, settings }, { problem }) {
    const { all, manifests } = dependencies;
    const locks = new Set(manifests.filter(({ lock }) => lock).map(({ path }) => path));
    const unnamed = all.filter(
      (row) =>
        isInstalled(row) &&
        row.direct &&
        row.url === undefined &&
        row.group === undefined &&
        idleUnlessNamed.test(row.name) &&
        // Known faults are told by deps/vulnerable, which asks for the same.
        row.advisories.length === 0 &&
        // A lock alone does not say that somebody asked for it.
        !locks.has(row.at.path) &&
        !mayRun(row) &&
        !mayBeNamed(row, settings),
    );
    // One that another declared package needs is installed all the same: the root is what can go.
    const rows = unnamed.filter(({ name }) => !all.some((other) => other.name !== name && mayBringOne(other, name)));
    const [first, ...others] = rows;
    if (!first) return;
    const one = others.length === 0;
    yield {
      ...problem(
        'listed',
        { at: first.at, subject: 'unused' },
        { names: listed(rows.map(({ name }) => name)), is: one ? 'is' : 'are', it: one ? 'it' : 'them' },
      ),
      confidence: 'firm',
      evidence: others.slice(0, 8).map(({ at, name }) => ({ at, note: `\`${name}\`` })),
      remedy: { summary: 'Delete what the site does not need, and run its tests.', path: first.at.path },
    };
  },
});
