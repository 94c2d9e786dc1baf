/** The readers of deployment files, each with the paths that it reads and what it makes of one. */
import {
  createFactReader,
  deployment,
  type Fact,
  given,
  type Project,
  project as projectFact,
  readNeeds,
  type SourceFile,
} from '@django-golive/core';
import { readSettings } from '@django-golive/django-settings';
import { profiles } from '@django-golive/profiles';
import { readApacheConfig } from '../../../packages/profiles/src/files/apache-config.js';
import { appJson } from '../../../packages/profiles/src/files/app-json.js';
import { readCompose } from '../../../packages/profiles/src/files/compose.js';
import { imageOf } from '../../../packages/profiles/src/files/container-image.js';
import { invocationsOf, readDockerfile } from '../../../packages/profiles/src/files/dockerfile.js';
import { readDockerIgnore } from '../../../packages/profiles/src/files/dockerignore.js';
import { readEnvFile } from '../../../packages/profiles/src/files/env-file.js';
import { flyConfig } from '../../../packages/profiles/src/files/fly-config.js';
import { readWorkflow } from '../../../packages/profiles/src/files/github-workflow.js';
import { gunicornFiles } from '../../../packages/profiles/src/files/gunicorn-config.js';
import { invocationsOfLine } from '../../../packages/profiles/src/files/invocation.js';
import { readNginxConfig } from '../../../packages/profiles/src/files/nginx-config.js';
import { procfile } from '../../../packages/profiles/src/files/procfile.js';
import { pythonVersionFiles } from '../../../packages/profiles/src/files/python-version.js';
import { railwayConfig } from '../../../packages/profiles/src/files/railway-config.js';
import { blueprint } from '../../../packages/profiles/src/files/render-blueprint.js';
import { readSlugIgnore } from '../../../packages/profiles/src/files/slugignore.js';
import { readSupervisorConfig } from '../../../packages/profiles/src/files/supervisor-config.js';
import { readSystemdUnit } from '../../../packages/profiles/src/files/systemd-unit.js';
import { readUwsgiConfig } from '../../../packages/profiles/src/files/uwsgi-config.js';
import { readYaml } from '../../../packages/profiles/src/files/yaml-tree.js';
import { buildManifest } from '../../../packages/profiles/src/heroku/build-manifest.js';

/** One reader. */
export interface DeploymentReader {
  readonly name: string;
  /** Where the file lies in the project that is made of it. */
  readonly path: string;
  /** Whether a file of a corpus is one for this reader. */
  fits(path: string, text: string): boolean;
  /** All that is read; what it comes to is walked for places. */
  read(project: Project, file: SourceFile): unknown;
}

const factReader = (project: Project) => createFactReader([given(projectFact, project)]);
const ofFact =
  (fact: Fact<unknown>): DeploymentReader['read'] =>
  (project) =>
    factReader(project)(fact);

/** What every target makes of a project: whether it is detected, and how it runs there. */
export function onEveryTarget(project: Project): unknown {
  return profiles.map((profile) => {
    const read = createFactReader([given(projectFact, project), ...profile.providers]);
    return [profile.detector.detect(readNeeds(profile.detector.needs, read)), read(deployment)];
  });
}

const one = (
  name: string,
  path: string,
  fits: RegExp,
  read: DeploymentReader['read'],
  holds: RegExp = /./s,
): DeploymentReader => ({ name, path, fits: (at, text) => fits.test(at) && holds.test(text), read });

/** All of them. */
export const readers: readonly DeploymentReader[] = [
  one('Dockerfile', 'Dockerfile', /(^|\/)(Docker|Container)file[^/]*$|\.dockerfile$/i, (project, file) => {
    const dockerfile = readDockerfile(file);
    return dockerfile && [dockerfile, imageOf(project, dockerfile).instructions.map(invocationsOf)];
  }),
  one('Compose', 'compose.yaml', /compose[^/]*\.ya?ml$/i, (project) => readCompose(project, ['compose.yaml'])),
  one('.dockerignore', '.dockerignore', /\.dockerignore$/, (project) => readDockerIgnore(project, '', 'Dockerfile')),
  one('.slugignore', '.slugignore', /\.(slug|docker|git)ignore$/, (project) => {
    const ignored = readSlugIgnore(project);
    return project.paths.map((path) => ignored(path));
  }),
  one('Procfile', 'Procfile', /(^|\/)Procfile[^/]*$/i, ofFact(procfile)),
  one('app.json', 'app.json', /(^|\/)app\.json$/, ofFact(appJson)),
  one('heroku.yml', 'heroku.yml', /(^|\/)heroku\.ya?ml$/, ofFact(buildManifest)),
  one(
    'Python version',
    'runtime.txt',
    /(^|\/)(runtime\.txt|\.python-version|\.tool-versions)$/,
    ofFact(pythonVersionFiles),
  ),
  one(
    'Apache',
    'deploy/site.conf',
    /\.(conf|vhost|apache2?)$/,
    (_, file) => readApacheConfig(file),
    /<VirtualHost|WSGI/i,
  ),
  one('nginx', 'deploy/nginx.conf', /nginx|\.conf$/i, (_, file) => readNginxConfig(file), /\bserver\s*\{|\blocation\b/),
  one('systemd', 'deploy/shop.service', /\.(service|socket|timer)$/, (_, file) => readSystemdUnit(file)),
  one(
    'supervisor',
    'deploy/supervisor.conf',
    /\.(conf|ini)$/,
    (_, file) => readSupervisorConfig(file),
    /^\[(fcgi-)?program:/m,
  ),
  one('uWSGI', 'uwsgi.ini', /\.ini$/, (_, file) => readUwsgiConfig(file), /^\[uwsgi\]/m),
  one('gunicorn.conf.py', 'gunicorn.conf.py', /gunicorn[^/]*\.py$/, (project, file) => {
    const read = createFactReader([given(projectFact, project), ...readSettings])(gunicornFiles)(file, []);
    return ['bind', 'workers', 'worker_class', 'chdir', 'wsgi_app', 'timeout', 'raw_env'].map((name) => read.get(name));
  }),
  one('shell', 'deploy.sh', /\.(sh|bash)$/, (_, file) => invocationsOfLine(file.text)),
  one('env file', '.env', /(^|\/)\.env[^/]*$|\.env$/, (_, file) => [readEnvFile(file), readEnvFile(file, 'systemd')]),
  one('workflow', '.github/workflows/deploy.yml', /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, (_, file) => [
    readYaml(file),
    readWorkflow(file),
  ]),
  one('render.yaml', 'render.yaml', /(^|\/)render\.ya?ml$/, ofFact(blueprint)),
  one('fly.toml', 'fly.toml', /(^|\/)fly[^/]*\.toml$/, ofFact(flyConfig)),
  one('railway', 'railway.toml', /(^|\/)railway\.toml$/, ofFact(railwayConfig)),
  one('railway.json', 'railway.json', /(^|\/)railway\.json$/, ofFact(railwayConfig)),
];
