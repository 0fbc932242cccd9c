import { Migration } from '@mikro-orm/migrations';

/**
 * What the board is searched in: a row for each shared plan, apart from it, so that a heart does not touch the index and a private
 * plan is not in it. Found by single characters and pairs of neighbours, since Korean words are short and pg_trgm sees no
 * letters in them under the C locale.
 */
export class BoardSearch extends Migration {
  override up(): void {
    this.addSql(`
      create function bigrams(text text) returns text[] language sql immutable strict parallel safe
      return array(select substr(lower(text), place, 2) from generate_series(1, length(text) - 1) place)`);
    this.addSql(`
      create function grams(text text) returns text[] language sql immutable strict parallel safe
      return bigrams(text) || regexp_split_to_array(lower(text), '')`);
    this.addSql(`
      create table board_texts (
        plan_id uuid primary key references plans (id) on delete cascade,
        text text not null
      )`);
    // Searched far more often than written: no list of pending ones that every search would read.
    this.addSql('create index board_texts_by_grams on board_texts using gin (grams(text)) with (fastupdate = off)');
  }
}
