import { Agent } from 'undici';
import { z } from 'zod';
import { Abandoned, BadAnswer, NoAnswer } from './model-failure.ts';

export type ChatConfig = {
  /** Where `/chat/completions` is added, as in https://api.openai.com/v1 */
  readonly url: string;
  /** Goes nowhere but into the authorization header. A server of one's own may need none. */
  readonly key?: string | undefined;
  readonly model: string;
  /** Milliseconds for one try, to the last byte of the answer. */
  readonly timeoutMs: number;
};

export type Question = {
  /** Ours alone. */
  readonly instructions: string;
  /** What the instructions speak of, as JSON. */
  readonly data: unknown;
  readonly answer: { readonly name: string; readonly schema: unknown };
};

export interface Chat {
  /**
   * The model's answer as parsed JSON.
   * @throws NoAnswer, BadAnswer, Abandoned; no message holds anything that the server said
   */
  ask(question: Question, signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/** Talks to any server that understands OpenAI's chat completions. Redirects are not followed: the key stays with its server. */
export function openChat({ url, key, model, timeoutMs }: ChatConfig): Chat {
  const { origin, pathname, search } = new URL(url);
  const path = `${pathname.replace(/\/+$/, '')}/chat/completions${search}`;
  const agent = new Agent({ maxResponseSize: 1_048_576 });

  return {
    async ask({ instructions, data, answer }, signal) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const body = {
        model,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: JSON.stringify(data) },
        ],
        response_format: { type: 'json_schema', json_schema: { ...answer, strict: true } },
      };
      try {
        const response = await agent.request({
          origin,
          path,
          method: 'POST',
          headers: {
            accept: 'application/json',
            'content-type': 'application/json',
            ...(key !== undefined && { authorization: `Bearer ${key}` }),
          },
          body: JSON.stringify(body),
          signal: AbortSignal.any([signal, deadline]),
        });
        const text = await response.body.text();
        return understand(response.statusCode, text);
      } catch (error) {
        if (error instanceof NoAnswer || error instanceof BadAnswer) throw error;
        if (signal.aborted) throw new Abandoned('the caller gave up waiting');
        if (deadline.aborted) throw new NoAnswer(`it gave no answer within ${timeoutMs} ms`, true);
        throw new NoAnswer(`the connection failed (${codeOf(error)})`, true);
      }
    },
    close: () => agent.destroy(),
  };
}

function understand(status: number, text: string): unknown {
  if (status === 408 || status === 429 || status >= 500) throw new NoAnswer(`it answered ${status}`, true);
  // What it can't process may be due to what this one member wrote.
  if (status === 400 || status === 413 || status === 422) throw new BadAnswer(`it answered ${status}`);
  if (status !== 200) throw new NoAnswer(`it answered ${status}`, false);
  const read = completion.safeParse(parse(text));
  if (!read.success) throw new BadAnswer('it answered no chat completion');
  return parse(read.data.choices[0]?.message.content ?? '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadAnswer('it answered no JSON');
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
}
