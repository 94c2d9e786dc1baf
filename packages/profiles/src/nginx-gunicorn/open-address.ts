/** Addresses at which a server answers the whole network. */

/** Whether an address is open to other machines: all of its own, rather than the loopback or a socket. */
export function isOpenAddress(text: string): boolean {
  return /^(0\.0\.0\.0|\[::\]|\*|):\d+$/.test(text);
}
