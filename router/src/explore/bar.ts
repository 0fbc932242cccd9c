import type { Exploration } from './exploration.ts';
import { escapeHtml } from './html.ts';

type Link = { readonly href: string; readonly text: string };

/** The line above both explorers: whom one may be, and the way to the other one. */
export const bar = ({ title, signIns = [] }: Exploration, link?: Link): string => `<header id="bar">
<strong>${escapeHtml(title)}</strong>
<div id="people" role="group" aria-label="Sign in">
${signIns.map(({ label }, index) => `<button type="button" data-sign-in="${index}" aria-pressed="false">${escapeHtml(label)}</button>`).join('\n')}
</div>
${signIns.length > 0 ? '<span role="status" id="who">Not signed in</span>\n<button type="button" id="sign-out" hidden>Sign out</button>' : ''}
${link ? `<a href="${link.href}">${link.text}</a>` : ''}
</header>`;
