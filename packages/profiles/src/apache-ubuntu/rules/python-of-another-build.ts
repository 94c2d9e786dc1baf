/** The Python that the project asks for against the one that Ubuntu's mod_wsgi was built for: only they work together. */
import { type Dependencies, defineRule, dependencies, type Location, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { type ApacheSites, apacheSites } from '../virtual-hosts.js';
import { webApplication } from '../web-application.js';

/** The Python of `libapache2-mod-wsgi-py3` in each supported Ubuntu LTS: packages.ubuntu.com. */
const builds: readonly (readonly [release: string, python: string])[] = [
  ['22.04', '3.10'],
  ['24.04', '3.12'],
  ['26.04', '3.14'],
];

export const pythonOfAnotherBuild = defineRule({
  id: 'apache-ubuntu/python-of-another-build',
  title: "The project asks for another Python than the server's mod_wsgi has",
  sound: "The server's mod_wsgi has the Python that the project asks for",
  category: 'deployment',
  severity: 'critical',
  effort: minutes(45),
  risk: 'mod_wsgi cannot use a virtual environment of another Python: packages with compiled parts fail to import.',
  references: [
    web(
      'mod_wsgi: Virtual environments',
      'https://modwsgi.readthedocs.io/en/latest/user-guides/virtual-environments.html',
    ),
  ],
  since: '0.1.0',
  needs: { dependencies, project, apacheSites, webApplication },
  problems: {},
  questions: {
    release:
      "The project asks for Python {python}, which Ubuntu {release}'s mod_wsgi has. Is that the server's release?",
    none: "The project asks for Python {python}, and the mod_wsgi of no supported Ubuntu LTS has it ({builds}). Is the server's one built for it?",
  },
  // mod_wsgi installed by pip, or loaded from a place of its own, is built for the environment it lies in.
  when: ({ dependencies, apacheSites, webApplication }) =>
    webApplication?.kind === 'mod_wsgi' &&
    seriesOf(dependencies, apacheSites) !== undefined &&
    dependencies.get('mod-wsgi') === undefined &&
    placeOf(apacheSites) !== undefined &&
    !apacheSites.named('LoadModule').some((line) => line.args[0]?.text === 'wsgi_module'),
  *check({ dependencies, project, apacheSites }, { question }) {
    const python = seriesOf(dependencies, apacheSites);
    const place = placeOf(apacheSites);
    if (python === undefined || !place) return;
    const about = lineAt(project, place.at, `${place.name}:python`);
    const release = builds.find(([, build]) => build === python)?.[0];
    if (release !== undefined) yield question('release', about, { python, release });
    else yield question('none', about, { python, builds: builds.map((build) => build.join(': ')).join(', ') });
  },
});

/** What tells where packages lie: a daemon, or the path of Apache's own processes where it names those of a Python. */
function placeOf({ daemons, named }: ApacheSites): { readonly name: string; readonly at: Location } | undefined {
  const path = named('WSGIPythonPath').find(({ args }) => packagesOf.test(args[0]?.text ?? ''));
  return daemons[0] ?? (path && { name: path.written, at: path.at });
}

/** Ubuntu's own pythons have `dist-packages`, and what installs for them with pip as well. */
const packagesOf = /\/python(\d\.\d+)\/(?:site|dist)-packages\b/;

/** What the daemon's packages were installed for, by where they lie; else what the project's files ask for. */
function seriesOf({ python }: Dependencies, { daemons, named }: ApacheSites): string | undefined {
  const own = daemons.length > 0 ? [] : named('WSGIPythonPath').map(({ args }) => args[0]?.text ?? '');
  const paths = daemons.flatMap(({ options }) => [...options.values()].map(({ value }) => value));
  return packagesOf.exec([...paths, ...own].join(':'))?.[1] ?? python?.series;
}
