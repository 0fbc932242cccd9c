import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@moa/outbox';

export class Pairs extends Migration {
  override up(): void {
    // One row per member who is known here, with the counts of their pairs. Its lock is what puts changes of them in order.
    // Who left keeps the id alone, so that nobody follows them again.
    this.addSql(`
      create table members (
        id uuid primary key,
        follower_count integer not null default 0 check (follower_count >= 0),
        following_count integer not null default 0 check (following_count >= 0),
        is_deleted boolean not null default false
      ) with (fillfactor = 70)`);
    this.addSql('create sequence follow_numbers');
    // Two members of whom one follows the other, or once did: the version outlives the following. Numbers are drawn while both
    // members are locked, so that the newest one of either member's list is always the highest.
    this.addSql(`
      create table pairs (
        follower_id uuid not null,
        followee_id uuid not null check (followee_id <> follower_id),
        version integer not null check (version > 0),
        number bigint check ((number is not null) = (version % 2 = 1)),
        followed_at timestamptz check ((followed_at is not null) = (number is not null)),
        primary key (follower_id, followee_id)
      )`);
    this.addSql('create index pairs_of_followee on pairs (followee_id, number desc)');
    this.addSql('create index pairs_of_follower on pairs (follower_id, number desc)');
    for (const statement of outboxTables) this.addSql(statement);
  }
}
