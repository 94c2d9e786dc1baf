/** What a deployment file is for, as its path says: production, development, or nothing said. */

/** `unsaid`: neither its name nor its directory speaks of an environment. */
export type FilePurpose = 'production' | 'development' | 'other' | 'unsaid';

const words: Readonly<Record<Exclude<FilePurpose, 'unsaid'>, ReadonlySet<string>>> = {
  production: new Set(['prod', 'production', 'live', 'prd', 'deploy', 'deployment', 'release']),
  development: new Set([
    'dev',
    'develop',
    'development',
    'local',
    'devel',
    'devcontainer',
    'debug',
    'override',
    'test',
    'tests',
    'testing',
    'ci',
    'e2e',
    'integration',
    'sandbox',
    'playground',
    'devel',
  ]),
  other: new Set([
    'staging',
    'stage',
    'example',
    'examples',
    'sample',
    'samples',
    'docs',
    'doc',
    'demo',
    'template',
    'templates',
    'backup',
    'old',
    'deprecated',
    'archive',
    'benchmark',
    'benchmarks',
    'fixtures',
    'cookiecutter',
  ]),
};

/** The purpose of a path; its own name speaks before its directories. */
export function purposeOf(path: string): FilePurpose {
  const parts = path.toLowerCase().split('/').reverse();
  for (const [index, part] of parts.entries()) {
    const tokens = part
      .replace(/\.(ya?ml|conf|service)$/, '')
      // `demo_site` and `test-project` are what a project calls itself.
      .replace(/\b[a-z]+[_-](?=(site|project|app|django)\b)/, '')
      .split(/[._-]+/);
    for (const purpose of ['development', 'other', 'production'] as const) {
      if (
        tokens.some(
          (token) =>
            words[purpose].has(token) && !(index > 0 && purpose === 'production' && token.startsWith('deploy')),
        )
      )
        return purpose;
    }
  }
  return 'unsaid';
}
