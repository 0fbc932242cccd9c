import { Migration } from '@mikro-orm/migrations';

/**
 * Finds a part of a dish's name without reading every dish. Pairs of neighbouring characters, since Korean words are short
 * and pg_trgm sees no letters in them under the C locale.
 */
export class MenuSearch extends Migration {
  override up(): void {
    this.addSql(`
      create function bigrams(text text) returns text[] language sql immutable strict parallel safe
      return array(select substr(lower(text), place, 2) from generate_series(1, length(lower(text)) - 1) place)`);
    this.addSql('alter table menu_items add column name_bigrams text[] generated always as (bigrams(name)) stored');
    // Dishes are searched far more often than registered: no list of pending ones that every search would read.
    this.addSql('create index menu_items_by_name on menu_items using gin (name_bigrams) with (fastupdate = off)');
  }
}
