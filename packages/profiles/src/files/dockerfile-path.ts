/** Which files are Dockerfiles, by their names. */

/** Whether a path names a Dockerfile. */
export function isDockerfilePath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    (/^(dockerfile|containerfile)([._-][\w.-]+)?$/i.test(name) || /\.(dockerfile|containerfile)$/i.test(name)) &&
    !/\.(dockerignore|md|rst|txt|j2|jinja2?|tmpl|erb|py|ya?ml|json|sh|toml|sample|example)$/i.test(name) &&
    !/(^|\/)\.devcontainer\//.test(path)
  );
}
