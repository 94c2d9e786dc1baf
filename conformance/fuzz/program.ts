/** What is run on both sides: the files of a made-up project whose settings are `config.settings`, and its environment. */

export interface Program {
  readonly files: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** The path of the settings module. */
export const settingsPath = 'config/settings.py';

/** A program as one text, in the form of a conformance case. */
export function showProgram({ files, env }: Program): string {
  const head = Object.entries(env).map(([name, value]) => `# env: ${name}=${value}\n`);
  const others = Object.entries(files).filter(([path, text]) => path !== settingsPath && text !== '');
  const parts = others.map(([path, text]) => `# --- ${path} ---\n${text.replace(/\n?$/, '\n')}`);
  return [...head, (files[settingsPath] ?? '').replace(/\n?$/, '\n'), ...parts].join('');
}

/**
 * Whether a formatted text may show an expression with an escape in it, which CPython writes out before 3.13.1 (gh-124363),
 * or with a `#` or a lambda's default in it, at which CPython 3.13.0 ends the expression that it shows.
 */
export const showsEscapes = ({ files }: Program): boolean =>
  Object.values(files).some((text) =>
    // A line may go on in the next one.
    /[fF][rR]?['"].*\{.*(?:[\\#]|\blambda\b[^:]*=).*=\s*(?:![rsa]|:|\})/.test(text.replaceAll('\\\n', '\\')),
  );
