/** A web server in the machine itself, between Fly's proxy and the application server. */
import { type Location, lineSpan, type Project, purposeOf } from '@django-golive/core';

export interface OwnProxy {
  /** The line that says where it listens. */
  readonly at: Location;
  /** Whether it leaves what Fly's proxy tells of the visitor's scheme as it is. */
  readonly keepsScheme: boolean;
}

const serverFile = /(^|\/)([^/]*nginx[^/]*|[^/]*\.conf(\.\w+)?|Caddyfile[^/]*|[^/]*haproxy[^/]*)$/i;
const inDirectory = /(^|\/)(nginx|caddy|haproxy)[^/]*\/[^/]+$/i;

/** The one that listens on the port to which Fly's proxy connects. */
export function ownProxy(project: Project, port: string): OwnProxy | undefined {
  const listens = new RegExp(`^[ \\t]*(?:listen|bind|http://|:)[ \\t]*(?:[\\w.*\\[\\]:]*:)?${port}\\b`, 'i');
  for (const path of project.paths) {
    if (!(serverFile.test(path) || inDirectory.test(path)) || purposeOf(path) === 'development') continue;
    const file = project.file(path);
    const line = file?.text.split(/\r\n|\r|\n/).findIndex((text) => listens.test(text)) ?? -1;
    if (!file || line < 0) continue;
    const written = /^[^#\n]*X-Forwarded-Proto[ \t]+(?!"?\$http_x_forwarded_proto)/im;
    return { at: file.at(lineSpan(file.text, line + 1)), keepsScheme: !written.test(file.text) };
  }
  return undefined;
}
