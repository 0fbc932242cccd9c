import { escapeHtml } from '../explore/html.ts';

const page = (title: string, head: string, text: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
${head}<title>${escapeHtml(title)}</title>
</head>
<body>
<p>${text}</p>
</body>
</html>
`;

/** Asks again by itself until there is something to see. */
export const waitingPage = (title: string): string =>
  page(
    title,
    '<meta http-equiv="refresh" content="1">\n',
    'The pages are being put together. This happens once and takes some seconds.',
  );

export const missingPage = (title: string): string =>
  page(
    title,
    '',
    'These pages are not part of this installation, and could not be put together here; the log says why.',
  );
