import { demoId } from './ids.ts';
import { type DemoMember, demoPassword } from './members.ts';

type Kind = {
  /** The part of the e-mail address before the number. */
  readonly login: string;
  /** What they are; nobody is made up. */
  readonly name: string;
  /** The id of the first one is the number after it; a thousand for each kind. */
  readonly after: number;
  readonly roles: DemoMember['roles'];
};

const manyOf = (count: number, { login, name, after, roles }: Kind): readonly DemoMember[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    return {
      id: demoId('1', after + index + 1),
      email: `${login}${number}@demo.moa`,
      password: demoPassword,
      name: `${name} ${number}`,
      age: 40,
      roles,
    };
  });

/** The people of a living city, for whoever lets them act (`npm run city`). `demoMembers` are not among them. */
export const demoCrowd = {
  drivers: manyOf(24, { login: 'driver', name: '택시 기사', after: 1_000, roles: ['MEMBER', 'DRIVER'] }),
  couriers: manyOf(6, { login: 'courier', name: '배달원', after: 2_000, roles: ['MEMBER', 'COURIER'] }),
  members: manyOf(30, { login: 'member', name: '회원', after: 3_000, roles: ['MEMBER'] }),
} as const;
