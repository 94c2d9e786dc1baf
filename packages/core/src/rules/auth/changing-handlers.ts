/** Methods of a view that certainly change or delete what is stored, for whoever calls them. */
import type { Route } from '../../facts/urls.js';
import type { Project } from '../../source.js';
import { definitionOf } from '../urls/routes.js';

/** A method that answers a request that is no reading one, up to the next definition of the class. */
const handler = /^([ \t]+)(?:async )?def (post|put|patch|delete)\b[\s\S]*?(?=^\1(?:@|def |async |\w)|(?![\s\S]))/gm;

/** Words of code or of an address by which only some can call: a session, a cookie, an address that nobody guesses. */
const personal = /session|cookie|login|password|uuid|token|hash|secret|signed|\bkey\b|_key\b|code\b|nonce|captcha/i;

/** The request is handed to something that may turn callers away. */
const handedOn =
  /(?<!\brender|\bredirect|messages\.\w+|\bsuper\(\)\.\w+|\w*Form|\w*Formset)\((?:[^()\n]*,\s*)?(?:self\.)?request\b(?!\.)/i;

/** Whether a method of the view takes a stored object by what the request says, and changes or deletes it. */
export function changesInHandler(project: Project, { pattern, view }: Route): boolean {
  if (view?.kind !== 'class' || !view.at || !view.writes?.length) return false;
  const text = definitionOf(project, view.at).replace(/^\s*#.*$/gm, '');
  if (personal.test(text) || personal.test(pattern) || handedOn.test(text.replace(/\bdef \w+\(/g, ''))) return false;
  return [...text.matchAll(handler)].some(
    ([body, , method = '']) => view.writes?.includes(method.toUpperCase()) && changesStored(body),
  );
}

function changesStored(body: string): boolean {
  if (/\.objects\.(?:filter|exclude|all)\([^\n]*\)\.(?:delete|update)\(/.test(body)) return true;
  const stored = /^\s*(\w+)\s*=\s*(?:get_object_or_404\(|self\.get_object\(|\w+\.objects\.get\()/gm;
  return [...body.matchAll(stored)].some(([, name = '']) => {
    // A counter, as of votes or visits, is for everybody to count up.
    const counts = new RegExp(`\\b${name}\\.\\w+\\s*(?:[+-]=|=\\s*F\\()`).test(body);
    const sets = new RegExp(`\\b${name}\\.\\w+\\s*=[^=][\\s\\S]*\\b${name}\\.save\\(`).test(body);
    return !counts && (sets || new RegExp(`\\b${name}\\.delete\\(`).test(body));
  });
}
