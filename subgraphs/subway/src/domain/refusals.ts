import type { Refusal } from '@moa/subgraph';

const STATION_NOT_FOUND = '역을 찾을 수 없습니다. There is no such station.';
const LINE_NOT_FOUND = '노선을 찾을 수 없습니다. There is no such line.';
const SAME_STATION =
  '두 역이 같습니다. 서로 다른 역을 골라 주세요. Both are the same station; choose two different ones.';
const NAME_INVALID =
  '한글 이름은 1~30자, 영어 이름은 1~60자입니다. The Korean name has 1 to 30 characters, the English name 1 to 60.';

/** What may be wrong with a section, in words for the people who read it. */
export const newSectionRefusals = {
  SAME_STATION,
  DISTANCE_INVALID: '거리는 1m부터 100,000m까지입니다. A distance is a whole number of metres from 1 to 100,000.',
  DURATION_INVALID: '소요 시간은 1초부터 36,000초까지입니다. A duration is a whole number of seconds from 1 to 36,000.',
} as const;

/** Every reason to refuse what members and administrators ask for. */
export const addFavoritePathRefusals = {
  STATION_NOT_FOUND,
  SAME_STATION,
  TOO_MANY:
    '즐겨찾기는 100개까지입니다. 쓰지 않는 것을 먼저 지워 주세요. You have 100 favourite paths, the most there can be; remove one first.',
} as const;
export type AddFavoritePathCode = keyof typeof addFavoritePathRefusals;
export type AddFavoritePathRefusal = Refusal<AddFavoritePathCode>;

export const removeFavoritePathRefusals = {
  FAVORITE_NOT_FOUND: '즐겨찾기에서 찾을 수 없습니다. There is no such path among your favourites.',
} as const;
export type RemoveFavoritePathCode = keyof typeof removeFavoritePathRefusals;
export type RemoveFavoritePathRefusal = Refusal<RemoveFavoritePathCode>;

export const createStationRefusals = {
  NAME_INVALID,
  NAME_TAKEN: '같은 이름의 역이 있습니다. There is a station of that name; choose another one.',
  COORDINATES_INVALID:
    '좌표가 올바르지 않습니다. 위도는 -90~90도, 경도는 -180~180도입니다. There is no such spot: a latitude is -90 to 90 degrees, a longitude -180 to 180.',
} as const;
export type CreateStationCode = keyof typeof createStationRefusals;
export type CreateStationRefusal = Refusal<CreateStationCode>;

export const deleteStationRefusals = {
  STATION_NOT_FOUND,
  STATION_IN_USE:
    '노선에 있는 역은 지울 수 없습니다. 먼저 노선에서 빼 주세요. The station is on a line; take it off there first.',
} as const;
export type DeleteStationCode = keyof typeof deleteStationRefusals;
export type DeleteStationRefusal = Refusal<DeleteStationCode>;

export const createLineRefusals = {
  NAME_INVALID,
  NAME_TAKEN: '같은 이름의 노선이 있습니다. There is a line of that name; choose another one.',
  COLOR_INVALID: '색은 #00A84D와 같이 적어 주세요. Write the color as in #00A84D.',
  SURCHARGE_INVALID: '추가 요금은 0원부터 10,000원까지입니다. A surcharge is 0 to 10,000 won.',
  STATION_NOT_FOUND,
  ...newSectionRefusals,
} as const;
export type CreateLineCode = keyof typeof createLineRefusals;
export type CreateLineRefusal = Refusal<CreateLineCode>;

export const deleteLineRefusals = { LINE_NOT_FOUND } as const;
export type DeleteLineCode = keyof typeof deleteLineRefusals;
export type DeleteLineRefusal = Refusal<DeleteLineCode>;

export const addSectionRefusals = {
  LINE_NOT_FOUND,
  STATION_NOT_FOUND,
  ...newSectionRefusals,
  TOUCHES_NOTHING:
    '두 역 모두 이 노선의 그 구간에 없습니다. 한 역은 이미 있는 역이어야 합니다. Neither station is on that branch of the line; one of them must be.',
  TOUCHES_BOTH_ENDS:
    '두 역 모두 이미 이 노선에 있습니다. 한 역만 이미 있는 역이어야 합니다. Both stations are on the line already; only one of them may be.',
  TOO_LONG:
    '나누려는 구간보다 거리가 짧아야 합니다. The section must be shorter than the one that it splits; give a smaller distance.',
  TOO_SLOW:
    '나누려는 구간보다 소요 시간이 짧아야 합니다. The section must take less time than the one that it splits; give a smaller duration.',
  BRANCH_INVALID:
    '지선 이름은 글자, 숫자, 공백, 하이픈으로 1~30자입니다. The name of a branch has 1 to 30 letters, digits, spaces and hyphens.',
} as const;
export type AddSectionCode = keyof typeof addSectionRefusals;
export type AddSectionRefusal = Refusal<AddSectionCode>;

export const removeStationRefusals = {
  LINE_NOT_FOUND,
  STATION_NOT_ON_LINE: '이 노선에 없는 역입니다. The station is not on this line.',
  LAST_SECTION:
    '노선에는 구간이 하나, 순환선에는 역이 셋은 남아야 합니다. A line keeps at least one section, and a circle three stations.',
  BRANCHES_MEET: '지선이 만나는 역입니다. 먼저 지선을 빼 주세요. Branches of the line meet here; take them away first.',
} as const;
export type RemoveStationCode = keyof typeof removeStationRefusals;
export type RemoveStationRefusal = Refusal<RemoveStationCode>;
