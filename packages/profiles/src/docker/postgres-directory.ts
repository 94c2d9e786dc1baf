/** Where a volume for PostgreSQL is mounted: the official image moved its data with version 18. */

/** The official image, wherever it is mirrored, and those that are built on it without a layout of their own. */
const official =
  /^(?:(?:(?:docker\.io|registry-1\.docker\.io|mirror\.gcr\.io|public\.ecr\.aws\/docker)\/)?(?:library\/)?postgres|(?:docker\.io\/)?(?:postgis\/postgis|pgvector\/pgvector))(?=[:@]|$)/;

export const isOfficialPostgres = (image: string): boolean => official.test(image);

/** The major version that a tag names; `newest` for one that moves on with each release, `undefined` for any other. */
export function postgresMajor(tag: string | undefined): number | 'newest' | undefined {
  const major = /^(?:pg)?(\d+)/.exec(tag ?? '')?.[1];
  if (major !== undefined) return Number(major);
  return tag === undefined || /^(latest|alpine|bookworm|trixie|bullseye)/.test(tag) ? 'newest' : undefined;
}

/** The directory for an image with this tag. */
export function postgresDirectory(image: string, tag: string | undefined): string {
  const major = postgresMajor(tag);
  const moved = isOfficialPostgres(image) && (major === 'newest' || (major ?? 0) >= 18);
  return moved ? '/var/lib/postgresql' : '/var/lib/postgresql/data';
}
