/** Where a volume for PostgreSQL is mounted: the official image moved its data with version 18. */

/** The directory for an image with this tag; a tag without a number is the newest version. */
export function postgresDirectory(image: string, tag: string | undefined): string {
  const official = /^([\w.-]+\.[a-z]+\/(docker\/)?)?(library\/)?(postgres|postgis\/postgis|pgvector\/pgvector)(:|$)/;
  const major = /^(?:pg)?(\d+)/.exec(tag ?? '')?.[1];
  const newest = tag === undefined || /^(latest|alpine|bookworm|trixie|bullseye)/.test(tag);
  const moved = official.test(image) && (major === undefined ? newest : Number(major) >= 18);
  return moved ? '/var/lib/postgresql' : '/var/lib/postgresql/data';
}
