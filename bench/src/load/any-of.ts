import { Broken } from './answer.ts';

/** Any of them, each as likely. @throws Broken when there is none */
export function anyOf<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Broken('there is nothing to choose from');
  return item;
}
