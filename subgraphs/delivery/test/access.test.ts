import type { Role, Viewer } from '@moa/identity';
import { expect, test } from 'vitest';
import { maySeeDelivery } from '../src/domain/access.ts';

const member = (memberId: string, ...roles: readonly Role[]): Viewer => ({
  kind: 'member',
  memberId,
  roles: ['MEMBER', ...roles],
});
const waiting = { status: 'STARTED', customerId: 'customer', courierId: null } as const;
const onItsWay = { ...waiting, courierId: 'courier' } as const;
const completed = { ...onItsWay, status: 'COMPLETED' } as const;
const cancelled = { ...waiting, status: 'CANCELLED' } as const;

test.each<[string, Viewer, readonly boolean[]]>([
  ['its customer', member('customer'), [true, true, true, true]],
  ['its courier', member('courier', 'COURIER'), [true, true, true, false]],
  ['its courier, who is one no longer', member('courier'), [false, true, true, false]],
  ['another courier', member('other', 'COURIER'), [true, false, false, false]],
  ['an administrator', member('other', 'ADMIN'), [true, true, true, true]],
  ['another member', member('other'), [false, false, false, false]],
  ['a driver', member('other', 'DRIVER', 'MERCHANT'), [false, false, false, false]],
  ['nobody', { kind: 'anonymous' }, [false, false, false, false]],
  ['a service', { kind: 'service', name: 'order' }, [false, false, false, false]],
])('%s sees a delivery that waits, is on its way, completed, cancelled: %s', (_name, viewer, sees) => {
  expect([waiting, onItsWay, completed, cancelled].map((delivery) => maySeeDelivery(viewer, delivery))).toEqual(sees);
});
