/** The commands that a deployment runs from its files: images, process files, start scripts. */
import type { Deployment } from '../../facts/deployment.js';
import { purposeOf } from '../../file-purpose.js';
import { type Location, lineStarts, type Project } from '../../source.js';
import { imageFile, isOfOtherImages } from '../other-images.js';

/** One command line of such a file, continued lines joined. */
export interface DeployLine {
  readonly path: string;
  readonly text: string;
  readonly at: Location;
  /** It runs while an image is built. */
  readonly build: boolean;
}

const start =
  /(^|\/)(Procfile|(entrypoint|docker-entrypoint|start|run|release|build|deploy|boot|launch|prestart|startup|post_deploy|postdeploy)([\w.-]*\.(sh|bash)|[\w-]*)|(docker-)?compose[\w.-]*\.ya?ml|render\.ya?ml|railway\.(toml|json)|fly\.toml|app\.json|heroku\.yml)$/;
const notProduction =
  /(^|[/._-])(dev|devel|develop|development|local|tests?|testing|ci|example|sample|docs?|debug|override)([/._-]|$)/i;

/** Every command line of the files that a deployment reads; files for development are left out. */
export function* deployLines(project: Project, deployment: Deployment): Iterable<DeployLine> {
  const { target, files } = deployment;
  for (const path of project.paths) {
    // Without a purpose in its name a Compose file is production's only where containers are deployed.
    const isCompose = /compose[\w.-]*\.ya?ml$/.test(path);
    if (isCompose && target !== 'docker' && !/prod/i.test(path)) continue;
    const isImage = imageFile.test(path);
    if ((isCompose || isImage) && files && !files.includes(path)) continue;
    // Beside a Dockerfile that is named for production, the plain one is for developers.
    if (isImage && purposeOf(path) === 'unsaid' && hasProductionTwin(project, path)) continue;
    if (isImage && !buildsImages(project, target)) continue;
    if ((!isImage && !start.test(path)) || notProduction.test(path) || /\.(py|js|ts|md|html|css)$/.test(path)) continue;
    if (isOfOtherImages(project, deployment, path)) continue;
    const file = project.file(path);
    if (!file || file.text.length > 200_000) continue;
    const lines = file.text.split(/\r\n|\r|\n/);
    const starts = lineStarts(file.text);
    for (let index = 0; index < lines.length; index += 1) {
      const first = index;
      let text = lines[index] ?? '';
      while (/\\\s*$/.test(lines[index] ?? '') && index + 1 < lines.length) {
        index += 1;
        text = `${text.replace(/\\\s*$/, ' ')}${lines[index] ?? ''}`;
      }
      if (/^\s*(#|\/\/)/.test(text) || /^\s*echo\b/.test(text)) continue;
      const start = starts[first] ?? 0;
      const at = file.at({ start, end: start + (lines[first]?.length ?? 0) });
      yield { path, text, at, build: isImage && /^\s*RUN\b/i.test(text) };
    }
  }
}

function hasProductionTwin(project: Project, path: string): boolean {
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  return project.paths.some(
    (other) =>
      other.startsWith(directory) &&
      !other.slice(directory.length).includes('/') &&
      imageFile.test(other) &&
      purposeOf(other) === 'production',
  );
}

/** Whether the target builds a Dockerfile: some hosts never do, and Heroku only where `heroku.yml` says so. */
function buildsImages(project: Project, target: string): boolean {
  if (target === 'heroku') return project.file('heroku.yml') !== undefined;
  return !['apache-ubuntu', 'nginx-gunicorn', 'pythonanywhere'].includes(target);
}

/** The arguments of a management command on a line; `undefined` where the line does not run it. */
export function managementArguments(line: string, command: string): string | undefined {
  const match = new RegExp(
    `(?:manage\\.py|django-admin(?:\\.py)?|python3? -m django)["',\\s]+${command}\\b([^&|;]*)`,
  ).exec(line);
  return match?.[1];
}
