import { Migration } from '@mikro-orm/migrations';
import { forgottenMembersTable } from '@moa/subgraph';

export class Followers extends Migration {
  override up(): void {
    // Follows and shares draw from it, so that it can be told who followed already when a plan was shared.
    this.addSql('create sequence moments');
    // A pair stays when the follow ends: its version tells a late fact from a new one.
    this.addSql(`
      create table followers (
        followee_id uuid not null,
        follower_id uuid not null,
        pair_version integer not null,
        following boolean not null,
        since bigint not null default nextval('moments'),
        primary key (followee_id, follower_id)
      )`);
    this.addSql('create index followers_in_order on followers (followee_id, since, follower_id) where following');
    this.addSql('create index followers_of_follower on followers (follower_id)');
    // How far the followers of a plan's owner have been told of it: those who follow since a moment after told_up_to and before
    // shared_at are still to be told.
    this.addSql(`
      create table plans (
        id uuid primary key,
        version integer not null,
        owner_id uuid not null,
        is_shared boolean not null,
        location text not null,
        shared_at bigint not null default nextval('moments'),
        told_up_to bigint not null default 0
      )`);
    this.addSql('create index plans_of_owner on plans (owner_id)');
    this.addSql('alter table notifications add column plan_id uuid');
    for (const statement of forgottenMembersTable) this.addSql(statement);
    this.addSql('insert into forgotten_members (member_id) select id from recipients where is_forgotten');
  }
}
