import { Migration } from '@mikro-orm/migrations';

/** Who follows whom, as far as the facts have told, and how many follow each member. */
export class Ranking extends Migration {
  override up(): void {
    this.addSql(`
      create table follow_pairs (
        follower_id uuid not null,
        followee_id uuid not null,
        version integer not null,
        following boolean not null,
        primary key (follower_id, followee_id)
      )`);
    this.addSql('create index follow_pairs_of_followee on follow_pairs (followee_id)');
    this.addSql(`
      create table follower_counts (
        member_id uuid primary key,
        followers integer not null check (followers >= 0)
      )`);
    this.addSql('create index follower_counts_ranking on follower_counts (followers desc, member_id)');
  }
}
