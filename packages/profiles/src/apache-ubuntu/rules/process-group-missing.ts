/** A daemon process that nothing is sent to: requests run in Apache's own children. */
import { changedLine, defineRule, dependencies, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { systemdUnits } from '../../own-server/units.js';
import { environmentOf, findsPackages } from '../virtual-environment.js';
import { apacheSites } from '../virtual-hosts.js';
import { groupOf, webApplication } from '../web-application.js';

export const processGroupMissing = defineRule({
  id: 'apache-ubuntu/process-group-missing',
  title: 'The application does not run in its daemon process',
  sound: 'The application runs in its daemon process',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: "The code runs in every child of Apache, with the system's Python instead of the virtual environment, or each request is a 500.",
  references: [
    web(
      'mod_wsgi: WSGIDaemonProcess',
      'https://modwsgi.readthedocs.io/en/latest/configuration-directives/WSGIDaemonProcess.html',
    ),
  ],
  since: '0.1.0',
  needs: { project, dependencies, apacheSites, webApplication, systemdUnits },
  problems: {
    missing: '`WSGIDaemonProcess {name}` is declared, and no `WSGIProcessGroup` sends requests to it.',
    embedded: 'There is no `WSGIDaemonProcess`: the application runs in embedded mode.',
    undeclared: 'Requests go to the process group `{group}`, which no `WSGIDaemonProcess` declares.',
  },
  questions: {
    system:
      "There is no `WSGIDaemonProcess`: the application runs in every child of Apache. Does the system's Python have its packages?",
    chosen: '`{directive}` sets up embedded mode. Does this Apache serve nothing but the application?',
  },
  when: ({ apacheSites }) => apacheSites.scripts.length > 0,
  *check({ project, dependencies, apacheSites, webApplication, systemdUnits }, { problem, question }) {
    const { scripts, daemons } = apacheSites;
    for (const script of scripts) {
      // Another file of the server may hold a directive that is not in the repository, unless this one has its counterpart.
      const about = lineAt(project, script.at, `${script.url}:group`);
      const group = groupOf(apacheSites, script);
      const inLocation = apacheSites.named('WSGIProcessGroup').some((item) => item.within.length > 0);
      if (group === undefined && daemons.length > 0 && !inLocation) {
        const name = daemons[0]?.name ?? '';
        yield {
          ...problem('missing', about, { name }),
          evidence: daemons.map((daemon) => ({ at: daemon.at, note: `\`${daemon.name}\` is declared here.` })),
          remedy: {
            summary: 'Name the group on the alias.',
            ...changedLine(project, script.at, (line) => `${line} process-group=${name} application-group=%{GLOBAL}`),
            language: 'apache',
          },
        };
      } else if (group === undefined && daemons.length === 0) {
        // These hold in embedded mode alone: whoever wrote them told Apache which Python and which code to run.
        const [setUp] = ['WSGIPythonHome', 'WSGIPythonPath'].flatMap((name) => apacheSites.named(name));
        if (setUp) {
          yield question('chosen', lineAt(project, setUp.at, `${script.url}:group`), {
            directive: shownName(setUp.name),
          });
          continue;
        }
        const environment = environmentOf(project, systemdUnits);
        const file = webApplication?.file === undefined ? undefined : project.file(webApplication.file);
        if (!environment && (findsPackages(file) || dependencies.manifests.length === 0)) {
          yield question('system', about);
          continue;
        }
        const root = webApplication?.root ?? '/srv/app';
        const home = environment?.path ?? `${root}/venv`;
        yield {
          ...problem('embedded', about),
          confidence: 'firm',
          remedy: {
            summary: "Declare a daemon process with the project's virtual environment, and send requests to it.",
            code: `WSGIDaemonProcess app python-home=${home} python-path=${root} processes=2 threads=15\nWSGIProcessGroup app`,
            language: 'apache',
            path: script.at.path,
            place: 'before',
          },
        };
      } else if (group !== undefined && !group.includes('%{') && !daemons.some((daemon) => daemon.name === group)) {
        yield {
          ...problem('undeclared', about, { group }),
          confidence: daemons.length > 0 ? 'certain' : 'firm',
          remedy: {
            summary: `Declare \`WSGIDaemonProcess ${group}\`, or use the name of one that is declared.`,
            path: script.at.path,
          },
        };
      }
    }
  },
});

/** A directive as its documentation writes it; Apache does not care. */
function shownName(name: string): string {
  return name === 'wsgipythonhome' ? 'WSGIPythonHome' : 'WSGIPythonPath';
}
