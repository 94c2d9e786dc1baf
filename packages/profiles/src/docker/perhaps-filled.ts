/** Whether something else than Django's settings may fill a mount that a proxy hands out. */
import { type Project, replacesCollectstatic, type Settings, stringOf, stringsOf } from '@django-golive/core';
import type { ComposeMount } from '../files/compose-model.js';
import { repositoryPathOf } from '../files/container-image.js';
import { invocationsOf } from '../files/dockerfile.js';
import type { Invocation } from '../files/invocation.js';
import { liesIn } from '../files/paths.js';
import type { Container } from './containers.js';
import { pathInContainer } from './path-in-container.js';

/** A mount of a proxy's and of the application's, and the setting that lies beside it. */
export interface BesideMount {
  readonly setting: 'STATIC_ROOT' | 'MEDIA_ROOT';
  readonly directory: string;
  readonly mount: ComposeMount;
  readonly web: Container;
  readonly own: ComposeMount;
  readonly root: string;
}

/** Images that bring nothing but the server: a volume that is new is filled with what its image has there. */
const plain = /^(docker\.io\/)?(library\/)?nginx(:|@|$)|^nginxinc\/nginx-unprivileged(:|@|$)/;

/** Programs that only make an empty place. */
const preparing = new Set(['mkdir', 'chown', 'chmod', 'ls', 'echo', 'rm']);

/** `root` is where the repository lies in the application's container. */
export function mayBeFilled(
  project: Project,
  containers: readonly Container[],
  settings: Settings,
  root: string | undefined,
  front: Container,
  beside: BesideMount,
): boolean {
  const { mount, web, own } = beside;
  if (own.readOnly || web.start.opaque || replacesCollectstatic(project, settings)) return true;
  if (stringsOf(settings.get('MIDDLEWARE').value).some((one) => /whitenoise|static/i.test(one))) return true;
  // A directory of the host is filled by whoever sets the host up, where anything speaks of it.
  if (mount.kind === 'bind' && (mount.path === undefined || isSpokenOf(project, mount.path))) return true;
  const copied = web.image && repositoryPathOf(project, web.image, own.target);
  if (copied !== undefined || !web.image || hasOwnFiles(front, beside)) return true;
  const text = stringOf(settings.get(beside.setting).value) ?? '';
  return containers.some((one) => {
    if (one === front) return false;
    const sharing = (one.service?.mounts ?? []).filter(({ source, readOnly }) => source === mount.source && !readOnly);
    if (one !== web && sharing.length > 0) {
      const place = one.django && !one.start.opaque && pathInContainer(one, settings.path, text, root);
      if (!place || sharing.some(({ target }) => liesIn(place, target) || liesIn(target, place))) return true;
    }
    const runs = one.image?.instructions.filter(({ keyword }) => keyword === 'RUN').flatMap(invocationsOf) ?? [];
    const programs = [...one.start.programs.map(({ invocation }) => invocation), ...runs];
    return sharing.length > 0 && programs.some((program) => mayBring(program, beside));
  });
}

/** Whether the proxy's image may hold files there itself. */
function hasOwnFiles({ service, image }: Container, { directory, mount }: BesideMount): boolean {
  if (!plain.test(image?.base.image ?? service?.image?.text ?? '')) return true;
  return (image?.instructions ?? []).some(({ keyword, text }) => {
    if (keyword === 'RUN') return /static|media|upload|\$/i.test(text) || text.includes(mount.target);
    if (keyword !== 'COPY' && keyword !== 'ADD') return false;
    const target =
      text
        .trim()
        .split(/[\s,"\]]+/)
        .filter(Boolean)
        .at(-1) ?? '';
    return !target.startsWith('/') || /\$/.test(target) || liesIn(directory, target) || liesIn(target, directory);
  });
}

/** Whether a program may bring files to the mount: it names that place, or copies from where the setting lies. */
function mayBring({ program, args, word }: Invocation, { own, root }: BesideMount): boolean {
  if (preparing.has(program)) return false;
  const words = [word, ...args].map(({ text }) => text);
  const names = [own.target, root].map((path) => path.split('/').pop() ?? path);
  const copies = /^(cp|mv|ln|rsync|tar|install)$/.test(program);
  return words.some(
    (one) => (copies && (/\$/.test(one) || one.includes(names[1] ?? ''))) || isNamed(one, names[0] ?? ''),
  );
}

/** Whether the repository has the directory, or a text of it speaks of filling it. */
function isSpokenOf(project: Project, path: string): boolean {
  if (path === '' || project.isDirectory(path)) return true;
  return project.paths.some(
    (one) =>
      /\.(md|rst|txt|sh|py)$|(^|\/)(Makefile|justfile|[^./]+)$|(^|\/)\.github\//i.test(one) &&
      isNamed(project.file(one)?.text ?? '', path),
  );
}

function isNamed(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/[\w.-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + name.length] ?? ' ');
}
