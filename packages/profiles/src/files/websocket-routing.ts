/** Where the project routes WebSockets: having Channels installed is not using it. */
import type { Location, Project } from '@django-golive/core';

/** The router of protocols in the project's own code. */
export function websocketRouting(project: Project): Location | undefined {
  for (const path of project.paths) {
    if (!/(^|\/)(asgi|routing|application|urls)\.py$/.test(path) || /(^|\/)(tests?|docs?|examples?)\//.test(path))
      continue;
    const file = project.file(path);
    const match = file && /^(?!\s*#).*\bProtocolTypeRouter\s*\(/m.exec(file.text);
    if (file && match) return file.at({ start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}
