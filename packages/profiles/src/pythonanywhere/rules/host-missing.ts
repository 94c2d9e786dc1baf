/** ALLOWED_HOSTS without any name that a visitor of PythonAnywhere could ask for. */
import { defineRule, describeValue, docs, itemsOf, minutes, settings, stringOf, web } from '@django-golive/core';
import { wsgiFile } from '../wsgi-file.js';

export const hostMissing = defineRule({
  id: 'pythonanywhere/host-missing',
  title: 'ALLOWED_HOSTS holds no public host name',
  sound: 'ALLOWED_HOSTS holds a public host name',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Every visitor gets 400 Bad Request, on every page.',
  references: [web('PythonAnywhere: 400 Bad Request', 'https://help.pythonanywhere.com/pages/Django400BadRequest/'), docs('ref/settings', 'allowed-hosts')],
  since: '0.1.0',
  needs: { settings, wsgiFile },
  problems: { local: '`ALLOWED_HOSTS` is {value} in `{module}`: it names local hosts alone.' },
  // An empty list is the finding of a rule that holds everywhere.
  when: ({ settings }) => settings.path !== undefined && itemsOf(settings.get('ALLOWED_HOSTS').value).length > 0,
  *check({ settings, wsgiFile }, { problem }) {
    const hosts = settings.get('ALLOWED_HOSTS');
    const names = itemsOf(hosts.value).map(stringOf);
    if (!names.every((name) => name !== undefined && /^(|localhost|\.localhost|testserver|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|10\.[\d.]+|192\.168\.[\d.]+)$/i.test(name))) return;
    const user = wsgiFile?.user ?? '<your account>';
    yield {
      ...problem('local', hosts, { value: describeValue('ALLOWED_HOSTS', hosts.value), module: settings.module }),
      remedy: {
        summary: `Add the host name of the web app, which is \`${user}.pythonanywhere.com\` unless it has a domain of its own.`,
        ...(wsgiFile?.user === undefined ? {} : { code: `ALLOWED_HOSTS = ['${user}.pythonanywhere.com']`, language: 'python' as const }),
        path: hosts.at.path,
      },
    };
  },
});
