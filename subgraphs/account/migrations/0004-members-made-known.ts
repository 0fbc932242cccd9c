import { Migration } from '@mikro-orm/migrations';

/** Tells the other subgraphs of the members who joined before joining was told. */
export class MembersMadeKnown extends Migration {
  override up(): void {
    this.addSql(`
      insert into outbox (kind, topic, payload)
      select 'fact', 'MemberJoined', jsonb_build_object(
        'type', 'MemberJoined', 'version', version, 'memberId', id, 'name', name, 'language', language)
      from members where deleted_at is null`);
  }
}
