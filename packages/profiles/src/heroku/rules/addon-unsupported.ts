/** Databases that app.json asks for in a PostgreSQL that gets no fixes any more. */
import { defineRule, dependencies, minutes, today, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';
import { lineOf } from '../../platform/supported-line.js';

export const addonUnsupported = defineRule({
  id: 'heroku/addon-unsupported',
  title: 'app.json asks for a PostgreSQL without fixes',
  sound: 'app.json asks for a PostgreSQL that gets fixes',
  category: 'dependencies',
  severity: 'low',
  effort: minutes(15),
  risk: 'The database of an app that is made from app.json gets no fixes, or Heroku refuses to make it.',
  references: [
    web('PostgreSQL: Versioning policy', 'https://www.postgresql.org/support/versioning/'),
    web('Heroku: app.json schema', 'https://devcenter.heroku.com/articles/app-json-schema'),
  ],
  since: '0.1.0',
  needs: { appJson, dependencies, today },
  problems: { ended: '`{plan}` of app.json is {title}, which has had no fixes since {date}.' },
  when: ({ appJson }) =>
    appJson?.addons.some(({ service, version }) => service === 'heroku-postgresql' && version !== undefined) ?? false,
  *check({ appJson, dependencies: { supportEnd }, today }, { problem }) {
    for (const { service, plan, version, at } of appJson?.addons ?? []) {
      const line =
        service === 'heroku-postgresql' && supportEnd
          ? lineOf('postgresql', 'PostgreSQL', version, supportEnd)
          : undefined;
      if (!line || line.until >= today) continue;
      yield {
        ...problem('ended', { at, subject: `app.json:addon:${plan}` }, { plan, title: line.title, date: line.until }),
        remedy: { summary: 'Name a release that is supported, or none: Heroku then takes its default.', path: at.path },
      };
    }
  },
});
