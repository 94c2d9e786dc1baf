/** Whether visitors upload files to the disk: a `MEDIA_ROOT` alone takes none. */
import { type Apps, type Features, type Settings, uploadApp, uploadField } from '@django-golive/core';

/** Whether a model of the project, or of an application that it installs, takes files onto the disk. */
export function takesUploads(features: Features, apps: Apps, settings: Settings): boolean {
  return features.uses('local-media') !== undefined && (uploadField(apps) ?? uploadApp(settings)) !== undefined;
}
