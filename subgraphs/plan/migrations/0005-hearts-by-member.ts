import { Migration } from '@mikro-orm/migrations';

/** Also those that were taken back: they are to be found when their member leaves, without reading everybody's. */
export class HeartsByMember extends Migration {
  override up(): void {
    this.addSql('drop index plan_hearts_of_member');
    this.addSql('create index plan_hearts_of_member on plan_hearts (member_id, hearted_at desc, plan_id desc)');
  }
}
