import { bar } from './bar.ts';
import type { Exploration } from './exploration.ts';
import { escapeHtml, scriptJson } from './html.ts';

const head = (title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)} – GraphiQL</title>`;

export type Entry = { readonly script: string; readonly styles: readonly string[] };

/** The same for everybody: what differs from host to host its script finds out. */
export function graphiqlPage(exploration: Exploration, { script, styles }: Entry): string {
  const { title, document, variables, headers, signIns = [] } = exploration;
  return `${head(title)}
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
<script type="module" src="${script}"></script>
</head>
<body>
${bar(exploration, { href: '/', text: 'Apollo Sandbox' })}
<main id="graphiql"><p id="loading">GraphiQL opens here; it needs JavaScript.</p></main>
<script id="settings" type="application/json">${scriptJson({ document, variables, headers, signIns })}</script>
</body>
</html>
`;
}

/** Asks again by itself until there is something to see. */
export const waitingPage = ({ title }: Exploration): string => `${head(title)}
<meta http-equiv="refresh" content="2">
</head>
<body>
<p>GraphiQL is being put together from its packages. This happens once and takes some seconds.</p>
</body>
</html>
`;

export const missingPage = ({ title }: Exploration): string => `${head(title)}
</head>
<body>
<p>GraphiQL is not part of this installation, and could not be put together here; the log says why.</p>
<p><code>npm run explorer</code> does it where the packages for development are installed and their folder can be written.</p>
<p><a href="/">Apollo Sandbox</a></p>
</body>
</html>
`;
