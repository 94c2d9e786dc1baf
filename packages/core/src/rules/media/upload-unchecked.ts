/** Fields for files that take from callers whatever they send. */
import { apps } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isWritten, type Sources, siteCode, sources } from '../../facts/sources.js';
import { urls } from '../../facts/urls.js';
import { stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { shownView } from '../urls/routes.js';
import { uploadStorage } from './stored-uploads.js';
import { mayCheckAll, type TakenField, takenFields } from './upload-takers.js';

/** Libraries that tell what a file is. */
const checkers = /^\s*(import|from) (magic|filetype|puremagic|clamd|pyclamd|django_clam\w*)\b/m;

export const uploadUnchecked = defineRule({
  id: 'media/upload-unchecked',
  title: 'Uploads of any kind and size are taken',
  sound: 'Fields for files that callers fill have validators',
  category: 'security',
  severity: 'medium',
  effort: minutes(30),
  risk: 'A page with a script, served from the site’s own address, acts as whoever opens it; large files fill the disk.',
  references: [
    cwe(434),
    docs('topics/security', 'user-uploaded-content'),
    docs('ref/validators', 'fileextensionvalidator'),
  ],
  since: '0.1.0',
  needs: { apps, project, settings, sources, urls },
  problems: {},
  questions: { any: '{fields} {take} any file of any size from {whom}. Is what arrives checked elsewhere?' },
  when: (facts) => hasFinalValues(facts.settings) && found(facts).length > 0,
  *check(facts, { question }) {
    const taken = found(facts).filter(({ checked }) => !checked);
    const [first] = taken;
    if (!first) return;
    yield question(
      'any',
      { at: first.field.at, subject: 'uploads' },
      {
        fields: inWords(taken),
        take: taken.length === 1 ? 'takes' : 'take',
        whom: taken.some(({ open }) => open) ? 'visitors' : 'whoever is signed in',
      },
    );
  },
});

function found(facts: Parameters<typeof takenFields>[0]): readonly TakenField[] {
  const { project, settings, sources } = facts;
  return mayBeChecked(project, settings, sources) ? [] : takenFields(facts);
}

/** Whether something that is not the form, the field or the view may look at what arrives. */
function mayBeChecked(project: Project, settings: Settings, sources: Sources): boolean {
  return (
    mayCheckAll(settings, stringsOf(middlewareOf(settings).value)) ||
    // A storage of the project's own may refuse what it is given.
    !/^(django|storages|cloudinary_storage)\./.test(uploadStorage(settings) ?? '') ||
    isWritten(project, siteCode(sources, settings), checkers)
  );
}

function inWords(taken: readonly TakenField[]): string {
  const shown = taken
    .slice(0, 3)
    .map(
      (one) =>
        `\`${one.model.name}.${one.field.name}\` in \`${one.field.at.path}\` (by \`${shownView(one.route.view)}\`)`,
    );
  const more = taken.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length === 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
