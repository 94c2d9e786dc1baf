/** What `createsuperuser --noinput` asks of the environment: the fields of the project's own model of users. */
import type { Settings } from '../../facts/settings.js';
import type { Source } from '../../facts/sources.js';
import { stringOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { classesIn } from '../class-bodies.js';

/** The variables, the password last. */
export function superuserVariables(project: Project, settings: Settings, files: readonly Source[]): readonly string[] {
  const [label = '', name = ''] = (stringOf(settings.get('AUTH_USER_MODEL').value) ?? 'auth.User').split('.');
  const named = label === 'auth' ? [] : classesIn(project, files).filter((one) => one.name === name);
  const near = named.filter(({ file }) => `/${file.path}`.includes(`/${label}/`));
  const [own, ...others] = near.length > 0 ? near : named;
  const body = own && others.length === 0 ? own.body : '';
  const username = /^\s+USERNAME_FIELD\s*=\s*['"](\w+)['"]/m.exec(body)?.[1] ?? 'username';
  const list = /^\s+REQUIRED_FIELDS\s*(?::[^=\n]*)?=\s*[[(]([^\])]*)[\])]/m.exec(body)?.[1];
  const inherited = own && /\bAbstractBaseUser\b/.test(own.bases) ? [] : ['email'];
  const required = list === undefined ? inherited : [...list.matchAll(/['"](\w+)['"]/g)].map(([, field = '']) => field);
  return [...new Set([username, ...required, 'password'])].map((field) => `DJANGO_SUPERUSER_${field.toUpperCase()}`);
}
