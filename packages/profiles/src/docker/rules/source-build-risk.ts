/** Packages that must be compiled, in an image without a compiler. */
import {
  type Dependencies,
  type Dependency,
  defineRule,
  dependencies,
  minutes,
  project,
  web,
} from '@django-golive/core';
import { filledRuns } from '../../files/build-arguments.js';
import { type Dockerfile, type DockerStage, invocationsOf, lineage } from '../../files/dockerfile.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';

/** Packages without wheels for Linux, with what Debian and Alpine need for them besides a compiler. */
const compiled: Readonly<
  Record<string, { readonly debian: string; readonly alpine: string; readonly instead?: string }>
> = {
  psycopg2: { debian: 'libpq-dev', alpine: 'postgresql-dev', instead: 'psycopg2-binary' },
  mysqlclient: { debian: 'default-libmysqlclient-dev pkg-config', alpine: 'mariadb-dev pkgconf' },
  uwsgi: { debian: '', alpine: 'linux-headers' },
  'python-ldap': { debian: 'libldap2-dev libsasl2-dev', alpine: 'openldap-dev' },
};
/** Bases that are known to lack a compiler. */
const bare = /^(docker\.io\/)?(library\/)?(python:[\w.]*-?(slim|alpine)[\w.-]*|(debian|ubuntu|alpine)(:[\w.-]+)?)$/;
/** Whatever makes it possible, or cannot be followed. */
const equipped =
  /\b(gcc|g\+\+|clang|cc|build-essential|build-base|(?<![\w-])[a-z][\w+.-]*-dev|python3?-devel|alpine-sdk|\.build-deps|apt-file|xargs|conda|mamba|nix|--no-index|--find-links|--only-binary)\b|\$\(|\bpython3?-(psycopg2|mysqldb|ldap)\b|\bpy3-(psycopg2|mysqlclient)\b/;
/** Whether a variable without a known value names packages of the system. */
function installsUnseen(text: string): boolean {
  return text.split(/[;&|]/).some((command) => {
    const at = /\b(?:apt|apt-get|apk|aptitude|dnf|yum)\b/.test(command) ? command.search(/\b(?:install|add)\b/) : -1;
    return at >= 0 && /\$[{\w]/.test(command.slice(at));
  });
}
const scripts = /^(sh|bash|ash|make|[\w./-]*\.sh)$/;

export const sourceBuildRisk = defineRule({
  id: 'docker/source-build-risk',
  title: 'A package must be compiled, and the image has no compiler',
  sound: 'The image has what its packages are compiled with',
  category: 'deployment',
  severity: 'high',
  effort: minutes(15),
  risk: 'The build of the image ends with "pg_config executable not found" or a missing gcc, so nothing is deployed.',
  references: [
    web('psycopg2: Installation', 'https://www.psycopg.org/docs/install.html'),
    web('mysqlclient: Install', 'https://github.com/PyMySQL/mysqlclient#install'),
  ],
  since: '0.1.0',
  needs: { project, containers, dependencies },
  problems: { bare: '`{name}` has no wheel for Linux, and nothing that compiles it is installed in `{image}`.' },
  when: ({ containers, dependencies }) =>
    rowsOf(dependencies).length > 0 && containers.all.some(({ django, image }) => django && image !== undefined),
  *check({ project, containers, dependencies }, { problem }) {
    const [row] = rowsOf(dependencies);
    const need = compiled[row?.name ?? ''];
    if (!row || !need) return;
    for (const { django, image } of containers.all) {
      const found = django && image ? installingStage(image.dockerfile, image.stage) : undefined;
      if (!found) continue;
      const { stage, base } = found;
      const alpine = base.image.includes('alpine');
      const packages = alpine
        ? `RUN apk add --no-cache build-base ${need.alpine}`.trim()
        : `RUN apt-get update && apt-get install -y --no-install-recommends ${`build-essential ${need.debian}`.trim()}`;
      yield {
        ...problem('bare', lineAt(project, stage.at, `${stage.index}:compiler`), { name: row.name, image: base.image }),
        // A wheel of one's own, or of an index that is not PyPI, needs no compiler.
        confidence: 'firm',
        evidence: [{ at: row.at, note: `\`${row.declared}\` is declared here.` }],
        remedy: {
          summary:
            need.instead === undefined
              ? 'Install a compiler and the headers before the packages; a stage of its own keeps them out of the image that runs.'
              : `Install \`${need.instead}\` instead, which is compiled already, or a compiler and the headers before the packages.`,
          code: packages,
          language: 'dockerfile',
          path: stage.at.path,
          place: 'after',
        },
      };
      return;
    }
  },
});

function rowsOf({ all, sources }: Dependencies): readonly Dependency[] {
  // Another index may have wheels of its own.
  if (sources?.some(({ kind }) => kind !== 'direct' && kind !== 'trusted-host')) return [];
  return all.filter(
    (row) =>
      row.kind === 'runtime' && row.applies === true && row.url === undefined && Object.hasOwn(compiled, row.name),
  );
}

/** The stage that installs the project's packages, where it builds on a bare image and nothing in it could compile. */
function installingStage(
  dockerfile: Dockerfile,
  last: DockerStage,
): { readonly stage: DockerStage; readonly base: DockerStage } | undefined {
  const stages = dockerfile.stages.slice(0, last.index + 1).filter(installs);
  const [stage] = stages;
  // Of several stages that install, one may have built wheels for the other.
  if (!stage || stages.length > 1) return undefined;
  const chain = lineage(stage);
  const [base = stage] = chain;
  if (base.variable || !bare.test(base.image)) return undefined;
  const runs = chain.flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === 'RUN'));
  const open =
    runs.some((run) => invocationsOf(run).some(({ word }) => scripts.test(word.text))) ||
    filledRuns(dockerfile, chain).some((text) => equipped.test(text) || installsUnseen(text));
  const copied = chain.some(({ instructions }) =>
    instructions.some(
      ({ keyword, flags }) => keyword === 'COPY' && flags.get('from')?.some((from) => !from.includes('/uv')),
    ),
  );
  return open || copied ? undefined : { stage, base };
}

/** Whether a stage installs from the project's manifest. */
function installs({ instructions }: DockerStage): boolean {
  return instructions.some(
    (instruction) =>
      instruction.keyword === 'RUN' &&
      invocationsOf(instruction).some(
        ({ program, args }) =>
          /^(pip3?|uv|poetry|pipenv|pdm)$/.test(program) &&
          args.some(({ text }) => /^(install|sync)$/.test(text)) &&
          (!/^pip/.test(program) || args.some(({ text }) => /^(-r|--requirement)|^\.$|^\.\[/.test(text))),
      ),
  );
}
