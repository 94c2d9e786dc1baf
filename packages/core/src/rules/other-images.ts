/** Files that only images and Compose files of other places start: a developer's, where production has its own. */
import type { Deployment } from '../facts/deployment.js';
import type { Project } from '../source.js';

/** Dockerfiles and Compose files. */
export const imageFile = /(^|\/)(Dockerfile|Containerfile)(\.[\w.-]+)?$|\.Dockerfile$/i;
const composeFile = /(^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/i;
/** What may start a script besides. */
const starter = /\.(sh|bash|ya?ml|toml|service|ini|conf)$|(^|\/)(Procfile|Makefile|app\.json|[\w-]+)$/;

/** Whether a file is, or is started by, nothing but images that production does not run, where the target says which those are. */
export function isOfOtherImages(project: Project, { files }: Pick<Deployment, 'files'>, path: string): boolean {
  if (!files || files.length === 0) return false;
  const isOther = (one: string) => (imageFile.test(one) || composeFile.test(one)) && !files.includes(one);
  if (isOther(path)) return true;
  if (!/\.(sh|bash)$|(^|\/)[\w-]+$/.test(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const word = new RegExp(`(?<![\\w.-])${name.replaceAll('.', '\\.')}(?![\\w.-])`);
  const naming = project.paths.filter(
    (one) => one !== path && (starter.test(one) || imageFile.test(one)) && word.test(project.file(one)?.text ?? ''),
  );
  return naming.some(isOther) && naming.every(isOther);
}
