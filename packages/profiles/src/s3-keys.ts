/** Variables that no line of the settings reads: the keys of an S3 storage and the account of Cloudinary, which their packages take from the environment by themselves. */
import { lookup, type Project, type Settings, stringOf, stringsOf } from '@django-golive/core';

// Each comes before the environment, in the order of django-storages.
const inSettings = ['AWS_S3_SESSION_PROFILE', 'AWS_S3_ACCESS_KEY_ID', 'AWS_ACCESS_KEY_ID'];

/** Their names; none where no storage is of that kind, or where the settings give the keys. */
export function keysOfStorage(settings: Settings): readonly string[] {
  const storages = settings.get('STORAGES').value;
  const backends = ['default', 'staticfiles'].flatMap((alias) => {
    const storage = lookup(storages, alias);
    const options = lookup(storage, 'OPTIONS');
    const ownKeys = ['access_key', 'session_profile'].some((name) => lookup(options, name) !== undefined);
    return ownKeys ? [] : [stringOf(lookup(storage, 'BACKEND'))];
  });
  const older = ['DEFAULT_FILE_STORAGE', 'STATICFILES_STORAGE'].map((name) => stringOf(settings.get(name).value));
  const stores = [...backends, ...older].some((name) => /^storages\.backends\.s3(boto3)?\./.test(name ?? ''));
  if (!stores || inSettings.some((name) => settings.get(name).origin !== 'absent')) return [];
  return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
}

/** The variable of Cloudinary's account, where an app of it is installed and no settings file configures it. */
export function accountOfCloudinary(project: Project, settings: Settings): readonly string[] {
  if (!stringsOf(settings.get('INSTALLED_APPS').value).some((app) => /^cloudinary(_storage)?$/.test(app))) return [];
  const configured =
    ['CLOUDINARY', 'CLOUDINARY_STORAGE'].some((name) => settings.get(name).origin !== 'absent') ||
    settings.environment.some(({ name }) => /^(CLOUDINARY|CLOUD_NAME)/.test(name)) ||
    // The call may be anywhere beside the settings.
    project.paths.some(
      (path) => path.endsWith('.py') && /\bcloudinary\.config\s*\(/.test(project.file(path)?.text ?? ''),
    );
  return configured ? [] : ['CLOUDINARY_URL'];
}
