/** What differs from one nginx to the next. */
export type NginxSettings = {
  /** `host:port` of each router. */
  readonly routers: readonly string[];
  /** The address to listen on. */
  readonly host: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  /** `host:port` of the server for probes and figures. */
  readonly inside: string;
  /** Folder of fullchain.pem and privkey.pem. */
  readonly certificate: string;
  /** Folder below which .well-known/acme-challenge/ is served over plain HTTP. */
  readonly challenges: string;
};

/** The variables of the templates, as a container with nginx's own image is given them in its environment. */
export function variablesOf(settings: NginxSettings): Readonly<Record<string, string>> {
  const { routers, host, httpPort, httpsPort, inside, certificate, challenges } = settings;
  return {
    NGINX_ROUTERS: routers.map((address) => `server ${address} max_fails=3 fail_timeout=3s;`).join(' '),
    NGINX_HOST: host,
    NGINX_HTTP_PORT: String(httpPort),
    NGINX_HTTPS_PORT: String(httpsPort),
    NGINX_REDIRECT_PORT: httpsPort === 443 ? '' : `:${httpsPort}`,
    NGINX_INSIDE: inside,
    NGINX_CERTIFICATE: certificate,
    NGINX_CHALLENGES: challenges,
    NGINX_ACCESS_LOG: 'access.log',
  };
}
