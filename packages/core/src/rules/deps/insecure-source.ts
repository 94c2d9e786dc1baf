/** Packages that are fetched in a way that lets others put in their own. */
import { changedText } from '../../changed-text.js';
import { dependencies, type PackageSource } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, minutes, type Remedy, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { isInstalledByBuild } from './installed-by-build.js';

export const insecureSource = defineRule({
  id: 'deps/insecure-source',
  title: 'Packages are fetched without protection',
  sound: 'Packages are fetched over encrypted connections',
  category: 'dependencies',
  severity: 'medium',
  effort: minutes(15),
  risk: 'Whoever is on the way between the build and the server can put any code into the site.',
  references: [cwe(494), web('pip: --trusted-host', 'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host')],
  since: '0.1.0',
  needs: { dependencies, project },
  problems: {
    plain: '`{url}` is fetched over a connection that is not encrypted, so what arrives may have been changed.',
    trusted: 'The certificate of `{url}` is not checked, so another server can take its place.',
    dead: '`{url}` cannot be fetched: GitHub has switched the protocol `git://` off in 2022.',
  },
  when: ({ dependencies }) => dependencies.manifests.some(({ kind }) => kind === 'runtime'),
  *check({ dependencies, project }, { problem }) {
    const production = new Set(dependencies.manifests.filter(({ kind }) => kind === 'runtime').map(({ path }) => path));
    const installed = new Set(dependencies.manifests.filter(isInstalledByBuild).map(({ path }) => path));
    const found = (dependencies.sources ?? []).filter(
      ({ insecure, kind, url, at }) =>
        insecure && production.has(at.path) && !(kind === 'trusted-host' && isLocal(url)),
    );
    const dead = found.find(({ url }) => /^(git\+)?git:\/\/(www\.)?github\.com\//i.test(url));
    const first = dead ?? found[0];
    if (!first) return;
    yield {
      ...problem(
        dead ? 'dead' : first.kind === 'trusted-host' ? 'trusted' : 'plain',
        { at: first.at, subject: 'sources' },
        { url: first.url },
      ),
      ...(dead ? { risk: stops } : {}),
      // What production's own build asks for ends it; another list may be installed nowhere.
      ...(dead && installed.has(dead.at.path) ? { severity: 'high' as const } : {}),
      evidence: found
        .filter((one) => one !== first)
        .slice(0, 6)
        .map(({ at, url }) => ({ at, note: `\`${url}\`` })),
      remedy: {
        summary:
          first.kind === 'trusted-host'
            ? 'Give the server a certificate that the build trusts (`--cert`), and take the option out.'
            : 'Name it by its `https://` address.',
        path: first.at.path,
        ...(first.kind === 'trusted-host' ? {} : encryptedLine(project, first)),
      },
    };
  },
});

const stops = 'The next installation stops there, and no new version of the site is built.';

/** What declares the source, as it is but for its addresses; where that does not hold one, as the table of an index, the address alone. */
function encryptedLine(project: Project, { at, url }: PackageSource): Partial<Remedy> {
  const code = encrypted(url);
  if (code === url) return {};
  const changed = changedText(project, at, (text) => {
    const comment = /\s#[^\n]*$/.exec(text)?.index ?? text.length;
    return encrypted(text.slice(0, comment)) + text.slice(comment);
  });
  if (changed.place === 'instead' || changed.code?.includes('://')) return { ...changed, language: 'text' };
  return { code, language: 'text', place: 'part' };
}

function encrypted(text: string): string {
  return text
    .replace(/(?<![\w+])(?:git\+)?git:\/\//gi, 'git+https://')
    .replace(/(?<![\w+])((?:\w+\+)?)http:\/\/(?!localhost|127\.)/gi, '$1https://');
}

/** A server of the machine itself, or of its container network. */
const isLocal = (host: string): boolean => /^(localhost|127\.|\[?::1|host\.docker\.internal)/i.test(host);
