type Event = { readonly event: string; readonly data: string };

/** Reads server-sent events as they come; comments are left out. */
export class EventStream {
  readonly events: Event[] = [];
  readonly response: Response;
  /** Resolves when the response has ended as it should; rejects when it broke off. */
  readonly ended: Promise<void>;
  readonly #leaving: AbortController;

  private constructor(response: Response, leaving: AbortController) {
    this.response = response;
    this.#leaving = leaving;
    this.ended = this.#read();
    this.ended.catch(() => {}); // who wants to know asks
  }

  static async open(url: string, init: RequestInit): Promise<EventStream> {
    const leaving = new AbortController();
    return new EventStream(await fetch(url, { ...init, signal: leaving.signal }), leaving);
  }

  /** What the `next` events hold. */
  get next(): unknown[] {
    return this.events.filter(({ event }) => event === 'next').map(({ data }) => JSON.parse(data));
  }

  leave(): void {
    this.#leaving.abort();
  }

  async #read(): Promise<void> {
    let rest = '';
    for await (const chunk of this.response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]),
        );
        const event = fields.get('event');
        if (event !== undefined) this.events.push({ event, data: fields.get('data') ?? '' });
      }
    }
  }
}
