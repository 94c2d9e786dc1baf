/** Variables that SetEnv gives to requests, while the settings look for them in the process. */
import { defineRule, minutes, project, type Remedy, type SourceFile, settings, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { meantSettings } from '../meant-settings.js';
import { apacheSites } from '../virtual-hosts.js';
import { webApplication } from '../web-application.js';

export const setenvNotEnvironment = defineRule({
  id: 'apache-ubuntu/setenv-not-environment',
  title: 'SetEnv does not reach the settings',
  sound: 'No variable of the settings is expected from SetEnv',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(30),
  risk: 'The settings do not find the variable: they stop, or fall back on what is meant for development.',
  references: [
    web(
      'mod_wsgi: Configuration guidelines',
      'https://modwsgi.readthedocs.io/en/latest/user-guides/configuration-guidelines.html',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, apacheSites, webApplication },
  problems: { request: '`{directive} {name}` is part of each request; the settings read `{name}` from the process.' },
  questions: {
    script:
      '`{directive} {name}` is part of each request. Does `{path}` copy it into `os.environ` before Django starts?',
  },
  when: ({ webApplication }) => webApplication?.kind === 'mod_wsgi',
  *check({ project, settings, apacheSites, webApplication }, { problem, question }) {
    const script = webApplication?.file === undefined ? undefined : project.file(webApplication.file);
    const read = new Set(settings.environment.map(({ name }) => name));
    for (const directive of [...apacheSites.named('SetEnv'), ...apacheSites.named('PassEnv')]) {
      const name = directive.args[0]?.text ?? '';
      if (!read.has(name) && name !== 'DJANGO_SETTINGS_MODULE') continue;
      // The module that the directive means, where it is another one than the script loads.
      const meant = directive.name === 'setenv' ? directive.args[1]?.text : undefined;
      const module = name === 'DJANGO_SETTINGS_MODULE' && /^[\w.]+$/.test(meant ?? '') ? meant : undefined;
      const about = lineAt(project, directive.at, name, name);
      // A wrapper that copies variables out of the first request takes `environ` and names os.environ.
      const copies =
        script !== undefined && /def\s+application\s*\(\s*environ/.test(script.text) && /os\.environ/.test(script.text);
      if (copies) yield question('script', about, { directive: directive.written, name, path: script.path });
      else if (module === undefined || module !== settings.module) {
        yield {
          ...problem('request', about, { directive: directive.written, name }),
          evidence: settings.environment
            .filter((item) => item.name === name)
            .flatMap((item) => item.reads.slice(0, 1))
            .map((at) => ({ at, note: `The settings read \`${name}\` here.` })),
          remedy: {
            summary:
              name === 'DJANGO_SETTINGS_MODULE'
                ? `Set it in the WSGI script.${module === undefined || module !== meantSettings(apacheSites, project, settings)?.module ? '' : ` Then audit anew before you change \`${settings.module}\`: production has \`${module}\` from then on, which may settle what is found here.`}`
                : 'Keep the values in a file outside version control, and load it in the WSGI script before Django starts.',
            ...(module !== undefined
              ? { code: `import os\n\nos.environ['DJANGO_SETTINGS_MODULE'] = '${module}'`, language: 'python' as const }
              : {}),
            ...(script ? { path: script.path, ...insteadOfDefault(script) } : {}),
          },
        };
      }
    }
  },
});

/** In place of the line by which the script falls back on another module; without one, before Django is asked for. */
function insteadOfDefault(script: SourceFile): Partial<Remedy> {
  const found = /^os\.environ\.setdefault\(\s*['"]DJANGO_SETTINGS_MODULE['"].*\)/m.exec(script.text);
  const first = found ?? /^(from django|application\b).*/m.exec(script.text);
  if (!first) return {};
  const at = script.at({ start: first.index, end: first.index + first[0].length });
  return { place: found ? 'instead' : 'before', at };
}
