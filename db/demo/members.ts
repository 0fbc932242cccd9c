import { demoId } from './ids.ts';

/** An account to try Moa with. */
export type DemoMember = {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** In years. */
  readonly age: number;
  readonly roles: readonly ('MEMBER' | 'COURIER' | 'DRIVER' | 'MERCHANT' | 'ADMIN')[];
};

/** All demo accounts have this one password. It is public: a Moa that serves real people starts without demo data. */
export const demoPassword = 'moa-demo-1234';

const member = (
  number: number,
  { login, ...rest }: Pick<DemoMember, 'name' | 'age' | 'roles'> & { readonly login: string },
): DemoMember => ({
  id: demoId('1', number),
  email: `${login}@demo.moa`,
  password: demoPassword,
  ...rest,
});

// The number is the id: never give one to somebody else.
export const jimin = member(1, { login: 'jimin', name: '지민', age: 29, roles: ['MEMBER'] });
export const doyun = member(2, { login: 'doyun', name: '도윤', age: 34, roles: ['MEMBER'] });
export const haneul = member(3, { login: 'haneul', name: '하늘', age: 26, roles: ['MEMBER', 'COURIER'] });
export const bora = member(4, { login: 'bora', name: '보라', age: 41, roles: ['MEMBER', 'COURIER'] });
export const taesan = member(5, { login: 'taesan', name: '태산', age: 52, roles: ['MEMBER', 'DRIVER'] });
export const sora = member(6, { login: 'sora', name: '소라', age: 47, roles: ['MEMBER', 'MERCHANT'] });
export const baram = member(7, { login: 'baram', name: '바람', age: 38, roles: ['MEMBER', 'MERCHANT'] });
export const garam = member(8, { login: 'garam', name: '가람', age: 55, roles: ['MEMBER', 'MERCHANT'] });
export const daon = member(9, { login: 'daon', name: '다온', age: 36, roles: ['MEMBER', 'ADMIN'] });

/** Two customers, two couriers, a driver, three owners of restaurants, an administrator. */
export const demoMembers: readonly DemoMember[] = [jimin, doyun, haneul, bora, taesan, sora, baram, garam, daon];
