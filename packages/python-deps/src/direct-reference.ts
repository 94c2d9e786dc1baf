/** What an address or a path in place of a package name installs, where the text itself says so. */
import { normalizeName } from './names.js';
import { parseRequirement, type Requirement } from './requirement.js';
import { isVersion } from './version.js';

/** A reference, with the package it names, if it does. */
export interface Reference {
  readonly url: string;
  readonly requirement?: Requirement;
  /** A directory of the project: its own code, which needs no name. */
  readonly local: boolean;
}

const WHEEL = /([A-Za-z0-9][\w.]*)-(\d[\w.!+]*)(?:-\d\w*)?-[\w.]+-[\w.]+-[\w.]+\.whl$/;

const SDIST = /^([A-Za-z0-9][\w.-]*)-(\d[\w.!+]*?)\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$/;

/** Reads `git+https://…#egg=name`, a wheel's address, `name @ …`, `./lib[extra]`. Never guesses a name from a repository's. */
export function namedReference(text: string): Reference {
  const semicolon = / *; /.exec(text);
  const url = (semicolon ? text.slice(0, semicolon.index) : text).trim();
  const marker = semicolon ? text.slice(semicolon.index + semicolon[0].length).trim() : undefined;
  const named = parseRequirement(text).requirement;
  if (named?.url !== undefined) return { url: named.url, requirement: named, local: false };
  const egg = /[#&]egg=([^&\s[]+)(?:\[([^\]]*)\])?/.exec(url);
  const address = decode(url.split('#')[0] ?? url);
  const wheel = WHEEL.exec(address);
  const written = egg?.[1] ?? wheel?.[1];
  const local = !/^(?:\w+\+)?[a-z]{2,}:\/\//i.test(url) && !/\.(?:whl|tar\.gz|zip|tgz)$/i.test(address);
  if (written === undefined || !/^[A-Za-z0-9]/.test(written)) return { url, local };
  const extras = (egg?.[2] ?? '')
    .split(',')
    .map((extra) => normalizeName(extra))
    .filter((extra) => extra !== '');
  const specifier = wheel?.[2] ? `==${wheel[2]}` : '';
  const name = written.replace(/==.*$/, '');
  return {
    url,
    local,
    requirement: { name: normalizeName(name), written: name, extras, specifier, url, ...(marker ? { marker } : {}) },
  };
}

/** `==1.2.3` of an address that ends in a release's file of the package, `name-1.2.3-py3-none-any.whl` or `name-1.2.3.tar.gz`; `''` of others. */
export function fileSpecifier(url: string, name: string): string {
  const address = decode(url.split(/[?#]/)[0] ?? url);
  const file = address.slice(address.lastIndexOf('/') + 1);
  const [, written = '', version = ''] = WHEEL.exec(file) ?? SDIST.exec(file) ?? [];
  return normalizeName(written) === name && isVersion(version) ? `==${version}` : '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
