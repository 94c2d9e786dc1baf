/** Who uses a key file, by the files that name it. */
import { purposeOf } from '../../file-purpose.js';
import type { Project } from '../../source.js';

const compose = /(^|\/)[^/]*compose[^/]*\.ya?ml$/i;
/** What says nothing of where the key is used: checks of the repository, and an image that takes whatever lies beside it. */
const neutral =
  /(^|\/)(\.pre-commit-config\.ya?ml|\.gitignore|\.gitattributes|\.gitleaks\.toml|\.secrets\.baseline|README[^/]*|[^/]*Dockerfile[^/]*|Containerfile)$|(^|\/)(\.github|\.circleci|docs?)\//i;
/** What only a developer's Compose file has: a server that reloads, files of variables and builds for development. */
const developers =
  /\brunserver\b|\.env[._-](dev|local)|--mode[= ]development|\bnpm run dev\b|^\s*(target|\w*ENV(IRONMENT)?):\s*['"]?(dev|develop|development|local)['"]?\s*$/im;

/** The Compose file for development that names a key, where all that use it are such files. */
export function developersUse(project: Project, path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const users = project.paths.filter(
    (one) => one !== path && !neutral.test(one) && (project.file(one)?.text.includes(name) ?? false),
  );
  const [first] = users;
  const forDevelopment = users.every(
    (one) => compose.test(one) && (purposeOf(one) === 'development' || developers.test(project.file(one)?.text ?? '')),
  );
  return forDevelopment ? first : undefined;
}
