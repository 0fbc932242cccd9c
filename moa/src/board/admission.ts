import type { MemberAuthenticator } from '@moa/router';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { signInPage } from './sign-in-page.ts';

/** Whether a token is an admin's. */
type Standing = 'admin' | 'somebody' | 'nobody' | 'unknown';

const cookieName = 'moa_board';
const form = z.object({ token: z.string().max(8_192) });
/** What people paste: a token alone, or with what `npm run token` prints around it. */
const tokenIn = (text: string): string => /[\w-]+\.[\w-]+\.[\w-]+/.exec(text)?.[0] ?? '';

/**
 * Lets only admins in. Their access token comes by a form and stays in a cookie that no script reads and no other site sends;
 * it is verified at each request, so the page ends with the token or with its session. No password comes here.
 */
export function admitAdmins(
  app: FastifyInstance,
  authenticate: MemberAuthenticator,
  { secure }: { readonly secure: boolean },
): void {
  const standingOf = async (token: string | undefined): Promise<Standing> => {
    if (!token) return 'nobody';
    try {
      const { viewer } = await authenticate(`Bearer ${token}`);
      return viewer.kind === 'member' && viewer.roles.includes('ADMIN') ? 'admin' : 'somebody';
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'UNAUTHENTICATED' ? 'nobody' : 'unknown';
    }
  };
  const cookie = (value: string, attributes = ''): string =>
    `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${attributes}`;
  const page = (reply: FastifyReply, standing: Standing | 'asked') =>
    reply.code(statuses[standing]).type('text/html; charset=utf-8').send(signInPage(words[standing]));

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/sign-')) return undefined;
    const standing = await standingOf(tokenIn(cookieOf(request.headers.cookie)));
    if (standing === 'admin') return undefined;
    if (standing === 'nobody' && request.headers.accept?.includes('text/html')) return reply.redirect('/sign-in', 303);
    return page(reply, standing);
  });
  app.get('/sign-in', async (_request, reply) => page(reply, 'asked'));
  app.post('/sign-in', async (request, reply) => {
    const { data } = form.safeParse(request.body);
    const token = tokenIn(data?.token ?? '');
    const standing = await standingOf(token);
    if (standing !== 'admin') return page(reply, standing);
    return reply.header('set-cookie', cookie(token)).redirect('/', 303);
  });
  app.get('/sign-out', async (_request, reply) =>
    reply.header('set-cookie', cookie('', '; Max-Age=0')).redirect('/sign-in', 303),
  );
}

const statuses = { admin: 200, asked: 200, nobody: 401, somebody: 403, unknown: 503 } as const;

const words: Record<Standing | 'asked', string> = {
  admin: '',
  asked: '',
  nobody: 'This token is not valid, or no longer.',
  somebody: 'Only admins may look into the queues.',
  unknown: 'Whose token it is can not be told at the moment. Please try again soon.',
};

const cookieOf = (header: string | undefined): string =>
  (header ?? '')
    .split('; ')
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1) ?? '';
