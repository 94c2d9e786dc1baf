/** Which images of others production's is made from, where they may bring packages of Python's that no file lists. */
import type { Deployment, Project } from '@django-golive/core';
import { baseImages } from './image-stages.js';

/** Words of images that bring a system, Python and what installs packages: `python`, `astral-sh/uv`, `nikolaik/python-nodejs`. */
const PLAIN =
  /^(?:python\d*|pypy\d*|py\d*|debian|ubuntu|alpine|alma|almalinux|amazonlinux|centos|fedora|rocky|rockylinux|oraclelinux|opensuse|leap|wolfi|distroless|ubi\d*|linux|trixie|bookworm|bullseye|buster|stretch|noble|jammy|focal|bionic|slim|minimal|micro|scratch|static|base|baseimage|runtime|node|nodejs|nginx|httpd|caddy|traefik|haproxy|postgres\d*|postgresql|postgis|timescaledb|pgvector|mysql|mariadb|redis|valkey|memcached|rabbitmq|mongo|elasticsearch|opensearch|minio|uv|pip|pipenv|pdm|poetry|conda|miniconda\d*|miniforge\d*|mambaforge|micromamba|cuda|lambda|vscode|devcontainers?|s2i|\d+)$/;

/** Their names, without tags; `images` are the stages that the target runs. */
export function bringingImages(
  project: Project,
  dockerfiles: readonly string[],
  images: Deployment['images'],
): readonly string[] {
  const names = dockerfiles.flatMap((path) => {
    const text = project.file(path)?.text ?? '';
    return baseImages(project, path, text, images).map(({ image }) => image.replace(/@.*$|:[^:/]*$/, ''));
  });
  return [...new Set(names)].filter((name) => {
    const words = (name.split('/').at(-1) ?? '').toLowerCase().split(/[-_.]+/);
    return name !== '' && !words.every((word) => PLAIN.test(word));
  });
}
