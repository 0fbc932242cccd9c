/** What a person may be in Moa; one person may be several. */
export const roles = ['MEMBER', 'COURIER', 'DRIVER', 'MERCHANT', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/**
 * Who asks. Of somebody who is not signed in, nothing is known but the network address, where that is known: one of IPv4,
 * or of IPv6 the /64 (`2001:db8:1:2::/64`), since one household has all of it.
 * A `service` is another part of Moa that acts for itself, not for a member.
 */
export type Viewer =
  | { readonly kind: 'anonymous'; readonly address?: string }
  | { readonly kind: 'member'; readonly memberId: string; readonly roles: readonly Role[] }
  | { readonly kind: 'service'; readonly name: string };

export const anonymous: Viewer = { kind: 'anonymous' };

const known: ReadonlySet<string> = new Set(roles);
export const isRole = (value: unknown): value is Role => typeof value === 'string' && known.has(value);
