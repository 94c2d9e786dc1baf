/** A credential in an example of an environment file, which is made to be committed and copied. */
import { looksLikeCredential } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, minutes } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { isPlaceholder } from './placeholder.js';

const exampleFile =
  /(^|\/)([\w-]*\.?env|\.envrc)([._-]\w+){0,4}[._-](example|exmp|exemplo|ejemplo|exemple|esempio|beispiel|sample|template|tmpl|dist|default|defaults|tpl)$|(^|\/)(example|sample|template)[._-]?\.?env$/i;

export const exampleFileRealValues = defineRule({
  id: 'secrets/example-file-real-values',
  title: 'An example file holds a real credential',
  sound: 'Example files hold no real credentials',
  category: 'secrets',
  severity: 'medium',
  effort: minutes(30),
  risk: 'Whoever has a copy of the repository has the credential, and a server that was set up by copying the file uses it.',
  references: [cwe(540), cwe(798)],
  since: '0.1.0',
  needs: { project },
  problems: { real: '`{path}` gives `{name}` a value that is made like a real credential.' },
  when: ({ project }) => project.paths.some((path) => exampleFile.test(path)),
  *check({ project }, { problem }) {
    for (const path of project.paths.filter((candidate) => exampleFile.test(candidate))) {
      for (const { name, line } of credentialsIn(project, path)) {
        const file = project.file(path);
        if (!file) continue;
        yield {
          ...problem('real', { at: file.at(lineSpan(file.text, line)), subject: `${path}:${name}` }, { path, name }),
          confidence: 'firm',
          remedy: { summary: `Revoke it where it was issued, and write a placeholder: \`${name}=change-me\`.`, path },
        };
      }
    }
  },
});

/** Lines whose value has the form in which a service issues its tokens. Passwords in addresses are mostly those of a laptop. */
function credentialsIn(project: Project, path: string): readonly { readonly name: string; readonly line: number }[] {
  const lines = (project.file(path)?.text ?? '').split(/\r\n|\r|\n/);
  return lines.flatMap((text, index) => {
    if (text.length > 4000) return [];
    const [, name = '', raw = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(text) ?? [];
    const value = raw.replace(/^(['"])(.*?)\1.*$/, '$2').trim();
    if (value === '' || /:\/\//.test(value) || !looksLikeCredential(value)) return [];
    // Documentation's own tokens, and ones whose tail was filled in by hand.
    if (/EXAMPLE|x{4}|X{4}|0{6}|1234|\.\.\.|\*{3}/.test(value) || isPlaceholder(value)) return [];
    if (value.includes(armour) && !holdsKey(lines, index)) return [];
    return new Set(value.slice(-16)).size < 8 ? [] : [{ name, line: index + 1 }];
  });
}

const armour = '-----BEGIN ';

/** Whether a key stands between the two lines of an armour that begins there; `[some key here]` is none. */
function holdsKey(lines: readonly string[], index: number): boolean {
  const [, key = ''] = lines
    .slice(index, index + 120)
    .join('\n')
    .split(armour);
  const [inside = ''] = key.replace(/^[A-Z ]*-----/, '').split('-----END');
  return /[A-Za-z0-9+/=]{40}/.test(inside.replace(/\\[nr]/g, '\n'));
}
