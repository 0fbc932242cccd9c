/** What the card behind a token does when it is charged. */
export type Card = 'ok' | 'declined' | 'slow' | 'timeout' | 'invalid';

/** How long a charge of `tok_slow` takes, in milliseconds: [least, most]. */
export const slowCardMs = [400, 620] as const;

/** Reads a token. `tok_ok_anything` is a card of its own that behaves like `tok_ok`; so with the others. */
export function cardOf(token: string): Card {
  const [prefix, name] = token.split('_');
  if (prefix !== 'tok') return 'invalid';
  switch (name) {
    case 'ok':
    case 'declined':
    case 'slow':
    case 'timeout':
      return name;
    default:
      return 'invalid';
  }
}
