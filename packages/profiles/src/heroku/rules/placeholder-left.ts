/** Values of a template in `app.json`: Heroku gives them to every new app as they stand. */
import { defineRule, minutes, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';
import { isPlaceholderHost } from '../../files/placeholder.js';

export const placeholderLeft = defineRule({
  id: 'heroku/placeholder-left',
  title: '`app.json` still gives values of a template',
  sound: '`app.json` gives values of this project',
  category: 'deployment',
  severity: 'low',
  effort: minutes(5),
  risk: 'A new app starts with hosts or addresses that belong to nobody, and refuses the requests for its own.',
  references: [web('Heroku: app.json schema', 'https://devcenter.heroku.com/articles/app-json-schema')],
  since: '0.1.0',
  needs: { appJson },
  problems: {},
  questions: {
    value: '`app.json` gives `{name}` the value `{value}`, the name of a template. Is it replaced in every app?',
  },
  when: ({ appJson }) => appJson?.variables.some(({ value }) => value !== undefined && value !== '') ?? false,
  *check({ appJson }, { question }) {
    for (const { name, value, at } of appJson?.variables ?? []) {
      const hosts = (value ?? '')
        .split(/[\s,]+/)
        .map((part) => part.replace(/^https?:\/\//, '').replace(/[:/].*$/, ''));
      const host = hosts.find(isPlaceholderHost);
      if (host !== undefined) yield question('value', { at, subject: `app.json:${name}` }, { name, value: host });
    }
  },
});
