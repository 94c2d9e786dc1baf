/** One `volumes` entry of a Compose service, in its short and its long spelling. */
import type { ComposeMount } from './compose-model.js';
import type { ComposeSurroundings } from './compose-service.js';
import { display } from './compose-text.js';
import { normalizePath } from './paths.js';
import { child, textOf, type YamlNode } from './yaml-tree.js';

/** Read an entry; none for what mounts nothing. */
export function mountOf(item: YamlNode, around: ComposeSurroundings): readonly ComposeMount[] {
  const text = (node: YamlNode | undefined): string | undefined => {
    const raw = textOf(node);
    return raw === undefined ? undefined : display(raw, around.interpolate);
  };
  let source: string | undefined;
  let target: string | undefined;
  let type: string | undefined;
  let readOnly = false;
  if (item.kind === 'map') {
    source = text(child(item, 'source')) ?? text(child(item, 'src'));
    target = text(child(item, 'target')) ?? text(child(item, 'dst')) ?? text(child(item, 'destination'));
    type = text(child(item, 'type'));
    readOnly = textOf(child(item, 'read_only')) === 'true';
  } else {
    const parts = (text(item) ?? '').split(/:(?![^{]*\})/);
    if (parts.length === 1) target = parts[0];
    else [source, target] = parts;
    readOnly = /(^|,)ro(,|$)/.test(parts[2] ?? '');
  }
  if (!target) return [];
  const local = source !== undefined && /^(\.|~|\/|\$)/.test(source);
  const kind =
    type === 'bind' || type === 'volume' || type === 'tmpfs'
      ? type
      : source === undefined
        ? 'anonymous'
        : local
          ? 'bind'
          : 'volume';
  const written = source?.replace(/^\$\{?PWD\}?/, '.');
  const path =
    kind === 'bind' && written !== undefined && !/^[/~$]/.test(written)
      ? normalizePath(`${around.directory}/${written}`)
      : undefined;
  return [{ kind, source, path, target: target.replace(/(.)\/+$/, '$1'), readOnly, at: item.at }];
}
