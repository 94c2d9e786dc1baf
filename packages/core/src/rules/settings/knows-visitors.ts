/** Whether a site knows its visitors, or keeps anything of them, by its applications and code. */
import type { Settings } from '../../facts/settings.js';
import type { Urls } from '../../facts/urls.js';
import { isKnown, stringsOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';

/** A sign-in, a session, or somebody who is asked for. */
const signsIn =
  /\b(log_?in|authenticate|sessions?|COOKIES|get_signed_cookie|REMOTE_USER)\b|\.user\b|[Ll]oginView|PasswordReset|auth_views|admin\.site|contrib\.(admin|auth\.(urls|views))/;
const keeps = /\b(objects|Model|models\.\w*Field|cursor|connections?|sqlite3|sqlalchemy)\b/;
const aside =
  /(^|\/)(tests?|docs|migrations|node_modules|site-packages|\.?venv)\/|(^|\/)(test_[^/]*|tests|conftest|manage)\.py$/;

function code(project: Project, settings: Settings): readonly string[] {
  return project.paths
    .filter((path) => path.endsWith('.py') && !aside.test(path) && !settings.files.includes(path))
    .map((path) => (project.file(path)?.text ?? '').replace(/^\s*(#|from |import ).*$/gm, ''));
}

/** No application of others is there that could be routed unseen, and no code says any of these. */
function saysNone(project: Project, settings: Settings, { path }: Urls, words: readonly RegExp[]): boolean {
  const apps = settings.get('INSTALLED_APPS').value;
  const own = (app: string): boolean =>
    app.startsWith('django.contrib.') || project.paths.some((file) => `/${file}`.includes(`/${app.split('.')[0]}/`));
  return (
    path !== undefined &&
    isKnown(apps) &&
    stringsOf(apps).every(own) &&
    !code(project, settings).some((text) => words.some((word) => word.test(text)))
  );
}

/** Nobody can sign in: no cookie of a visitor is worth anything. */
export function signsNobodyIn(project: Project, settings: Settings, urls: Urls): boolean {
  return saysNone(project, settings, urls, [signsIn]);
}

/** No view reads or writes the database. */
export function keepsNothing(project: Project, settings: Settings, urls: Urls): boolean {
  return saysNone(project, settings, urls, [signsIn, keeps]);
}
