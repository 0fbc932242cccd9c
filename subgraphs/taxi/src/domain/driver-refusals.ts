import type { Refusal } from '@moa/subgraph';

/** Every reason to refuse a driver something, in words for the people who read it. */
export const driverRefusals = {
  NOT_A_DRIVER: '기사만 할 수 있습니다. Only members with the role DRIVER can do this.',
  NOT_REGISTERED: '먼저 차량을 등록해 주세요. Register your car first.',
  PLATE_INVALID:
    '차량 번호는 숫자를 포함한 1~20자의 글자, 숫자, 공백, 하이픈이어야 합니다. A number plate has 1 to 20 letters, digits, spaces and hyphens, with a digit among them.',
  PHONE_INVALID:
    '전화번호는 숫자 8~15자리여야 합니다. A phone number has 8 to 15 digits; + may stand at the front, spaces and hyphens between.',
  COORDINATES_INVALID: '위치가 올바르지 않습니다. Latitude and longitude must be degrees on Earth.',
  OUTSIDE_SERVICE_AREA:
    '서울시청에서 60km 안에서만 운행할 수 있습니다. Taxis of Moa are within 60 kilometres of Seoul City Hall.',
  OFFLINE: '먼저 운행을 시작해 주세요. Go online first.',
} as const;
export type DriverRefusal = Refusal<keyof typeof driverRefusals>;
