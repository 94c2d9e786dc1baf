/** Whether a site knows its visitors, or keeps anything of them, by all its URLs and code. */
import type { Settings } from '../../facts/settings.js';
import type { Route, Urls } from '../../facts/urls.js';
import { isKnown, stringsOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';

/** A sign-in, a session, or somebody who is asked for. */
const signsIn =
  /\b(log_?in|authenticate|sessions?|COOKIES|get_signed_cookie|REMOTE_USER)\b|\.user\b|[Ll]oginView|contrib\.(admin|auth\.(urls|views))/;
const keeps = /\b(objects|Model|models\.\w*Field|cursor|connections?|sqlite3|sqlalchemy)\b/;
const aside =
  /(^|\/)(tests?|docs|migrations|node_modules|site-packages|\.?venv)\/|(^|\/)(test_[^/]*|tests|conftest|manage)\.py$/;

/** Views that come with Django and look at nobody. */
const plain = /^django\.(views\.(generic|static|defaults|i18n)|conf\.urls\.static|contrib\.staticfiles)\b/;

function code(project: Project, settings: Settings): readonly string[] {
  return project.paths
    .filter((path) => path.endsWith('.py') && !aside.test(path) && !settings.files.includes(path))
    .map((path) => (project.file(path)?.text ?? '').replace(/^\s*(#|from |import ).*$/gm, ''));
}

/** Every URL leads to a view that was found, and none to a package that may sign somebody in. */
function ownAlone(settings: Settings, { complete, routes }: Urls): boolean {
  const known = ({ includes, view }: Route): boolean =>
    includes === undefined && view !== undefined && (view.kind !== 'package' || plain.test(view.name));
  return complete && routes.length > 0 && routes.every(known) && isKnown(settings.get('INSTALLED_APPS').value);
}

/** Nobody can sign in: no cookie of a visitor is worth anything. */
export function signsNobodyIn(project: Project, settings: Settings, urls: Urls): boolean {
  return ownAlone(settings, urls) && !code(project, settings).some((text) => signsIn.test(text));
}

/** No view reads or writes the database. */
export function keepsNothing(project: Project, settings: Settings, urls: Urls): boolean {
  const own = (app: string): boolean =>
    app.startsWith('django.contrib.') || project.paths.some((path) => `/${path}`.includes(`/${app.split('.')[0]}/`));
  return (
    ownAlone(settings, urls) &&
    stringsOf(settings.get('INSTALLED_APPS').value).every(own) &&
    !code(project, settings).some((text) => signsIn.test(text) || keeps.test(text))
  );
}
