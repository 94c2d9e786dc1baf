/** A Compose file that is for the machine it runs on: nobody else reaches its ports, under names that mean this machine. */
import type { Project } from '@django-golive/core';
import type { ComposeProject } from '../files/compose-model.js';
import { isLoopback } from '../files/compose-port.js';
import { isHeadedForLocalUse } from './workplace.js';

/** Whether it can be nobody's production. Loopback ports alone may stand behind a web server of the host. */
export function isForOneMachine(compose: ComposeProject): boolean {
  return answersHereAlone(compose) && namesLocalhost(compose);
}

/** Whether it may be a developer's, which nothing proves. */
export function isPerhapsForOneMachine(project: Project, compose: ComposeProject, mountsSource: boolean): boolean {
  return (
    (answersHereAlone(compose) && mountsSource) || namesLocalhost(compose) || isCalledLocal(project, compose.paths)
  );
}

/** Whether the README calls it a developer's, nothing there deploys with Compose, and the source is mounted: each change shows at once. */
export function isSaidToBeDevelopers(project: Project, compose: ComposeProject): boolean {
  const mountsSource = compose.services.some(({ mounts }) =>
    mounts.some(
      ({ kind, path }) =>
        kind === 'bind' && path !== undefined && project.file(/^\.?$/.test(path) ? 'manage.py' : `${path}/manage.py`),
    ),
  );
  return mountsSource && isCalledLocal(project, compose.paths) && !isDeployedFromReadme(project);
}

/** Whether a section that is headed with deployment speaks of Compose. */
function isDeployedFromReadme(project: Project): boolean {
  return project.paths
    .filter((path) => /^(docs\/)?(README|DEPLOY\w*|INSTALL)[\w.-]*$/i.test(path))
    .flatMap((path) => (project.file(path)?.text ?? '').split(/^(?=#{1,6} |[^\n]+\n[=\-~^]{3,}[ \t]*$)/m))
    .some(
      (section) =>
        /\b(prod(uction)?|deploy\w*|servers?|live|host(ing)?)\b/i.test(section.slice(0, section.indexOf('\n'))) &&
        /\bdocker[- ]compose\b/i.test(section),
    );
}

function answersHereAlone({ services }: ComposeProject): boolean {
  const ports = services.flatMap((service) => service.ports);
  return (
    ports.length > 0 &&
    ports.every(({ host, published }) => published !== undefined && isLoopback(host)) &&
    services.every(({ networkMode }) => networkMode !== 'host')
  );
}

/** `shop.localhost` is every machine's name for itself. One that is only a default is replaced where it matters. */
function namesLocalhost({ services }: ComposeProject): boolean {
  return services.some(({ variables }) =>
    variables.some(
      ({ from, raw }) => from === 'environment' && /^[^$]*[\w-]\.localhost\b(?!\.)[^$]*$/i.test(raw ?? ''),
    ),
  );
}

/** Whether the README starts it for local use alone, or calls the file or its containers so in a sentence that says nothing of production. */
function isCalledLocal(project: Project, paths: readonly string[]): boolean {
  // What is written about Compose may have a file of its own, which the README only names.
  const names = [...paths, ...project.paths.filter((path) => /^[\w.-]*compose[\w.-]*\.(md|rst|txt)$/i.test(path))].map(
    (path) => path.slice(path.lastIndexOf('/') + 1),
  );
  return (
    isHeadedForLocalUse(project) ||
    project.paths
      .filter((path) => /^(docs\/)?(README|CONTRIBUTING|DEVELOPMENT)(\.\w+)?$/i.test(path))
      .flatMap((path) => (project.file(path)?.text ?? '').split(/(?<=[.!?:])\s+|\n\s*\n|\n(?=[#*-] )/))
      .some((sentence) => {
        // Of the server that Django brings for developers, `server` says nothing of production.
        const said = sentence.replace(/\bdevelopment server\b/gi, 'development');
        const isAbout =
          names.some((name) => said.includes(name)) ||
          (said !== sentence && /\b(docker|container|compose)\b/i.test(said));
        return (
          isAbout &&
          /\b(local(ly)?|dev|develop(ment|ing|ers?)?)\b/i.test(said) &&
          !/\b(prod(uction)?|deploy\w*|never|server)\b/i.test(said)
        );
      })
  );
}
