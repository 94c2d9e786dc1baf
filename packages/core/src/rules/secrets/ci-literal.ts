/** A credential written into the configuration of CI, where a secret of the CI service belongs. */
import { looksLikeCredential } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { lineSpan } from '../../source.js';
import { ciFiles } from '../testing/ci-files.js';
import { isPlaceholder } from './placeholder.js';

export const ciLiteral = defineRule({
  id: 'secrets/ci-literal',
  title: 'The configuration of CI holds a credential',
  sound: 'The configuration of CI holds no credential',
  category: 'secrets',
  severity: 'high',
  effort: minutes(30),
  risk: 'Everybody who can read the repository can deploy, or whatever else the credential allows.',
  references: [
    cwe(798),
    web(
      'GitHub: using secrets in Actions',
      'https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions',
    ),
  ],
  since: '0.1.0',
  needs: { project },
  problems: { literal: '`{name}` has a value in `{path}` that is made like a real credential.' },
  when: ({ project }) => ciFiles(project).length > 0,
  *check({ project }, { problem }) {
    for (const path of ciFiles(project)) {
      const file = project.file(path);
      if (!file) continue;
      for (const [index, line] of file.text.split(/\r\n|\r|\n/).entries()) {
        if (line.length > 4000 || /^\s*#/.test(line)) continue;
        const [, name, raw = ''] = /(?:^|[\s"'-])([A-Za-z_][\w.-]*)["']?\s*[:=]\s*["']?([^\s"']+)/.exec(line) ?? [];
        // Encrypted values (`secure: …`), references, and addresses with the password of a service that CI itself starts.
        if (
          name === undefined ||
          /^(secure|uses|image)$/.test(name) ||
          /:\/\/|\$/.test(raw) ||
          !looksLikeCredential(raw)
        )
          continue;
        if (/EXAMPLE|x{4}|0{6}|1234/i.test(raw) || isPlaceholder(raw) || /test/i.test(raw)) continue;
        yield {
          ...problem(
            'literal',
            { at: file.at(lineSpan(file.text, index + 1)), subject: `${path}:${name}` },
            { name, path },
          ),
          confidence: 'firm',
          remedy: {
            summary: 'Revoke it, and keep the new one as a secret of the CI service.',
            ...(path.startsWith('.github/')
              ? {
                  code: `${name}: \${{ secrets.${name.toUpperCase().replace(/\W/g, '_')} }}`,
                  language: 'yaml' as const,
                  place: /^\s*[\w.-]+\s*:/.test(line) ? ('instead' as const) : ('part' as const),
                }
              : {}),
            path,
          },
        };
      }
    }
  },
});
