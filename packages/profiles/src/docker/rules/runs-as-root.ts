/** The user that the application runs as: root, unless something says otherwise. */
import {
  cwe,
  defineRule,
  deployment,
  features,
  type Location,
  minutes,
  type Place,
  project,
  settings,
  web,
} from '@django-golive/core';
import { uwsgiFileOf } from '../../files/application-name.js';
import type { ServerCommand } from '../../files/application-server.js';
import type { ComposeMount, ComposeService } from '../../files/compose-model.js';
import type { ContainerImage } from '../../files/container-image.js';
import { invocationsOf } from '../../files/dockerfile.js';
import { liesIn } from '../../files/paths.js';
import { lineAt } from '../../files/shown-line.js';
import { readUwsgiConfig } from '../../files/uwsgi-config.js';
import { containers } from '../containers.js';
import { outermost, writtenPaths } from '../written-paths.js';

/** Base images whose user is known to be root. */
const rooted =
  /^(docker\.io\/)?(library\/)?(python|pypy|ubuntu|debian|alpine|fedora|amazonlinux|rockylinux|almalinux)(:|@|$)|^ghcr\.io\/astral-sh\/uv|^mcr\.microsoft\.com\/devcontainers\/python|^public\.ecr\.aws\/docker\/library\/python/;
const changers = new Set(['gosu', 'su-exec', 'setpriv', 'runuser', 'chpst', 'sudo', 's6-setuidgid']);

/** Programs and packages that are put below root's home, which no other user may read. */
const homeOfRoot =
  /\/root\b|install\.python-poetry\.org|astral\.sh\/uv\/install|\bpip3?\s+install\b[^\n]*\s--user\b|\buv\s+python\s+install\b|\bpipenv\s+(?:install|sync)\b(?![^\n]*--system)/;
/** Poetry's environments lie there too, unless it makes none. */
const poetryEnvironment = /\bpoetry\s+install\b/;
const noEnvironment = /virtualenvs\.(?:create\s+false|in-project\s+true)|VIRTUALENVS_(?:CREATE|IN_PROJECT|PATH)\b/i;
const moving =
  "What lies in root's home is not readable for it: install tools, environments and caches elsewhere, such as below `/opt`.";

/** A setting that poetry keeps there, and reads again whenever it starts the program. */
const poetrySetting = /\bpoetry\s+config\s+virtualenvs\.create\s+false/;

const needsHome = (dockerfile: string): boolean =>
  homeOfRoot.test(dockerfile) || (poetryEnvironment.test(dockerfile) && !noEnvironment.test(dockerfile));

export const runsAsRoot = defineRule({
  id: 'docker/runs-as-root',
  title: 'The application runs as root in its container',
  sound: 'The application does not run as root in its container',
  category: 'security',
  severity: 'high',
  effort: minutes(30),
  risk: 'A fault in the application gives root in the container: all its files, and a shorter way to the host.',
  references: [
    cwe(250),
    web('Docker: Building best practices, USER', 'https://docs.docker.com/build/building/best-practices/#user'),
  ],
  since: '0.1.0',
  needs: { project, containers, settings, features, deployment },
  problems: {
    unset: '`{path}` has no `USER`, and `{image}` starts as root.',
    root: '`{path}` ends as user `{user}`.',
    service: 'The service `{service}` is started as user `{user}`, whatever `{path}` says.',
  },
  questions: {
    variable: 'A variable names the user of the service `{service}` (`{user}`). Is it given, and is it not root?',
    unknown: '`{path}` has no `USER`. Does `{image}`, or the script it starts, change to another user?',
  },
  when: ({ containers }) => containers.all.some(({ django, image }) => django && image !== undefined),
  *check({ project, containers, settings, features, deployment }, { problem, question }) {
    const seen = new Set<string>();
    for (const container of containers.all) {
      const { django, image, service, start, server, role } = container;
      if (!django || !image) continue;
      const path = image.dockerfile.path;
      const key = `${path}:${image.stage.index}`;
      const named = service?.user?.name ?? image.user?.name;
      const isOpen = service?.user !== undefined && /\$/.test(service.user.name) && image.user === undefined;
      const isRoot = named !== undefined && /^(root|0)(:|$)/.test(named);
      if (seen.has(key) || (named !== undefined && !isRoot && !isOpen)) continue;
      // An entrypoint that begins as root may hand over to another user.
      const hands = start.programs.some(
        ({ invocation }) =>
          invocation.launchers.some((launcher) => changers.has(launcher)) ||
          changers.has(invocation.program) ||
          invocation.program === 'su',
      );
      const own = server?.options.get('--user') ?? server?.options.get('-u') ?? server?.options.get('--uid');
      const ini = server?.server === 'uwsgi' ? uwsgiFileOf(project, server) : undefined;
      if (
        hands ||
        own ||
        (ini && readUwsgiConfig(ini).some(({ name }) => name === 'uid')) ||
        /nonroot/.test(image.base.image)
      )
        continue;
      seen.add(key);
      const at = service?.user?.at ?? image.user?.at ?? image.stage.at;
      const about = lineAt(project, at, `${image.stage.index}:user`);
      if (isOpen) {
        yield question('variable', about, { service: container.name, user: named ?? '' });
        continue;
      }
      if (isRoot && service?.user && image.user && !/^(root|0)(:|$)/.test(image.user.name)) {
        yield {
          ...problem('service', about, { service: container.name, user: service.user.name, path }),
          confidence: containers.confidence,
          remedy: {
            summary: `Take the line out: the image changes to \`${image.user.name}\` by itself. A directory of the host that it writes to has to be that user's.`,
            path: at.path,
          },
        };
        continue;
      }
      const text = project.file(path)?.text ?? '';
      const made = userOf(image);
      const change =
        made === undefined
          ? 'Make a user in the image, give it what it must write, and change to it.'
          : `Change to \`${made}\`, which the image has already, and give it what it must write.`;
      const lost =
        poetrySetting.test(text) &&
        !/VIRTUALENVS_CREATE/.test(text) &&
        start.programs.some(({ invocation }) => invocation.launchers.includes('poetry'));
      const kept = lost
        ? ' `poetry config` is kept for root alone, and without it `poetry run` makes an empty environment: set the variable instead.'
        : '';
      const uv =
        made !== undefined &&
        start.programs.some(({ invocation }) => invocation.launchers.includes('uv')) &&
        isHomeless(text, made);
      const cached = uv ? ' `uv` keeps its cache at home, which this user has not: give it another place.' : '';
      const all = writtenIn(image, service, server, writtenPaths(container, settings, features, deployment));
      // A directory of the host hides what the image has there, and keeps its own owner.
      const hidden = all.filter((directory) => mountOver(service, directory)?.kind === 'bind');
      const onHost = hidden.filter((directory) => mountOver(service, directory)?.readOnly !== true);
      const written = all.filter((directory) => !hidden.includes(directory));
      const host =
        onHost.length === 0
          ? ''
          : ` ${listOf(onHost)} ${onHost.length > 1 ? 'lie' : 'lies'} on the host, where no command of the image changes the owner: there, give ${onHost.length > 1 ? 'them' : 'it'} to the number that \`id -u ${made ?? 'app'}\` says in the container.`;
      const over = isRoot && service?.user ? ` Take \`user: ${service.user.name}\` out of \`${at.path}\` too.` : '';
      const volumes = service?.mounts.some(({ kind }) => kind === 'volume') === true && written.length > 0;
      const giving = written.length === 0 ? '' : `chown -R ${made ?? 'app'} ${written.join(' ')}`;
      const giver = giving === '' ? '' : `mkdir -p ${written.join(' ')} && ${giving}`;
      const remedy = {
        summary: `${change}${volumes ? ` A volume that is there already stays root's: \`${giving}\` once in it as well.` : ''}${needsHome(text) ? ` ${moving}` : ''}${kept}${cached}${host}${over}`,
        code: `${lost ? 'ENV POETRY_VIRTUALENVS_CREATE=false\n' : ''}${uv ? 'ENV UV_CACHE_DIR=/tmp/uv\n' : ''}${made === undefined ? `RUN ${maker(image)} app${giver === '' ? '' : ` && ${giver}`}\nUSER app` : `${giver === '' ? '' : `RUN ${giver}\n`}USER ${made}`}`,
        language: 'dockerfile' as const,
        path,
        ...lastStep(image),
      };
      if (isRoot)
        yield {
          ...(service?.user
            ? problem('service', about, { service: container.name, user: named, path })
            : problem('root', about, { path, user: named })),
          confidence: start.opaque ? 'firm' : containers.confidence,
          remedy,
        };
      // A supervisor or a web server of its own starts as root and changes to another user by itself.
      else if (
        start.opaque ||
        start.programs.some(({ supervised }) => supervised !== undefined) ||
        (!server && role !== 'worker' && role !== 'beat') ||
        (server?.server === 'uwsgi' && !ini) ||
        image.base.variable ||
        !rooted.test(image.base.image)
      )
        yield question('unknown', about, { path, image: image.base.image });
      else yield { ...problem('unset', about, { path, image: image.base.image }), remedy };
    }
  },
});

/** Directories that only root may write otherwise: volumes over them, those that the image makes, and the one of a socket. */
function writtenIn(
  image: ContainerImage,
  service: ComposeService | undefined,
  server: ServerCommand | undefined,
  bySite: readonly string[],
): readonly string[] {
  const mounted = (service?.mounts ?? []).flatMap(({ kind, target, readOnly }) =>
    (kind === 'volume' || kind === 'anonymous') && !readOnly ? [target] : [],
  );
  const made = image.instructions.flatMap((instruction) =>
    instruction.keyword !== 'RUN'
      ? []
      : invocationsOf(instruction).flatMap(({ program, args }) =>
          program === 'mkdir' ? args.flatMap(({ text }) => (text.startsWith('-') ? [] : [text])) : [],
        ),
  );
  const bound = [...(server?.bind ?? []), server?.options.get('--uds')].map((word) => word?.text ?? '');
  const sockets = bound.flatMap((address) => /^(?:unix:)?(\/.+)\/[^/]+$/.exec(address)?.[1] ?? []);
  const around = [...mounted, ...made, ...sockets].filter((path) => path.replace(/\/+$/, '') !== image.workdir);
  const all = [...around, ...bySite].map((path) => path.replace(/(?<=.)\/+$/, ''));
  return outermost(
    all.filter(
      (path) => /^\/[\w./-]+$/.test(path) && !/^\/(usr|etc|root|bin|lib|tmp|dev|proc|opt\/venv)(\/|$)/.test(path),
    ),
  );
}

/** Whether the image makes no home for the user, as `useradd` does not unless it is told to. */
function isHomeless(dockerfile: string, user: string): boolean {
  if (/\bUV_(CACHE_DIR|NO_CACHE)\b|\bENV\s+HOME\b/.test(dockerfile) || dockerfile.includes(`/home/${user}`))
    return false;
  const [made = ''] = dockerfile.match(/\b(useradd|adduser)\b[^\n&;|]*/) ?? [];
  return made.startsWith('useradd')
    ? !/\s(-\w*[md]\w*|--create-home|--home-dir)\b/.test(made)
    : /\s(-H|--no-create-home)\b/.test(made);
}

function listOf(paths: readonly string[]): string {
  const quoted = paths.map((path) => `\`${path}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}

/** The innermost mount over a directory. */
function mountOver(service: ComposeService | undefined, directory: string): ComposeMount | undefined {
  return [...(service?.mounts ?? [])]
    .filter(({ target }) => liesIn(directory, target))
    .sort((a, b) => b.target.length - a.target.length)[0];
}

/** What starts the server is the last that the user has to stand before, with the comment above it. */
function lastStep({ instructions, dockerfile: { file } }: ContainerImage): {
  readonly place: Place;
  readonly at?: Location;
} {
  const start = instructions.findLast(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  if (!start) return { place: 'end' };
  const lines = file.text.slice(0, start.at.span.start).split('\n').slice(0, -1);
  const above = lines.slice(lines.findLastIndex((line) => !/^\s*#/.test(line)) + 1).join('\n').length;
  const first = start.at.span.start - (above === 0 ? 0 : above + 1);
  return { place: 'before', at: file.at({ start: first, end: start.at.span.end }) };
}

/** Alpine has busybox's `adduser` alone; Debian's slim images have `useradd` alone. */
function maker({ base, instructions }: ContainerImage): string {
  const alpine = /alpine/.test(base.image) || instructions.some(({ text }) => /\bapk\b/.test(text));
  return alpine ? 'adduser -D' : 'useradd --create-home';
}

/** Options of `useradd` and `adduser` that take a value; of several letters (`-ms`) the last does. */
const valued =
  /^(-[^-bcdefgGhkKpRsu]*[bcdefgGhkKpRsu]|--(base-dir|comment|expiredate|gecos|gid|groups?|home|home-dir|ingroup|inactive|key|password|root|shell|skel|uid))$/;

/** A user that the image makes or changes to, and then leaves unused. */
function userOf(image: ContainerImage): string | undefined {
  const named = image.instructions.flatMap((instruction): readonly string[] => {
    if (instruction.keyword === 'USER') return [instruction.text.trim()];
    if (instruction.keyword !== 'RUN') return [];
    return invocationsOf(instruction).flatMap(({ program, args }): readonly string[] => {
      if (program !== 'useradd' && program !== 'adduser') return [];
      const words = args.map(({ text }) => text);
      const name = words.find((word, index) => !word.startsWith('-') && !valued.test(words[index - 1] ?? ''));
      return name === undefined ? [] : [name];
    });
  });
  return named.find((name) => /^[a-z_][\w-]*$/.test(name) && name !== 'root');
}
