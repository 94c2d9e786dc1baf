/** One `ports` entry of a Compose service, in its short and its long spelling. */
import type { ComposePort } from './compose-model.js';
import type { ComposeSurroundings } from './compose-service.js';
import { display } from './compose-text.js';
import { child, textOf, type YamlNode } from './yaml-tree.js';

/** Read an entry; none for what is no port. */
export function portOf(item: YamlNode, around: ComposeSurroundings): readonly ComposePort[] {
  const text = (node: YamlNode | undefined): string | undefined => {
    const raw = textOf(node);
    return raw === undefined ? undefined : display(raw, around.interpolate);
  };
  if (item.kind === 'map') {
    const target = text(child(item, 'target'));
    if (target === undefined) return [];
    return [
      {
        host: text(child(item, 'host_ip')),
        published: text(child(item, 'published')),
        target,
        text: target,
        at: item.at,
      },
    ];
  }
  const raw = text(item)?.replace(/\/(tcp|udp)$/, '');
  if (raw === undefined) return [];
  // Colons inside `${X:-8000}` or `[::1]` are no separators.
  const parts = raw.split(/:(?![^{]*\})(?![^[]*\])/);
  const target = parts[parts.length - 1] ?? '';
  return [
    {
      host:
        parts.length > 2
          ? parts
              .slice(0, -2)
              .join(':')
              .replace(/^\[|\]$/g, '')
          : undefined,
      published: parts.length > 1 ? parts[parts.length - 2] : undefined,
      target,
      text: raw,
      at: item.at,
    },
  ];
}

/** Whether a published port answers on this machine alone. */
export function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(127\.|::1$|localhost$)/.test(host);
}
