/** A volume that hides what a newer image has collected: Docker fills one from the image only while it is new. */
import { type Settings, stringOf } from '@django-golive/core';
import type { ComposeMount } from '../files/compose-model.js';
import { relativeTo } from '../files/deployed-path.js';
import { managementCommandOf } from '../files/django-command.js';
import { systemPath } from '../files/settings-path.js';
import type { Container } from './containers.js';

/** The volume over `STATIC_ROOT`, where the image collects and the start does not. `root` is where the repository lies in it. */
export function staleVolume(
  { image, service, start }: Container,
  settings: Settings,
  root: string | undefined,
): ComposeMount | undefined {
  const built = image?.instructions.some(({ keyword, text }) => keyword === 'RUN' && text.includes('collectstatic'));
  const again = start.programs.some(({ invocation }) => managementCommandOf(invocation)?.name === 'collectstatic');
  const directory = stringOf(settings.get('STATIC_ROOT').value);
  // What an unknown program does at the start, may be this.
  if (!built || again || start.opaque || directory === undefined) return undefined;
  const path = systemPath(directory, root, service?.workdir ?? image?.workdir);
  return service?.mounts.find(
    ({ kind, target }) => kind === 'volume' && path !== undefined && relativeTo(target, path) !== undefined,
  );
}
