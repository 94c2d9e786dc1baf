/** Until when the products that images are made of get fixes: by the image's name and tag. */
import { lineOf, type SupportEnd, type SupportedLine } from '../platform/supported-line.js';

const images: readonly { readonly name: RegExp; readonly product: string; readonly title: string }[] = [
  {
    name: /^(postgres|postgresql|postgis|pgvector|timescaledb|timescaledb-ha)$/,
    product: 'postgresql',
    title: 'PostgreSQL',
  },
  { name: /^(mysql|mysql-server)$/, product: 'mysql', title: 'MySQL' },
  { name: /^mariadb$/, product: 'mariadb', title: 'MariaDB' },
  { name: /^redis$/, product: 'redis', title: 'Redis' },
  { name: /^valkey$/, product: 'valkey', title: 'Valkey' },
  { name: /^node$/, product: 'nodejs', title: 'Node.js' },
  { name: /^nginx$/, product: 'nginx', title: 'nginx' },
  { name: /^ubuntu$/, product: 'ubuntu', title: 'Ubuntu' },
  { name: /^debian$/, product: 'debian-lts', title: 'Debian' },
  { name: /^alpine$/, product: 'alpine-linux', title: 'Alpine' },
];
const debian: Readonly<Record<string, string>> = {
  jessie: '8',
  stretch: '9',
  buster: '10',
  bullseye: '11',
  bookworm: '12',
  trixie: '13',
};

const ubuntu: Readonly<Record<string, string>> = {
  trusty: '14.04',
  xenial: '16.04',
  bionic: '18.04',
  focal: '20.04',
  jammy: '22.04',
  noble: '24.04',
};

/** The lines of an image, of which the support data know the end: of its product, and of the system below it. */
export function imageLines(image: string, supportEnd: SupportEnd): readonly SupportedLine[] {
  const match = /^(?:[^@]*\/)?([\w.-]+?)(?::([^@]+))?(?:@.*)?$/.exec(image);
  const [, name = '', tag = ''] = match ?? [];
  if (tag.includes('$') || tag === '') return [];
  const found = images.find((one) => one.name.test(name));
  const product = found
    ? lineOf(found.product, found.title, versionIn(found.product, name, tag), supportEnd)
    : undefined;
  const suite = /(?:^|-)(jessie|stretch|buster|bullseye|bookworm|trixie)(?:-|$)/.exec(tag)?.[1];
  const alpine = /(?:^|-)alpine(\d+\.\d+)/.exec(tag)?.[1];
  const below =
    suite !== undefined
      ? lineOf('debian-lts', 'Debian', debian[suite], supportEnd)
      : alpine !== undefined
        ? lineOf('alpine-linux', 'Alpine', alpine, supportEnd)
        : undefined;
  return [product, below].flatMap((line) => line ?? []);
}

/** The version that a tag names; extensions of PostgreSQL put it behind `pg` where their own comes first. */
function versionIn(product: string, name: string, tag: string): string | undefined {
  if (product === 'postgresql' && /^(pgvector|timescaledb|timescaledb-ha)$/.test(name))
    return /(?:^|-)pg(\d+)(?:[.-]|$)/.exec(tag)?.[1];
  const codename = product === 'ubuntu' ? (/^[a-z]+(?=-|$)/.exec(tag)?.[0] ?? '') : '';
  if (Object.hasOwn(ubuntu, codename)) return ubuntu[codename];
  return /^v?(\d+(?:\.\d+)*)(?=-|$)/.exec(tag)?.[1];
}
