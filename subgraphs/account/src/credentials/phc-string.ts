/** An Argon2id hash with all that is needed to make it again. */
export type Argon2Hash = {
  /** In KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly tag: Buffer;
};

const format = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, base64 without padding: what every Argon2 library reads. */
export const encode = ({ memory, passes, parallelism, salt, tag }: Argon2Hash): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;

/** @throws when the text is no Argon2id hash; what it is does not stand in the message */
export function decode(text: string): Argon2Hash {
  const [, memory, passes, parallelism, salt, tag] = format.exec(text) ?? [];
  if (!salt || !tag) throw new Error('A stored password hash is not an Argon2id PHC string.');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
