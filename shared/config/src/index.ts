export { ConfigError, readConfig } from './read-config.ts';
export { flag, jsonWebKey, jsonWebKeySet, port, url } from './variables.ts';
