/** The address of a visitor, taken from the part of X-Forwarded-For that the visitor writes. */
import { caddyTellsIn } from '../../caddy-https.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { siteCode, sources } from '../../facts/sources.js';
import { isKnown, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { lineOfServer, serverFiles } from '../../server-files.js';
import type { Location, Project } from '../../source.js';
import { middlewareOf } from '../settings/middleware.js';
import { useOfAddress } from './address-use.js';

/** The header is read, and of its list the first entry taken, a few lines on at most. */
const first =
  /(?:HTTP_X_FORWARDED_FOR|['"]X-Forwarded-For['"])(?:(?!\bdef\b)[^#]){0,300}?\.split\(\s*['"],\s*['"]\s*\)\s*\[\s*(0|-1)\s*\]/gi;

export const clientAddressForgeable = defineRule({
  id: 'https/client-address-forgeable',
  title: 'Visitors can write the address that they come from',
  sound: 'The address of a visitor is the one that the proxy saw',
  category: 'security',
  severity: 'low',
  effort: minutes(15),
  risk: 'Limits, blocks and logs by address hold nobody who sends a header of his own: each request can come from another address.',
  references: [
    cwe(348),
    web('MDN: X-Forwarded-For', 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For'),
  ],
  since: '0.1.0',
  needs: { project, settings, sources },
  problems: {
    appended:
      '`{path}` takes the first address of `X-Forwarded-For`, and `{server}` adds to what the visitor sent: the first one is his.',
  },
  questions: {
    proxy:
      '`{path}` takes the first address of `X-Forwarded-For`. Does the proxy throw away what a visitor sent under that name?',
  },
  when: ({ project, settings, sources }) => readers(project, siteCode(sources, settings)).length > 0,
  *check({ project, settings, sources }, { problem, question }) {
    const files = siteCode(sources, settings);
    const listed = middlewareOf(settings).value;
    const middleware = isKnown(listed) ? stringsOf(listed) : [];
    // What most rests on comes first, and a file that is certainly loaded before one that may be.
    const [reader] = readers(project, files)
      .filter(({ entry }) => entry === '0')
      .map((one) => ({
        ...one,
        use: useOfAddress(project, files, one.at, middleware),
        loaded: sources.get(one.at.path)?.loaded,
      }))
      .sort((a, b) => a.use.rank - b.use.rank || Number(a.loaded !== 'yes') - Number(b.loaded !== 'yes'));
    if (!reader) return;
    const use = reader.use.at && {
      at: reader.use.at,
      note: reader.use.rank === 0 ? 'the address decides here' : 'requests are counted by it here',
    };
    const appends = headerSet(project, /\$proxy_add_x_forwarded_for/);
    // Caddy throws away what a visitor sent, unless it is told of another proxy in front.
    if (!appends && (headerSet(project, /\$(realip_)?remote_addr/) || caddyTellsIn(serverFiles(project)))) return;
    const about = { at: reader.at, subject: `${reader.at.path}:X-Forwarded-For` };
    if (!appends) {
      yield { ...question('proxy', about, { path: reader.at.path }), ...(use && { evidence: [use] }) };
      return;
    }
    yield {
      ...problem('appended', about, { path: reader.at.path, server: appends.at.path }),
      confidence: 'firm',
      evidence: use ? [use, appends] : [appends],
      remedy: {
        summary:
          'Take the last address, which the proxy in front has added; behind several proxies, the one that the outermost of them added.',
        path: reader.at.path,
      },
    };
  },
});

/** Where code takes an entry of the header's list. */
function readers(project: Project, files: readonly { readonly path: string }[]) {
  return files.flatMap(({ path }): readonly { readonly at: Location; readonly entry: string }[] => {
    const file = project.file(path);
    if (!file || !/X_FORWARDED_FOR|X-Forwarded-For/.test(file.text)) return [];
    return [...file.text.matchAll(first)].map(({ 0: whole, 1: entry = '', index }) => ({
      at: file.at({ start: index, end: index + whole.length }),
      entry,
    }));
  });
}

function headerSet(project: Project, value: RegExp) {
  return lineOfServer(
    serverFiles(project),
    (line) => /\bX-Forwarded-For\b/i.test(line) && value.test(line),
    'sets `X-Forwarded-For`',
  );
}
