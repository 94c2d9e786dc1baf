/** The arrows between packages: what may know what, each with the reason it is so. */

const arrow = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A library that one file of each package wraps, so that replacing it changes one file. */
const behindOneFile = (library, packages = '[^/]+') => ({
  name: `${library.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-/, '')}-behind-one-file-in-${packages.replaceAll(/\W+/g, '') || 'each'}`,
  comment: `${library} has habits of its own (errors, positions, quirks); one file knows them and the rest sees our own types.`,
  severity: 'error',
  module: { path: `^node_modules/${library}/`, numberOfDependentsMoreThan: 1 },
  from: { path: `^packages/${packages}/src/` },
});

export default {
  forbidden: [
    arrow(
      'no-cycles',
      'A cycle has no bottom to start reading from, and its load order decides what works. Types may name each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    arrow(
      'core-knows-no-adapter',
      'core is the meaning of production readiness; adapters provide facts to it, so it must not know who does.',
      { path: '^packages/core/src/' },
      { path: '^packages/(?!core/)' },
    ),
    arrow(
      'readers-know-only-core',
      'A reader turns files into facts declared in core; readers meet through facts, never through one another.',
      { path: '^packages/(django-settings|python-deps)/src/' },
      { path: '^packages/(?!core/|$1/)' },
    ),
    arrow(
      'reporters-know-only-core',
      'A report holds everything a reporter needs; a reporter that asks a reader would show what was not reported.',
      { path: '^packages/reporters/src/' },
      { path: '^packages/(?!core/|reporters/)' },
    ),
    arrow(
      'profiles-know-readers-only-by-type',
      'A target judges facts; the code that reads them is chosen by whoever runs the audit.',
      { path: '^packages/profiles/src/' },
      { path: '^packages/(django-settings|python-deps)/', dependencyTypesNot: ['type-only'] },
    ),
    arrow(
      'profiles-know-no-adapter-above',
      'Targets are data for the cli and the reporters, so neither may be needed to define one.',
      { path: '^packages/profiles/src/' },
      { path: '^packages/(reporters|cli)/' },
    ),
    arrow(
      'packages-meet-at-their-entry',
      'What a package does not export from its entry points is free to change.',
      { path: '^packages/([^/]+)/' },
      { path: '^packages/(?!$1/)[^/]+/', pathNot: '^packages/[^/]+/(src/(index|schema|testing)[.]ts|package[.]json)$' },
    ),
    arrow(
      'only-cli-touches-node',
      'Everything but the cli runs in a browser: files, clock and process come in as values.',
      { path: '^packages/(?!cli/)[^/]+/src/' },
      { dependencyTypes: ['core'] },
    ),
    arrow(
      'only-cli-colours',
      'A reporter returns text; whether a terminal can show colour is known only where it is written.',
      { path: '^packages/(?!cli/)[^/]+/src/' },
      { path: '^node_modules/picocolors/' },
    ),
    arrow(
      'zod-stays-in-schemas',
      'Loading zod costs more than a small audit; it sits behind its own entry point.',
      { path: '^packages/', pathNot: '^packages/core/(src/schema([.]ts|/)|test/)' },
      { path: '^node_modules/zod/' },
    ),
    arrow(
      'core-loads-no-schema',
      'An import of a schema from the core entry point would load zod in every audit.',
      { path: '^packages/core/src/', pathNot: '^packages/core/src/schema([.]ts|/)' },
      { path: '^packages/core/src/schema([.]ts|/)', dynamic: false, dependencyTypesNot: ['type-only'] },
    ),
    behindOneFile('py-ast'),
    behindOneFile('ae-cvss-calculator'),
    behindOneFile('toml-eslint-parser', 'profiles'),
    behindOneFile('toml-eslint-parser', 'python-deps'),
    behindOneFile('dockerfile-ast'),
    behindOneFile('@iarna/toml', 'django-settings'),
    behindOneFile('@iarna/toml', 'python-deps'),
    behindOneFile('yaml', 'django-settings'),
    behindOneFile('yaml', 'profiles'),
    arrow(
      'sources-need-no-tests',
      'What is published must work without its tests.',
      { path: '^packages/[^/]+/src/' },
      { path: '^(packages/[^/]+/test|conformance|scripts|examples)/' },
    ),
    arrow(
      'imports-are-declared',
      'What package.json does not name, or names for development only, is missing where it is installed; types are not run.',
      { path: '^packages/[^/]+/src/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    arrow('imports-resolve', 'An import that leads nowhere fails for the first user.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|fixtures)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
