import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@moa/outbox';
import { forgottenMembersTable } from '@moa/subgraph';

export class Plans extends Migration {
  override up(): void {
    this.addSql(`
      create table plans (
        id uuid primary key,
        version integer not null,
        owner_id uuid not null,
        origin text not null check (origin in ('MEMBER', 'PERSONAL', 'TREND', 'TASTE')),
        recommendation_id uuid unique,
        title text,
        location text not null,
        group_size integer not null check (group_size between 1 and 100),
        travel_date date,
        days integer not null check (days between 1 and 14),
        budget integer check (budget >= 0),
        details text,
        itinerary jsonb,
        shared_at timestamptz,
        heart_count integer not null default 0 check (heart_count >= 0),
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    // Ids are UUIDv7: their order is the order of time.
    this.addSql('create index plans_of_owner on plans (owner_id, id desc)');
    this.addSql(
      `create index plans_shared_of_owner on plans (owner_id, shared_at desc, id desc) where shared_at is not null`,
    );
    this.addSql('create index plans_newest on plans (shared_at desc, id desc) where shared_at is not null');
    this.addSql(`
      create index plans_most_hearted on plans (heart_count desc, shared_at desc, id desc) where shared_at is not null`);

    // hearted_at is null after a heart was taken back: the row remembers that the owner was told of it once.
    this.addSql(`
      create table plan_hearts (
        plan_id uuid not null references plans (id) on delete cascade,
        member_id uuid not null,
        hearted_at timestamptz,
        primary key (plan_id, member_id)
      )`);
    this.addSql(`
      create index plan_hearts_of_member on plan_hearts (member_id, hearted_at desc, plan_id desc)
      where hearted_at is not null`);

    for (const statement of forgottenMembersTable) this.addSql(statement);
    for (const statement of outboxTables) this.addSql(statement);
  }
}
