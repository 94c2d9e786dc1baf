/** Whether an image may hold code that the repository does not show. */
import type { Process } from '@django-golive/core';
import type { ContainerImage } from '../files/container-image.js';

/** Images of a language or a system, which bring no site of their own. */
const plain =
  /^(python|pypy|debian|ubuntu|alpine|fedora|centos|rockylinux|almalinux|amazonlinux|archlinux|busybox|scratch|uv|node|ruby|golang|rust|gdal|python-node\w*|nodejs-python\w*|miniconda3?|mambaforge|micromamba|ubi\d*|ubi\d*-minimal|python-\d+)$/;
/** Commands that put code into an image, or make it there. */
const fetches =
  /\bgit\s+clone\b|\bstartproject\b|\bcurl\b.*\.(zip|tar|tgz)|\bwget\b.*\.(zip|tar|tgz)|\bsvn\b|\bcookiecutter\b/;

/** For the deployment fact; of an image that is built elsewhere nothing is seen. */
export function codeUnseenIn(image: ContainerImage | undefined): Pick<Process, 'codeUnseen'> {
  return image === undefined || holdsForeignCode(image) ? { codeUnseen: true } : {};
}

function holdsForeignCode({ base, instructions }: ContainerImage): boolean {
  const name =
    (base.image ?? '')
      .replace(/[:@].*$/, '')
      .split('/')
      .at(-1) ?? '';
  return (
    !plain.test(name) ||
    instructions.some(({ keyword, text }) =>
      keyword === 'RUN' ? fetches.test(text) : keyword === 'ADD' && /\b(https?|git):\/\/|git@/.test(text),
    )
  );
}
