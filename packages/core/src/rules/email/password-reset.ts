/** Django's pages for a forgotten password, and who sends their mail. */
import { firstLine, type Source } from '../../facts/sources.js';
import type { Location, Project } from '../../source.js';
import { argumentsAt } from '../call-arguments.js';
import { type ClassText, classesIn, placeOf } from '../class-bodies.js';

/** A route to a view of Django's: its class, or the function of old releases by its dotted name. */
const route = /(?<![\w.])((?:\w+\.)*)(?:PasswordResetView\.as_view\(|password_reset\b(?!\())/g;

/** All of Django's pages for accounts at once. */
const all = /['"]django\.contrib\.auth\.urls['"]/;

/** The first place where such a page certainly leaves the sender to the setting. */
export function resetWithoutSender(project: Project, code: readonly Source[]): Location | undefined {
  const classes = classesIn(project, code);
  const own = classes.filter(
    ({ bases, file }) => /\bPasswordResetView\b/.test(bases) && /\bdjango\.contrib\.auth\b/.test(file.text),
  );
  const open = own.find(({ body }) => !saysSender(classes, body));
  if (open) return placeOf(open);
  let answered = own.length > 0;
  for (const { path } of code) {
    const file = project.file(path);
    if (!file?.text.includes('django.contrib.auth')) continue;
    for (const { 0: text, 1: from = '', index } of file.text.matchAll(route)) {
      const before = file.text.slice(file.text.lastIndexOf('\n', index) + 1, index);
      if (/#|\bimport\b/.test(before) || !isDjangos(file.text, from, text)) continue;
      const given = text.endsWith('(')
        ? argumentsAt(file.text, index + text.length)
        : (file.text.slice(index, index + 400).split(/\b(?:url|path)\(/)[0] ?? '');
      if (!saysSender(classes, given)) return file.at({ start: index, end: index + text.replace('(', '').length });
      answered = true;
    }
  }
  // A page of the project's own may stand before Django's, at the same address.
  return answered ? undefined : firstLine(project, code, all);
}

/** Whether a name is one of Django's views, by the imports of its file. */
function isDjangos(text: string, from: string, name: string): boolean {
  if (from === 'django.contrib.auth.views.') return true;
  if (from === '') {
    const view = name.endsWith('(') ? 'PasswordResetView' : undefined;
    return (
      view !== undefined &&
      new RegExp(`from django\\.contrib\\.auth\\.views import (?:\\([^)]*|[^\\n(]*)\\b${view}\\b(?!\\s+as\\b)`).test(
        text,
      )
    );
  }
  const module = from.slice(0, -1);
  const imported = module === 'views' ? 'views\\b(?!\\s+as\\b)' : `views as ${module.replaceAll('.', '\\.')}\\b`;
  return new RegExp(`from django\\.contrib\\.auth import (?:\\([^)]*|[^\\n(]*)\\b${imported}`).test(text);
}

/** Whether a view names the sender, or a form that may: one of the project's own that sends, or one from elsewhere. */
function saysSender(classes: readonly ClassText[], text: string): boolean {
  if (/\bfrom_email\b|\*\*/.test(text)) return true;
  const form = /\b(?:form_class|password_reset_form)['"]?\s*[=:]\s*(?:\w+\.)*(\w+)/.exec(text)?.[1];
  if (form === undefined) {
    const ownWay = /\bdef form_valid\b/.test(text) && !/\bsuper\([^)]*\)\.form_valid\(/.test(text);
    return ownWay || /\bdef get_form_class\b|send_mail\b/.test(text);
  }
  if (form === 'PasswordResetForm' && !classes.some(({ name }) => name === form)) return false;
  const own = classes.filter(({ name }) => name === form);
  return own.length === 0 || own.some(({ body }) => /\bfrom_email\b|\bsend_mail\b|\bdef save\b/.test(body));
}
