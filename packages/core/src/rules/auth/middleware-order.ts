/** The middleware that signing in needs: present, and in the order in which each builds on the one before. */
import { settings } from '../../facts/settings.js';
import { holds, itemsOf, stringOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { listed } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import {
  authenticationMiddleware,
  messageMiddleware,
  middlewareOf,
  sessionMiddleware,
} from '../settings/middleware.js';

const needed = [sessionMiddleware, authenticationMiddleware, messageMiddleware];

export const middlewareOrder = defineRule({
  id: 'auth/middleware-order',
  title: 'Signing in cannot work with this middleware',
  sound: 'The middleware that signing in needs is there, in order',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: '`migrate` and every other command that runs all checks stops, or every request fails with `ImproperlyConfigured`.',
  references: [
    django('admin.E408'),
    django('admin.E409'),
    django('admin.E410'),
    docs('ref/middleware', 'middleware-ordering'),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: {
    missing: 'The admin is installed, but `{setting}` does not name `{middleware}`.',
    order: '`{second}` stands before `{first}`, on which it builds.',
  },
  questions: {
    subclass:
      'The admin is installed, and `{setting}` does not name `{middleware}`. Is `{candidate}` a subclass of it?',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    itemsOf(middlewareOf(settings).value).length > 0 &&
    (holds(settings.get('INSTALLED_APPS').value, 'django.contrib.admin') === 'yes' ||
      needed.some((name) => holds(middlewareOf(settings).value, name) === 'yes')),
  *check({ settings }, { problem, question }) {
    const middleware = middlewareOf(settings);
    const confidence = confidenceIn(settings, middleware);
    const entries = itemsOf(middleware.value).map(stringOf);
    const admin = holds(settings.get('INSTALLED_APPS').value, 'django.contrib.admin') === 'yes';
    if (admin && entries.length > 0) {
      for (const name of needed) {
        if (holds(middleware.value, name) !== 'no') continue;
        const word = name.slice(name.lastIndexOf('.') + 1).replace('Middleware', '');
        const about = { ...middleware, subject: `${middleware.subject}:${name}` };
        // Django accepts subclasses, and any class that is not its own may be one.
        const candidate = entries.find((entry) =>
          entry?.split('.').at(-1)?.toLowerCase().includes(word.toLowerCase().slice(0, 4)),
        );
        if (candidate !== undefined)
          yield question('subclass', about, { setting: middleware.name, middleware: name, candidate });
        else {
          const foreign = entries.some(
            (entry) => entry !== undefined && !/^(django|whitenoise|corsheaders|debug_toolbar)\./.test(entry),
          );
          yield {
            ...problem('missing', about, { setting: middleware.name, middleware: name }),
            confidence: foreign ? 'firm' : confidence,
            remedy: {
              summary: 'Add it.',
              code: `${middleware.name} += ${listed(middleware, [name])}`,
              language: 'python',
              path: middleware.at.path,
            },
          };
        }
      }
    }
    // Both others read the session that the first one opens.
    for (const second of [authenticationMiddleware, messageMiddleware]) {
      const [opens, reads] = [entries.indexOf(sessionMiddleware), entries.indexOf(second)];
      if (opens < 0 || reads < 0 || reads > opens) continue;
      const about = { ...middleware, subject: `${middleware.subject}:${second}:order` };
      yield {
        ...problem('order', about, { first: sessionMiddleware, second }),
        confidence,
        remedy: {
          summary: 'Put SessionMiddleware before it.',
          code: `${middleware.name} = [\n    '${sessionMiddleware}',\n    # … the entries there are now\n]`,
          language: 'python',
          path: middleware.at.path,
        },
      };
    }
  },
});
