import type { Itinerary } from '../domain/itinerary.ts';
import type { Planned } from './advisor.ts';
import type { Attraction } from './attraction.ts';
import type { AttractionKind } from './attraction-kind.ts';
import { entryFee } from './cost.ts';
import { kmBetween } from './distance.ts';

/** What to do there. */
const hints: Readonly<Record<AttractionKind, string>> = {
  바다: '바닷바람을 맞으며 걷기 좋은 곳입니다.',
  '산과 계곡': '편한 신발을 신고 천천히 둘러보세요.',
  '호수와 강': '물가를 따라 걸으며 쉬어 가기 좋습니다.',
  숲: '나무 사이를 걸으며 숨을 고르기 좋습니다.',
  공원: '가볍게 산책하기 좋은 곳입니다.',
  온천: '따뜻한 물에 몸을 담그고 피로를 풀어 보세요.',
  '사찰과 성지': '조용히 둘러보며 마음을 가라앉히기 좋습니다.',
  유적: '옛사람들의 흔적을 따라가 보세요.',
  박물관: '날씨와 관계없이 찬찬히 둘러볼 수 있습니다.',
  예술: '작품과 공간을 함께 즐겨 보세요.',
  체험: '직접 해 보는 즐거움이 있습니다. 예약이 필요한지 미리 확인하세요.',
  놀이: '신나게 즐길 수 있는 곳입니다. 운영 시간을 미리 확인하세요.',
  '마을과 거리': '골목을 걸으며 먹거리와 볼거리를 찾아보세요.',
  전망: '탁 트인 풍경을 사진에 담아 보세요.',
  명소: '이 고장에서 이름난 곳입니다.',
};

/** Tells of a trip in Korean, in sentences of ours and names of the data only. */
export function narrate(days: readonly (readonly Attraction[])[], label: string, estimatedCost: number): Planned {
  const itinerary: Itinerary = {
    days: days.map((stops, index) => ({
      day: index + 1,
      stops: stops.map((stop, place) => ({
        name: stop.name,
        kind: stop.kind,
        address: stop.address,
        latitude: stop.latitude,
        longitude: stop.longitude,
        note: noteOf(stop, stops[place - 1]),
      })),
    })),
    estimatedCost,
  };
  return { kind: 'planned', title: titleOf(days, label), place: label, itinerary };
}

function noteOf(stop: Attraction, before: Attraction | undefined): string {
  const way = before ? [`앞 장소에서 직선거리로 약 ${kmBetween(before, stop).toFixed(1)}km입니다.`] : [];
  const fee = entryFee(stop);
  const cost = fee === 0 ? [] : [`예상 입장료는 1인 ${fee.toLocaleString('ko-KR')}원입니다.`];
  return [hints[stop.kind], ...way, ...cost].join(' ');
}

function titleOf(days: readonly (readonly Attraction[])[], label: string): string {
  const length = days.length === 1 ? '당일' : `${days.length - 1}박 ${days.length}일`;
  return [label, length, mostSeen(days.flat()).join('·'), '여행'].filter((part) => part !== '').join(' ');
}

function mostSeen(stops: readonly Attraction[]): readonly AttractionKind[] {
  const counts = new Map<AttractionKind, number>();
  for (const { kind } of stops) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].filter(([kind]) => kind !== '명소').sort(([, a], [, b]) => b - a);
  return kinds.slice(0, 2).map(([kind]) => kind);
}
