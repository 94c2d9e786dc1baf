/** A secret written into app.json. */
import { changedText, cwe, defineRule, isSensitiveName, masked, minutes, project, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';

export const appJsonSecret = defineRule({
  id: 'heroku/app-json-secret',
  title: 'app.json holds a secret',
  sound: 'app.json holds no secrets',
  category: 'secrets',
  severity: 'high',
  effort: minutes(15),
  risk: 'Whoever reads the repository knows the secret of every app that was made from it.',
  references: [cwe(798), web('Heroku: app.json', 'https://devcenter.heroku.com/articles/app-json-schema')],
  since: '0.1.0',
  needs: { appJson, project },
  problems: { literal: 'app.json gives `{name}` a value.' },
  when: ({ appJson }) => (appJson?.variables.length ?? 0) > 0,
  *check({ appJson, project }, { problem }) {
    for (const { name, value, at } of appJson?.variables ?? []) {
      if (!value || !isSensitiveName(name) || /^(true|false|none|null|\d+|https?:\/\/[^:@/\s]*(\/\S*)?)$/i.test(value))
        continue;
      yield {
        ...problem('literal', { at, current: `"${name}": "${masked}"`, subject: `app.json:${name}` }, { name }),
        remedy: {
          summary: 'Let Heroku make one up, or demand it from whoever creates the app.',
          ...changedText(project, at, (text) =>
            text.startsWith(`"${name}"`) ? `"${name}": {"generator": "secret"}` : '{"generator": "secret"}',
          ),
          language: 'text',
        },
      };
    }
  },
});
