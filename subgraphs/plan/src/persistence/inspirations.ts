import type { EntityManager } from '@mikro-orm/postgresql';
import type { Inspiration } from '../domain/inspiration.ts';

/** Of so many at the top, those who share are looked for. */
const mostKnown = 1_000;
const mostMembers = 20;
const plansOfEach = 10;
const mostHearted = 100;

const columns = `plans.location, concat_ws(' ', plans.title, plans.details) as text,
  coalesce(jsonb_path_query_array(plans.itinerary, '$.days[*].stops[*].kind'), '[]') as kinds`;

/** The last shared plans of the most followed members who share any, beginning with the most followed. */
export async function findTrend(em: EntityManager): Promise<readonly Inspiration[]> {
  return em.execute(
    `select ${columns} from (
       select member_id, followers from (
         select member_id, followers from follower_counts
         where followers > 0 order by followers desc, member_id limit ${mostKnown}
       ) as known
       -- "offset 0" keeps it a question about each member; as a join it would read all shared plans.
       where exists (select from plans where owner_id = member_id and shared_at is not null offset 0)
       order by followers desc, member_id limit ${mostMembers}
     ) as followee, lateral (
       select * from plans where owner_id = followee.member_id and shared_at is not null
       order by shared_at desc, id desc limit ${plansOfEach}
     ) as plans
     order by followee.followers desc, followee.member_id, plans.shared_at desc, plans.id desc`,
  );
}

/** The plans with a member's heart that they may see, the last hearted first. */
export async function findTastes(em: EntityManager, memberId: string): Promise<readonly Inspiration[]> {
  return em.execute(
    `select ${columns} from plan_hearts join plans on plans.id = plan_id
     where member_id = ? and hearted_at is not null and (shared_at is not null or owner_id = member_id)
     order by hearted_at desc, plan_id desc limit ${mostHearted}`,
    [memberId],
  );
}
