export { ConfigError, readConfig } from './read-config.ts';
export { count, flag, jsonWebKey, jsonWebKeySet, list, networks, port, share, url } from './variables.ts';
