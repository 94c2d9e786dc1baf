/** Files that the settings open by a relative path, under a server that starts elsewhere. */
import { defineRule, minutes, project, settings, web } from '@django-golive/core';
import { codeOf } from '../../files/python-code.js';
import { webApplication } from '../web-application.js';

/** Outside of every branch and `try`: the line begins at the margin. */
const opening = /^[A-Za-z_][^'"\r\n]*?\bopen\(\s*(?:'([\w.][^'\\\r\n]*)'|"([\w.][^"\\\r\n]*)")/gm;

export const relativeOpen = defineRule({
  id: 'apache-ubuntu/relative-open',
  title: 'The settings open a file where mod_wsgi does not look for it',
  sound: 'No file that the settings open depends on where mod_wsgi starts',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The settings stop with FileNotFoundError: every page is a 500, though `manage.py` works.',
  references: [
    web(
      'mod_wsgi: WSGIDaemonProcess, home',
      'https://modwsgi.readthedocs.io/en/latest/configuration-directives/WSGIDaemonProcess.html',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, webApplication },
  problems: {
    elsewhere: '`{file}` is opened by a relative path, and the processes of mod_wsgi do not start in the project.',
  },
  // `home=` is where a daemon process starts; without it that is the home directory of its user.
  when: ({ settings, webApplication }) =>
    webApplication?.kind === 'mod_wsgi' && settings.path !== undefined && !webApplication.daemon?.options.has('home'),
  *check({ project, settings, webApplication }, { problem }) {
    const files = [...settings.files, ...(webApplication?.file === undefined ? [] : [webApplication.file])];
    const texts = new Map(files.map((path) => [path, codeOf(project.file(path)?.text ?? '')]));
    if ([...texts.values()].some((text) => /\bchdir\(/.test(text))) return;
    for (const path of settings.files) {
      const text = texts.get(path) ?? '';
      for (const match of text.matchAll(opening)) {
        const name = match[1] ?? match[2] ?? '';
        // A file that is written is made where it is not.
        if (/^\s*,\s*(?:mode\s*=\s*)?['"][wax]/.test(text.slice(match.index + match[0].length))) continue;
        const at = project.file(path)?.at({ start: match.index, end: match.index + match[0].length });
        if (!at) continue;
        yield {
          ...problem('elsewhere', { at, subject: `${settings.module}:open:${name}` }, { file: name }),
          confidence: 'firm',
          remedy: {
            summary: 'Begin the path at the directory of the settings, such as `BASE_DIR`.',
            path,
          },
        };
      }
    }
  },
});
