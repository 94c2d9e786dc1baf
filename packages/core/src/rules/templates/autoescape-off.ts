/** Autoescape switched off for a whole template engine: every variable becomes markup. */
import { settings } from '../../facts/settings.js';
import { lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { djangoEngine, enginesOf, jinjaEngine } from './engines.js';

export const autoescapeOff = defineRule({
  id: 'templates/autoescape-off',
  title: 'Templates write what visitors typed as markup',
  sound: 'Templates escape what they write',
  category: 'security',
  severity: 'high',
  effort: minutes(60),
  risk: 'What one visitor types runs as a script in the browsers of the others.',
  references: [cwe(79), cwe(116), docs('topics/templates', 'configuration')],
  since: '0.1.0',
  needs: { settings },
  problems: { off: '`TEMPLATES` switches autoescape off for {engine}.' },
  questions: {
    text: '`TEMPLATES` switches autoescape off for one of several engines. Does that one write text only, such as mails?',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    enginesOf(settings).some(({ backend }) => backend === djangoEngine || backend === jinjaEngine),
  *check({ settings }, { problem, question }) {
    const setting = settings.get('TEMPLATES');
    const engines = enginesOf(settings);
    for (const [index, engine] of engines.entries()) {
      if (engine.backend !== djangoEngine && engine.backend !== jinjaEngine) continue;
      const escape = lookup(engine.options, 'autoescape');
      if (escape?.kind !== 'bool' || escape.value) continue;
      const about = { ...setting, subject: `${setting.subject}:${index}` };
      const words = [stringOf(lookup(engine.whole, 'NAME')) ?? '', ...stringsOf(lookup(engine.whole, 'DIRS'))].join(
        ' ',
      );
      if (engines.length > 1 || /mail|text|txt/i.test(words)) {
        yield question('text', about);
        continue;
      }
      yield {
        ...problem('off', about, { engine: engine.backend === djangoEngine ? "Django's engine" : 'Jinja2' }),
        confidence: confidenceIn(settings, setting),
        remedy: {
          summary: 'Delete the option; mark what is markup on purpose with `|safe`, one by one.',
          path: setting.at.path,
        },
      };
    }
  },
});
