/** Run by runElsewhere: tells the supergraphs of a shop that runs here. */
import type { KeyPair } from '@moa/identity';
import { Shop, type Version } from './shop.ts';

export type ToldOfShop = { readonly supergraphs: Record<Version, string>; readonly privateKey: KeyPair['privateKey'] };

const shop = await Shop.open();
const supergraphs = {
  first: shop.supergraph('first'),
  added: shop.supergraph('added'),
  moved: shop.supergraph('moved'),
  split: shop.supergraph('split'),
  reduced: shop.supergraph('reduced'),
};
const told: ToldOfShop = { supergraphs, privateKey: shop.key.privateKey };
console.log(JSON.stringify(told));
