/** Mail that certainly goes out in the name of `DEFAULT_FROM_EMAIL`. */
import type { Evidence } from '../../fact.js';
import { firstLine, isWritten, type Source } from '../../facts/sources.js';
import type { Location, Project } from '../../source.js';
import { argumentsAt, splitArguments } from '../call-arguments.js';
import { resetWithoutSender } from './password-reset.js';

/** Django's own calls that send or make a mail: their third argument is the sender. */
const call =
  /(?<!(?:def|class)\s)(?<![\w.])(?:(?:django\.core\.)?\w*mail\.)?(?:send_mail|EmailMessage|EmailMultiAlternatives)\(/g;

/** An account's method, which hands its third argument on. */
const toAccount = /(?<!def )\bemail_user\(/g;

/** Packages whose mails take the setting, where their URLs are included. */
const byPackage = /\b(allauth\.urls|dj_rest_auth\.urls|djoser\.urls|registration\.backends)\b/;

/** An adapter of django-allauth that says itself who sends. */
const ownAdapter = /\bdef get_from_email\b/;

/** The setting, named as the sender. What a function takes where its caller names none is no sender yet. */
const named = /^(?!\s*def\b).*\b(?:from_\w+|sender\w*)\s*=\s*(?:\w+\.)?settings\.DEFAULT_FROM_EMAIL\b/;

/** The first line that sends without a sender of its own; `undefined` where none surely does. */
export function sentWithoutSender(project: Project, code: readonly Source[]): Evidence | undefined {
  const at =
    resetWithoutSender(project, code) ??
    (isWritten(project, code, ownAdapter) ? undefined : firstLine(project, code, byPackage)) ??
    firstLine(project, code, named) ??
    openCall(project, code);
  return at && { at, note: 'Mail is sent here in the name of `DEFAULT_FROM_EMAIL`.' };
}

/** A call that leaves the sender out, says `None`, or hands the setting on. */
function openCall(project: Project, code: readonly Source[]): Location | undefined {
  const ownMethod = isWritten(project, code, /\bdef email_user\(/);
  for (const { path } of code) {
    const file = project.file(path);
    if (!file) continue;
    const { text } = file;
    const calls = [...text.matchAll(call)].filter(({ 0: name }) => isDjangos(text, name.slice(0, -1)));
    for (const { 0: name, index } of [...calls, ...(ownMethod ? [] : text.matchAll(toAccount))]) {
      const before = text.slice(text.lastIndexOf('\n', index) + 1, index);
      if (before.includes('#') || (/Email/.test(name) && /\.from_email\s*=/.test(text))) continue;
      if (leavesOpen(argumentsAt(text, index + name.length)))
        return file.at({ start: index, end: index + name.length - 1 });
    }
  }
  return undefined;
}

/** Whether a name is Django's, by the imports of its file: a project may have a `send_mail` of its own. */
function isDjangos(text: string, name: string): boolean {
  const [module = '', own] = name.split('.');
  if (own !== undefined)
    return (
      module === 'django' ||
      new RegExp(
        `\\bfrom django\\.core import [^\\n]*\\bmail${module === 'mail' ? '\\b(?! as\\b)' : ` as ${module}\\b`}`,
      ).test(text)
    );
  return (
    new RegExp(`\\bfrom django\\.core\\.mail import (?:\\([^)]*|[^\\n(]*)\\b${name}\\b(?!\\s+as\\b)`).test(text) &&
    !new RegExp(`\\b(?:def|class) ${name}\\b`).test(text)
  );
}

function leavesOpen(written: string): boolean {
  const given = splitArguments(written);
  if (given.some((one) => one.startsWith('*'))) return false;
  const byName = given.find((one) => /^from_email\s*=/.test(one))?.replace(/^from_email\s*=\s*/, '');
  const sender = byName ?? given.filter((one) => !/^\w+\s*=(?!=)/.test(one))[2];
  return sender === undefined || sender === 'None' || /^\w*settings\.DEFAULT_FROM_EMAIL$/.test(sender);
}
