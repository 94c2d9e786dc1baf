/** A web server in the machine itself, between Fly's proxy and the application server. */
import { type Location, lineOfServer, type Project, serverFiles } from '@django-golive/core';

export interface OwnProxy {
  /** The line that says where it listens. */
  readonly at: Location;
  /** Whether it leaves what Fly's proxy tells of the visitor's scheme as it is. */
  readonly keepsScheme: boolean;
}

const written = /^[^#\n]*X-Forwarded-Proto[ \t]+(?!"?\$http_x_forwarded_proto)/im;

/** The one that listens on the port to which Fly's proxy connects. */
export function ownProxy(project: Project, port: string): OwnProxy | undefined {
  const listens = new RegExp(`^[ \\t]*(?:listen|bind|http://|:)[ \\t]*(?:[\\w.*\\[\\]:]*:)?${port}\\b`, 'i');
  for (const file of serverFiles(project)) {
    const line = lineOfServer([file], (text) => listens.test(text), 'listens there');
    if (line) return { at: line.at, keepsScheme: !written.test(file.text) };
  }
  return undefined;
}
