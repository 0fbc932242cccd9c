import { done, type Outcome, type Refusal, refusalsFrom, refused } from '@moa/subgraph';
import type { Driver } from './driver.ts';
import { driverRefusals } from './driver-refusals.ts';

export type Registration = Pick<Driver, 'plate' | 'phone'>;

type Code = keyof typeof driverRefusals;

const refuse = refusalsFrom(driverRefusals);

const plateShape = /^(?=.*\d)[\p{L}\d -]{1,20}$/u;
const phoneShape = /^\+?\d(?:[ -]{0,2}\d){7,14}$/;

/** Plate and phone as the driver typed them, or everything that is wrong with them. */
export function registrationFrom(typed: Registration): Outcome<Registration, Code> {
  const plate = typed.plate.normalize('NFC').trim();
  const phone = typed.phone.trim();
  const refusals: Refusal<Code>[] = [];
  if (!plateShape.test(plate)) refusals.push(refuse('PLATE_INVALID', 'plate'));
  if (!phoneShape.test(phone)) refusals.push(refuse('PHONE_INVALID', 'phone'));
  return refusals.length > 0 ? refused(...refusals) : done({ plate, phone });
}
