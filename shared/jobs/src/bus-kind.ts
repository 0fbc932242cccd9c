/** The back end that a URL's scheme chooses. @throws for any other scheme */
export function busKind(url: string): 'redis' | 'postgres' {
  const { protocol } = new URL(url);
  switch (protocol) {
    case 'redis:':
    case 'rediss:':
      return 'redis';
    case 'postgres:':
    case 'postgresql:':
      return 'postgres';
    default:
      throw new Error(`Queues run on redis://, rediss:// or postgres://, not on ${protocol}//. Correct the URL.`);
  }
}
