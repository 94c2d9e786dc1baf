/** Packages of production that no file of the project imports and no setting names. */
import { type Dependencies, type Dependency, dependencies } from '../../facts/dependencies.js';
import { type EntryPoints, entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { purposeOf } from '../../file-purpose.js';
import { defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { listed } from '../listed.js';
import { isInstalled, mayBringOne } from './declared.js';
import { mayBeNamed } from './may-be-named.js';
import { mayRun } from './used.js';

/**
 * Those that do nothing unless code imports them or settings name them. Drivers, plugins and what another package uses where it finds it
 * are not among them.
 */
const idleUnlessNamed =
  /^(django-(allauth|axes|bootstrap-v5|bootstrap[345]|cors-headers|ckeditor|cleanup|compressor|constance|countries|crispy-forms|csp|environ|extensions|filter|guardian|heroku|import-export|jazzmin|mptt|otp|phonenumber-field|ratelimit|recaptcha|redis|rest-auth|rest-knox|simple-captcha|simple-history|split-settings|storages|tables2|taggit|tinymce|widget-tweaks)|djangorestframework(-simplejwt|-jwt)?|dj-(database-url|rest-auth|email-url)|djoser|drf-(yasg|spectacular|nested-routers|writable-nested)|crispy-(bootstrap[345]|tailwind)|python-decouple|whitenoise|channels|stripe|twilio|razorpay|sentry-sdk)$/;

export const unused = defineRule({
  id: 'deps/unused',
  title: 'A declared package is not used',
  sound: 'The declared packages of Django are used',
  category: 'dependencies',
  severity: 'info',
  effort: minutes(10),
  risk: 'Each package is code that must be kept up to date, and that may hold others back, for nothing.',
  references: [web('deptry: Unused dependencies', 'https://deptry.com/rules-violations/#unused-dependencies-dep002')],
  since: '0.1.0',
  needs: { dependencies, entryPoints, mayRun, project, settings },
  problems: {
    listed: '{names} {is} installed in production, and no file imports {it} and no setting names {it}.',
    elsewhere: '{names} {is} installed in production, whose settings do not name {it}: `{path}` does.',
  },
  when: ({ dependencies, settings }) =>
    settings.path !== undefined && dependencies.all.some((row) => isInstalled(row) && row.direct),
  *check({ dependencies, entryPoints, mayRun, project, settings }, { problem }) {
    const { all, manifests } = dependencies;
    const locks = new Set(manifests.filter(({ lock }) => lock).map(({ path }) => path));
    const unnamed = all.filter(
      (row) =>
        isInstalled(row) &&
        row.direct &&
        row.url === undefined &&
        row.group === undefined &&
        idleUnlessNamed.test(row.name) &&
        // Known faults are told by deps/vulnerable, which asks for the same.
        row.advisories.length === 0 &&
        // A lock alone does not say that somebody asked for it.
        !locks.has(row.at.path) &&
        !mayRun(row) &&
        !mayBeNamed(row, settings),
    );
    // One that another declared package needs is installed all the same: the root is what can go.
    const rows = unnamed.filter(({ name }) => !all.some((other) => other.name !== name && mayBringOne(other, name)));
    const named = namedElsewhere(project, settings, entryPoints);
    const apart = rows.map((row) => ({ row, by: named.find((file) => names(dependencies, file.words, row)) }));
    const idle = apart.flatMap(({ row, by }) => (by ? [] : [row]));
    // Where a process loads what names it, or another host may, deleting it would stop that one.
    const moved = apart.flatMap(({ row, by }) =>
      by && !by.loaded && purposeOf(by.path) === 'development' ? [{ row, path: by.path }] : [],
    );
    for (const [rows, path] of [[idle], [moved.map(({ row }) => row), moved[0]?.path]] as const) {
      const [first, ...others] = rows;
      if (!first) continue;
      const one = others.length === 0;
      const data = { names: listed(rows.map(({ name }) => name)), is: one ? 'is' : 'are', it: one ? 'it' : 'them' };
      yield {
        ...(path === undefined
          ? problem('listed', { at: first.at, subject: 'unused' }, data)
          : problem('elsewhere', { at: first.at, subject: 'unused:elsewhere' }, { ...data, path })),
        confidence: 'firm',
        evidence: others.slice(0, 8).map(({ at, name }) => ({ at, note: `\`${name}\`` })),
        remedy: {
          summary:
            path === undefined
              ? 'Delete what the site does not need, and run its tests.'
              : 'Declare it where the packages for development are.',
          path: first.at.path,
        },
      };
    }
  },
});

/** The words that settings besides production's own hold, where these name applications or middleware. */
function namedElsewhere(project: Project, settings: Settings, { all }: EntryPoints) {
  const loaded = new Set(all.flatMap(({ path, role }) => (path === undefined || role === 'ci' ? [] : [path])));
  const found = project.paths.flatMap((path) => {
    const text = path.endsWith('.py') && !settings.files.includes(path) ? project.file(path)?.text : undefined;
    if (text === undefined || !/^[ \t]*(?:INSTALLED_APPS|MIDDLEWARE)\b/m.test(text)) return [];
    const written = text.replace(/#.*$/gm, '').matchAll(/['"]([A-Za-z_]\w*)[\w.]*['"]/g);
    const words = new Set([...written].map(([, word = '']) => word));
    return [{ path, words, loaded: loaded.has(path) }];
  });
  const isKept = ({ path, loaded }: (typeof found)[number]) => loaded || purposeOf(path) !== 'development';
  return found.sort((one, other) => Number(isKept(other)) - Number(isKept(one)));
}

/** Whether a file names a module of a package. */
const names = (dependencies: Dependencies, words: ReadonlySet<string>, { name }: Dependency): boolean =>
  [...words].some((word) => dependencies.providing(word).includes(name));
