/** Names that only a private network knows, such as those of Compose's services. */

/** The host of an address that has neither a domain nor is this machine: a name that only a private network knows. */
export function privateHost(url: string | undefined): string | undefined {
  const host = /^(?:https?:)?\/\/(?:[^/@]*@)?([a-z][\w-]*)(?::\d+)?(?:\/|$)/i.exec(url ?? '')?.[1];
  return host?.toLowerCase() === 'localhost' ? undefined : host;
}
