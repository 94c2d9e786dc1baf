/** Private keys under version control. */
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, minutes } from '../../rule.js';
import { lineSpan, type Project, type SourceFile } from '../../source.js';
import { liesInDataDirectory } from './data-directory.js';
import { isIgnored } from './gitignore.js';
import { developersUse } from './key-use.js';
import { untrack } from './untrack.js';

const candidate = /\.(pem|key|ppk|p12|pfx|jks|keystore|asc|json|p8)$|(^|\/)id_(rsa|dsa|ecdsa|ed25519)$/i;
const store = /\.(p12|pfx|jks|keystore|ppk)$/i;
const sample =
  /(^|\/)(tests?|testing|fixtures?|testdata|samples?|examples?|docs?|node_modules|snakeoil)(\/|$)|snake-?oil|dummy|(^|[/._-])(test|example|localhost|local|dev)([._-]|$)/i;

export const keyFileCommitted = defineRule({
  id: 'secrets/key-file-committed',
  title: 'A private key is in the repository',
  sound: 'No private key is in the repository',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(60),
  risk: 'Whoever has a copy of the repository can act as the server or the service account that owns the key.',
  references: [cwe(321), cwe(540)],
  since: '0.1.0',
  needs: { project },
  problems: {
    key: '`{path}` is in the repository and holds a private key.',
    account: '`{path}` is in the repository and holds the key of a Google service account.',
    store: '`{path}` is in the repository; such a file holds private keys.',
  },
  questions: {
    development:
      '`{path}` holds a private key, and only `{user}` uses it, which is for development. Does the key open anything else?',
  },
  when: ({ project }) => project.paths.some((path) => candidate.test(path) && !sample.test(path)),
  *check({ project }, { problem, question }) {
    for (const path of project.paths) {
      if (!candidate.test(path) || sample.test(path)) continue;
      const tracked = project.tracked(path);
      if (tracked === false || (tracked === undefined && isIgnored(project, path))) continue;
      const found = keyIn(project, path);
      // MySQL makes such keys for itself; that its directory is there is told apart.
      if (!found || liesInDataDirectory(project, path)) continue;
      const about = { at: found.at, subject: path };
      const user = found.kind === 'account' ? undefined : developersUse(project, path);
      if (user !== undefined) {
        yield question('development', about, { path, user });
        continue;
      }
      yield {
        ...problem(found.kind, about, { path }),
        confidence: found.kind === 'store' || tracked === undefined ? 'tentative' : 'certain',
        remedy: {
          summary: 'Revoke the key and make a new one, then take the file out of version control.',
          code: untrack(project, path),
          language: 'bash',
        },
      };
    }
  },
});

function keyIn(
  project: Project,
  path: string,
): { kind: 'key' | 'account' | 'store'; at: ReturnType<SourceFile['at']> } | undefined {
  const file = project.file(path);
  if (!file) return undefined;
  if (store.test(path)) return { kind: 'store', at: file.at({ start: 0, end: 0 }) };
  const { text } = file;
  const line = text.split(/\r\n|\r|\n/).findIndex((one) => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(one));
  if (line < 0) return undefined;
  const at = file.at(lineSpan(text, line + 1));
  if (path.toLowerCase().endsWith('.json')) {
    return /"type"\s*:\s*"service_account"/.test(text) ? { kind: 'account', at } : { kind: 'key', at };
  }
  // A key that a passphrase protects is still no file to publish; one that only quotes the marker is shorter.
  return text.length > 100 ? { kind: 'key', at } : undefined;
}
