/**
 * Releases that were yanked: pip and uv take one only where it is pinned exactly, and warn of it. Each stands here with the page that
 * says so; of whatever is not here, nothing is known.
 */

/** One release that was yanked. */
export interface YankedRelease {
  /** Where it is said. */
  readonly source: string;
  /** The reason that was given, where the source has it; in words of our own, to follow "yanked:". */
  readonly why?: string;
  /** The release that took its place, where a source names it. */
  readonly next?: string;
}

/** By normalised name and version. */
export const yankedReleases: Readonly<Record<string, Readonly<Record<string, YankedRelease>>>> = {
  attrs: { '21.1.0': { source: 'https://github.com/matrix-org/synapse/pull/9946', next: '21.2.0' } },
  beautifulsoup4: {
    '4.13.0': {
      source: 'https://pypi.org/project/beautifulsoup4/',
      why: 'it says that it runs on Pythons on which it does not',
      next: '4.13.1',
    },
  },
  celery: { '5.0.6': { source: 'https://github.com/celery/celeryproject/issues/59', next: '5.2.7' } },
  cryptography: {
    '37.0.3': {
      source: 'https://github.com/zopefoundation/Zope/issues/1049',
      why: 'the OpenSSL that it brings has a regression',
      next: '37.0.4',
    },
    '38.0.2': {
      source: 'https://github.com/pyca/cryptography/pull/7698',
      why: 'the OpenSSL that it brings was withdrawn',
    },
  },
  django: {
    '4.2.12': { source: 'https://pypi.org/project/Django/4.2.12/', next: '4.2.13' },
    '5.0.5': {
      source: 'https://pypi.org/project/Django/5.0.5/',
      why: "its files have Windows' line ends, and its scripts cannot be run",
      next: '5.0.6',
    },
  },
  'django-reversion': {
    '5.0.11': {
      source: 'https://pypi.org/project/django-reversion/#history',
      why: 'its migrations are broken',
      next: '5.0.12',
    },
  },
  'django-taggit': {
    '5.0.0': {
      source: 'https://github.com/jazzband/django-taggit/pull/877',
      why: 'it says that it runs on Django 3.2 and does not',
      next: '5.0.1',
    },
  },
  'django-unfold': { '1.0.0': { source: 'https://github.com/ninoseki/vscode-mogami/issues/125' } },
  lxml: {
    '4.7.0': {
      source: 'https://github.com/SAML-Toolkits/python3-saml/pull/297',
      why: 'it lacks data that it needs',
      next: '4.7.1',
    },
  },
  nltk: { '3.6.4': { source: 'https://github.com/python-poetry/poetry/issues/2453' } },
  numpy: {
    '2.4.0': {
      source: 'https://github.com/originalankur/maptoposter/issues/73',
      why: 'it breaks what was built for earlier releases',
      next: '2.4.1',
    },
  },
  pillow: { '11.2.0': { source: 'https://github.com/Kometa-Team/Kometa/issues/2610', next: '11.2.1' } },
  protobuf: {
    '3.18.0': {
      source: 'https://github.com/PatrickAlphaC/nft-mix/issues/66',
      why: 'it says that it runs on Python 2 and does not',
    },
    '4.21.0': {
      source: 'https://github.com/protocolbuffers/protobuf/issues/10076',
      why: 'it does not say which Pythons it runs on',
      next: '4.21.1',
    },
  },
  pytest: {
    '8.1.0': {
      source: 'https://github.com/pytest-dev/pytest/issues/12069',
      why: 'it breaks plugins without a word in its notes',
      next: '8.1.1',
    },
  },
  requests: {
    '2.32.0': {
      source: 'https://pypi.org/project/requests/2.32.0/',
      why: 'it conflicts with the mend of CVE-2024-35195',
      next: '2.32.2',
    },
    '2.32.1': {
      source: 'https://pypi.org/project/requests/2.32.1/',
      why: 'it conflicts with the mend of CVE-2024-35195',
      next: '2.32.2',
    },
  },
};
