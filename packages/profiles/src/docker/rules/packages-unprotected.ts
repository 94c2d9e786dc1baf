/** Packages that the image's build fetches in a way that lets others put in their own. */
import { cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { type Dockerfile, type DockerInstruction, invocationsOf } from '../../files/dockerfile.js';
import { pairsOf } from '../../files/instruction-pairs.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';

const installers = /^(pip[\d.]*|uv|pipenv|poetry|pdm|easy_install)$/;
const indexes = /^(-i|--index-url|--extra-index-url|-f|--find-links|--default-index|--index)$/;
/** A server of the machine that builds. */
const local = /^(https?:\/\/)?(localhost|127\.|\[?::1|host\.docker\.internal)/i;

export const packagesUnprotected = defineRule({
  id: 'docker/packages-unprotected',
  title: 'The build fetches packages without protection',
  sound: 'The build fetches packages over encrypted connections',
  category: 'dependencies',
  severity: 'medium',
  effort: minutes(15),
  risk: 'Whoever is on the way between the build and the server can put any code into the site.',
  references: [cwe(494), web('pip: --trusted-host', 'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host')],
  since: '0.1.0',
  needs: { project, containers },
  problems: {
    plain: '`{url}` is fetched over a connection that is not encrypted, so what arrives may have been changed.',
    trusted: 'The certificate of `{url}` is not checked, so another server can take its place.',
  },
  when: ({ containers }) => containers.all.some(({ django, image }) => django && image !== undefined),
  *check({ project, containers }, { problem }) {
    const files = new Set(containers.all.flatMap(({ django, image }) => (django && image ? [image.dockerfile] : [])));
    for (const dockerfile of files) {
      const [first, ...others] = fetchesOf(dockerfile);
      if (!first) continue;
      yield {
        ...problem(first.kind, lineAt(project, first.instruction.at, 'packages'), { url: first.url }),
        confidence: containers.confidence,
        evidence: others.slice(0, 5).map(({ instruction, url }) => ({ at: instruction.at, note: `\`${url}\`` })),
        remedy: {
          summary:
            first.kind === 'plain'
              ? 'Name it by its `https://` address.'
              : 'Put the authority that signed its certificate into the image (`PIP_CERT`), and take the option out.',
          path: dockerfile.path,
        },
      };
      return;
    }
  },
});

interface Fetch {
  readonly instruction: DockerInstruction;
  readonly kind: 'plain' | 'trusted';
  readonly url: string;
}

/** Every option and variable that takes the protection away. */
function fetchesOf({ stages }: Dockerfile): readonly Fetch[] {
  return stages.flatMap(({ instructions }) =>
    instructions.flatMap((instruction): readonly Fetch[] => {
      const found =
        instruction.keyword === 'RUN'
          ? optionsOf(instruction)
          : instruction.keyword === 'ENV'
            ? variablesOf(instruction)
            : [];
      return found
        .filter(({ url }) => url !== '' && !url.includes('$') && !local.test(url))
        .filter(({ kind, url }) => kind === 'trusted' || /^http:\/\//i.test(url))
        .map((one) => ({ instruction, ...one, url: one.url.replace(/\/\/[^/@]*@/, '//') }));
    }),
  );
}

function optionsOf(instruction: DockerInstruction): readonly Omit<Fetch, 'instruction'>[] {
  return invocationsOf(instruction)
    .filter(({ program }) => installers.test(program))
    .flatMap(({ args }) =>
      args.flatMap(({ text }, index): readonly Omit<Fetch, 'instruction'>[] => {
        const sign = text.startsWith('--') ? text.indexOf('=') : -1;
        const name = sign < 0 ? text : text.slice(0, sign);
        const url = sign < 0 ? (args[index + 1]?.text ?? '') : text.slice(sign + 1);
        if (name === '--trusted-host' || name === '--allow-insecure-host') return [{ kind: 'trusted', url }];
        return indexes.test(name) ? [{ kind: 'plain', url }] : [];
      }),
    );
}

function variablesOf(instruction: DockerInstruction): readonly Omit<Fetch, 'instruction'>[] {
  return pairsOf(instruction).flatMap(({ name, value }): readonly Omit<Fetch, 'instruction'>[] =>
    name === 'PIP_TRUSTED_HOST' || name === 'UV_INSECURE_HOST'
      ? [{ kind: 'trusted' as const, url: value }]
      : /^(PIP_(EXTRA_)?INDEX_URL|UV_(DEFAULT_INDEX|INDEX_URL|EXTRA_INDEX_URL))$/.test(name)
        ? [{ kind: 'plain' as const, url: value }]
        : [],
  );
}
