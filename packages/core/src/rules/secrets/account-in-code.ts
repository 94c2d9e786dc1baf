/** Superusers whose password is written in the code that makes them. */
import { apps } from '../../facts/apps.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { siteCode, sources } from '../../facts/sources.js';
import { type Route, urls } from '../../facts/urls.js';
import { cwe, defineRule, docs, minutes, type Remedy } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { listed } from '../listed.js';
import { isOfOtherImages } from '../other-images.js';
import { atLeastSeries } from '../settings/django-series.js';
import { conditionsAround, elsewhere, isDeploymentStep, isForDevelopersAlone } from './deployment-step.js';
import { loadsAccounts } from './fixture-users.js';
import { superuserVariables } from './superuser-variables.js';

const program = /\.(py|sh|bash|ya?ml)$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Procfile)$/;
/** An import that only code for tests has, wherever it lies. */
const ofTests =
  /^[ \t]*(?:from|import)[ \t]+(?:django\.test|unittest|pytest|rest_framework\.test|model_mommy|model_bakery|factory)\b/m;

const call = /\bcreate_superuser\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g;
const quoted = /^[rRbBuU]?(['"])([^'"\n]*)\1$/;
const assigned =
  /^[ \t]*(?:-[ \t]*)?(?:ENV[ \t]+|export[ \t]+)?["']?DJANGO_SUPERUSER_PASSWORD["']?[ \t]*[=: ][ \t]*["']?([^\s"'$<{]{3,})["']?(?=\s|$)/gm;

export const accountInCode = defineRule({
  id: 'secrets/account-in-code',
  title: 'The code makes an administrator with a known password',
  sound: 'No code makes an administrator with a known password',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(20),
  risk: 'Whoever has seen the repository signs in to the admin of every site on which it ran.',
  references: [cwe(798), docs('ref/django-admin', 'createsuperuser')],
  since: '0.1.0',
  needs: { apps, deployment, project, settings, sources, urls },
  problems: { literal: '`{path}` makes a superuser whose password is written there.' },
  // Code that loads accounts from a fixture is told by the rule about that.
  when: ({ project }) =>
    project.paths.some((path) => program.test(path) && !elsewhere.test(path)) &&
    (!loadsAccounts(project) || project.paths.some((path) => passwordIn(project, path) !== undefined)),
  *check({ apps, deployment, project, settings, sources, urls }, { problem }) {
    const migrations = new Set(apps.own.flatMap((app) => app.migrations.map(({ at }) => at.path)));
    for (const path of project.paths) {
      if (!program.test(path) || elsewhere.test(path) || project.tracked(path) === false) continue;
      const at = passwordIn(project, path);
      const file = project.file(path);
      if (at === undefined || !file || isOfOtherImages(project, deployment, path)) continue;
      if (isForDevelopersAlone(project, path)) continue;
      const asked = /\.(sh|bash)$/.test(path) ? conditionsAround(file.text, at) : [];
      if (asked.some((condition) => /local|dev|debug|test/i.test(condition))) continue;
      const line = file.text.slice(0, at).split(/\r\n|\r|\n/).length;
      const open = urls.routes.find((route) => isOpenAt(route, path, line));
      yield {
        ...problem(
          'literal',
          { at: file.at(lineSpan(file.text, line)), subject: path, current: 'a password, written out' },
          { path },
        ),
        // The first `migrate` of every site makes it, or any visitor; what else does, somebody or something has to start.
        ...(migrations.has(path) || open ? {} : { severity: 'high' as const }),
        ...(open ? { evidence: [{ at: open.at, note: 'Anybody may call it: nothing asks who is calling.' }] } : {}),
        confidence: open || (isDeploymentStep(path) && asked.length === 0) ? 'firm' : 'tentative',
        remedy: remedyFor(path, settings, isWholeStatement(file.text, line), () =>
          superuserVariables(project, settings, siteCode(sources, settings)),
        ),
      };
    }
  },
});

/** Whether a route leads everybody into the function around a line, which looks at nobody. */
const isOpenAt = ({ served, view }: Route, path: string, line: number): boolean =>
  served === 'yes' &&
  view?.kind === 'function' &&
  view.access === 'public' &&
  !view.asks &&
  view.at?.path === path &&
  view.at.start.line <= line &&
  line <= view.at.end.line;

/** Nobody answers a script: from Django 3.0 on the command takes all that it would ask for from the environment. */
function remedyFor(path: string, settings: Settings, whole: boolean, variables: () => readonly string[]): Remedy {
  const change = 'Change the password where the account exists, and';
  if (/\.ya?ml$/.test(path))
    return { summary: `${change} take it from outside of the repository: a variable, or a secret of the platform.` };
  if (path.endsWith('.py'))
    return {
      summary: `${change} take it from the environment, or make the account once by hand: \`createsuperuser\` asks for it.`,
      code: 'python manage.py createsuperuser',
      language: 'bash',
    };
  if (!atLeastSeries(settings.django, '3.0'))
    return {
      summary: `${change} make it once by hand instead, with \`python manage.py createsuperuser\`.`,
    };
  return {
    summary: `${change} give the account from the environment: ${listed(variables(), 8)}. Where an administrator is there, none is made.`,
    // A failure, such as that of a variable that is not given, has to be seen.
    code: `python manage.py shell -c "from django.contrib.auth import get_user_model; raise SystemExit(not get_user_model().objects.filter(is_superuser=True).exists())" || python manage.py createsuperuser --noinput`,
    language: 'bash',
    path,
    place: whole ? 'instead' : 'part',
  };
}

/** Whether a line of a script stands for itself: no quote, continuation or here-document is open before or behind it. */
function isWholeStatement(text: string, line: number): boolean {
  const { start, end } = lineSpan(text, line);
  const before = text.slice(0, start).replace(/^\s*#.*$/gm, '');
  const own = text.slice(start, end);
  const even = (part: string) => ['"', "'"].every((quote) => part.split(quote).length % 2 === 1);
  const [, word] = /<<-?\s*['"]?(\w+)['"]?(?![\s\S]*<<)/.exec(before) ?? [];
  const closed = word === undefined || new RegExp(`^\\s*${word}\\s*$`, 'm').test(before);
  return even(before) && even(own) && closed && !own.trimEnd().endsWith('\\') && !before.trimEnd().endsWith('\\');
}

/** Where a password is written for a superuser; `undefined` where none is, or only after a look at DEBUG. */
function passwordIn(project: Project, path: string): number | undefined {
  const source = project.file(path)?.text ?? '';
  // What a docstring shows makes no account.
  const text = path.endsWith('.py')
    ? source.replace(/("""|''')[\s\S]*?\1/g, (shown) => shown.replace(/[^\r\n]/g, ' '))
    : source;
  if (!/create_superuser|DJANGO_SUPERUSER_PASSWORD/.test(text) || /settings\.DEBUG/.test(text)) return undefined;
  if (path.endsWith('.py') && ofTests.test(text)) return undefined;
  for (const match of text.matchAll(call)) {
    if (isComment(text, match.index)) continue;
    const password = passwordOf(match[1] ?? '');
    const literal = quoted.exec(password ?? '')?.[2] ?? valueOf(text, password);
    if (literal === undefined || literal === '') continue;
    if (path.endsWith('.py') || !isFilledByShell(source, literal)) return match.index;
  }
  for (const match of text.matchAll(assigned))
    if (!isComment(text, match.index)) return match.index + match[0].search(/\S/);
  return undefined;
}

/** The third argument, or the one called so. */
function passwordOf(list: string): string | undefined {
  const parts = list.split(',').map((part) => part.trim());
  const named = parts.find((part) => /^password\s*=/.test(part));
  if (named !== undefined) return named.replace(/^password\s*=\s*/, '');
  const plain = parts.filter((part) => part !== '' && !/^\w+\s*=(?!=)|^\*/.test(part));
  return plain[2];
}

/** The text that a name of the same file is given, once and for all. */
function valueOf(text: string, name: string | undefined): string | undefined {
  if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
  const found = [...text.matchAll(new RegExp(`^[ \\t]*${name}[ \\t]*=(?!=)[ \\t]*(.*?)[ \\t]*$`, 'gm'))];
  return found.length === 1 ? quoted.exec(found[0]?.[1] ?? '')?.[2] : undefined;
}

/** Whether the shell that hands the program on, as a here-document, puts in what only its environment has. */
function isFilledByShell(script: string, text: string): boolean {
  const [, plain, braced] = /^\$(?:(\w+)|\{(\w+)(?::?[-?])?\})$/.exec(text) ?? [];
  const variable = plain ?? braced;
  if (variable === undefined) return false;
  const given = script.matchAll(new RegExp(`\\b${variable}(?:=|:[ \\t])[ \\t]*["']?([^\\s"']*)`, 'g'));
  return [...given].every(([, value = '']) => value === '' || /^\$(?!\{\w+:?[-=][^}])/.test(value));
}

function isComment(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
  return /^\s*#/.test(text.slice(start, at + 1));
}
