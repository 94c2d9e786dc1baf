/** Models that have all that `auth.User` has, and whether both are there at once. */
import type { Apps, InstalledApp, Model } from '../../facts/apps.js';
import type { Settings } from '../../facts/settings.js';
import { holds, isAssigned, stringOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { classesIn } from '../class-bodies.js';

const isLink = /^(groups|user_permissions)$/;

/** One that is made of Django's own pieces. */
export interface UserModel {
  readonly app: InstalledApp;
  readonly model: Model;
  readonly base: string;
}

/** Models whose fields `groups` and `user_permissions` are those that Django gives a user, under the names that its own has. */
export function userModels(project: Project, { own }: Apps): readonly UserModel[] {
  return own.flatMap((app) =>
    app.models.flatMap((model): readonly UserModel[] => {
      if (model.fields.some(({ name }) => isLink.test(name))) return [];
      const text = classesIn(project, [{ path: model.at.path }]).filter(({ name }) => name === model.name);
      const [found, ...others] = text;
      if (!found || others.length > 0 || /^\s+(groups|user_permissions)\s*[:=]/m.test(found.body)) return [];
      const base = /(?:^|[\s,.])(AbstractUser|PermissionsMixin)\b/.exec(found.bases)?.[1];
      const imported = new RegExp(
        `^from django\\.contrib\\.auth\\.models import [^#\\n]*(\\([^)]*)?\\b${base}\\b(?!\\s+as\\b)`,
        'm',
      );
      return base !== undefined && imported.test(found.file.text) ? [{ app, model, base }] : [];
    }),
  );
}

/** The first of them, where Django takes its own and every command that runs all checks stops. */
export function userModelClash(project: Project, settings: Settings, apps: Apps): UserModel | undefined {
  const chosen = settings.get('AUTH_USER_MODEL');
  if (isAssigned(chosen) || stringOf(chosen.value) !== 'auth.User') return undefined;
  if (holds(settings.get('INSTALLED_APPS').value, 'django.contrib.auth') !== 'yes') return undefined;
  if (holds(settings.get('SILENCED_SYSTEM_CHECKS').value, 'fields.E304') !== 'no') return undefined;
  return userModels(project, apps)[0];
}
