/** The application that a service names, held against the modules of the project. */
import { defineRule, dependencies, minutes, project, type Remedy, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { declaredName } from '../../heroku/web-module.js';
import { homesOf, startsOf } from '../../own-server/deployed-tree.js';
import { type Service, services } from '../../own-server/services.js';
import { nginxSites } from '../sites.js';
import { webApplications } from '../web-applications.js';

export const moduleMissing = defineRule({
  id: 'nginx-gunicorn/module-missing',
  title: 'The service names an application that is not there',
  sound: 'The application that the service names is there',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'The server stops with ModuleNotFoundError at every start, and every page is a 502 Bad Gateway.',
  references: [web('gunicorn: Running Gunicorn', 'https://docs.gunicorn.org/en/stable/run.html')],
  since: '0.1.0',
  needs: { project, dependencies, services, nginxSites, webApplications },
  problems: {
    missing: '`{name}` serves `{module}`, and no file of the repository is that module.',
    elsewhere: '`{name}` starts in `{start}` and serves `{module}`, which lies in `{directory}`.',
    nowhere: '`{name}` serves `{module}` and names no directory: it starts in `/`, where no such module is.',
    nameless: '`{name}` serves `{attribute}` of `{module}`, and `{path}` defines no such name.',
  },
  questions: {
    part: '`{name}` starts in `{start}` and serves `{module}`, which lies in `{directory}` of the repository. Is `{start}` that directory on the server?',
  },
  when: ({ webApplications }) => webApplications.all.some(({ application }) => application !== undefined),
  *check({ project, dependencies, services, nginxSites, webApplications }, { problem, question }) {
    for (const { service, application } of webApplications.all) {
      if (!service || application === undefined) continue;
      const { name } = service;
      const [module = '', attribute = ''] = application.split(':');
      const about = lineAt(project, service.at, `${name}:application`);
      const homes = homesOf(project, module);
      const starts = startsOf(service);
      if (homes.length === 0) {
        // The module of an installed package is not in the repository, and needs not be.
        if (!declaredName(dependencies, module.split('.')[0] ?? ''))
          yield { ...problem('missing', about, { name, module }), confidence: 'firm' };
        continue;
      }
      const paths = homes.map((home) =>
        [home, `${module.replaceAll('.', '/')}.py`].filter((part) => part !== '').join('/'),
      );
      const path = paths.find((item) => project.file(item));
      const text = path === undefined ? undefined : project.file(path)?.text;
      if (paths.length === 1 && path !== undefined && text !== undefined && !defines(text, attribute))
        yield problem('nameless', about, { name, module, attribute, path });
      const open =
        service.script !== undefined ||
        changesPath(service) ||
        /[$%{]/.test(service.directory?.text ?? '') ||
        /[$%{]/.test(service.server?.directory?.text ?? '');
      if (open || homes.includes('')) {
        // A package that is installed into the environment is found from anywhere.
        const installed = project.paths.some((item) => /^(setup\.py|setup\.cfg|pyproject\.toml)$/.test(item));
        if (
          !open &&
          service.manager === 'systemd' &&
          starts.length === 0 &&
          service.directory === undefined &&
          !installed &&
          !service.invocation.python
        )
          yield {
            ...problem('nowhere', about, { name, module }),
            confidence: 'firm',
            remedy: directoryRemedy(service, '/srv/app'),
          };
        continue;
      }
      const [start] = starts;
      const [directory = ''] = homes;
      if (start === undefined || homes.length > 1 || starts.some((item) => item.endsWith(`/${directory}`))) continue;
      // Other paths of the same files show that the repository's root is where it starts.
      const named = [
        ...services.map(({ path: item }) => item),
        ...nginxSites.configs.map(({ path: item }) => item),
      ].some((item) => project.file(item)?.text.includes(`${start}/${directory}/`));
      const data = { name, start, module, directory };
      if (named)
        yield {
          ...problem('elsewhere', about, data),
          confidence: 'firm',
          remedy: directoryRemedy(service, `${start}/${directory}`),
        };
      else yield question('part', about, data);
    }
  },
});

/** Whether a file of the server's own says where it looks for modules, or may say it. */
function changesPath({ server }: Service): boolean {
  if (server?.server !== 'gunicorn') return server?.config !== undefined;
  const { file, directory } = server;
  if (!file) return server.config !== undefined;
  return directory?.literal === false || ['pythonpath', 'sys', 'site'].some((name) => file.get(name));
}

function directoryRemedy(service: Service, directory: string): Remedy {
  return {
    summary: 'Start in the directory that holds the package.',
    code: `${service.manager === 'systemd' ? 'WorkingDirectory' : 'directory'}=${directory}`,
    language: 'ini',
    path: service.at.path,
    ...(service.directory ? { place: 'instead', at: service.directory.at } : { place: 'after', at: service.at }),
  };
}

function defines(text: string, attribute: string): boolean {
  const name = attribute.replace(/\(.*$/, '').split('.')[0] ?? '';
  return (
    name === '' ||
    text.trim() === '' ||
    new RegExp(`\\b${name}\\b`).test(text) ||
    /import[ \t]+\*|__getattr__|globals\(\)/.test(text)
  );
}
