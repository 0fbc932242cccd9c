import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr, { compile } from '@fastify/proxy-addr';
import type { Viewer } from '@moa/identity';

/** Where a request came from, as `networkOf` tells it; nothing once its connection is gone. */
export type ClientAddress = (request: IncomingMessage) => string | undefined;

/** Reads the socket, and X-Forwarded-For as far as proxies of these addresses have written it. */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trust = compile([...trustedProxies]);
  return (request) => {
    const { remoteAddress } = request.socket;
    if (!remoteAddress) return undefined;
    const said = proxyAddr(request, trust);
    return networkOf(isIP(said) ? said : remoteAddress);
  };
}

/** Where somebody comes from is told of those only of whom nothing else is known. */
export const viewerAt = (viewer: Viewer, address: string | undefined): Viewer =>
  viewer.kind === 'anonymous' && address !== undefined ? { ...viewer, address } : viewer;

/** What one household or server has: an IPv4 address, or the 64 leading bits of an IPv6 address as `2001:db8:1:2::/64`. */
export function networkOf(address: string): string {
  // A server that listens on IPv6 sees IPv4 callers under names such as ::ffff:192.0.2.1.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === '' ? [] : tail.split(':');
  const missing = Math.max(0, 8 - groups.length - behind.length);
  const leading = [...groups, ...Array<string>(missing).fill('0'), ...behind].slice(0, 4);
  return `${leading.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
