import type { Content } from './content.ts';
import { figure, type Names, type Words, words } from './words.ts';

const member = '회원';
const failure = '여행 계획을 추천하지 못했습니다.';
const failures = new Map([
  ['NOTHING_KNOWN_OF_PLACE', '그곳에서 갈 만한 곳을 찾지 못해 여행 계획을 추천하지 못했습니다.'],
  ['BUDGET_TOO_SMALL', '예산이 부족해 여행 계획을 추천하지 못했습니다.'],
]);

const won = (amount: number): string => `${figure(amount)}원`;

export function korean(content: Content, names: Names): Words {
  const other = names.aboutName || member;
  switch (content.kind) {
    case 'ORDER_PAID':
      return words('결제 완료', '주문이 결제되었습니다. 곧 배달이 시작됩니다.');
    case 'ORDER_COMPLETED':
      return words('주문 완료', '주문하신 음식이 도착했습니다. 맛있게 드세요.');
    case 'ORDER_CANCELLED':
      return content.reason === 'CUSTOMER'
        ? words('주문 취소', '주문이 취소되었습니다.')
        : words('주문 취소', '결제가 거절되어 주문이 취소되었습니다.');
    case 'ORDER_REFUNDED':
      return words('환불 완료', `${won(content.amount)}이 환불되었습니다.`);
    case 'DELIVERY_ACCEPTED':
      return words('배달 시작', '배달원이 주문하신 음식을 맡았습니다.');
    case 'DELIVERY_CANCELLED':
      return words('배달 취소', '맡으신 배달이 취소되었습니다. 배달하지 않으셔도 됩니다.');
    case 'TAXI_REQUESTED':
      return words(
        '택시 호출 접수',
        `${content.pickup}에서 ${content.dropoff}까지 택시를 호출했습니다. 예상 요금은 ${won(content.estimatedFare)}입니다.`,
      );
    case 'TAXI_DISPATCHING':
      return words('배차 중', '가까운 기사님을 찾고 있습니다.');
    case 'TAXI_DISPATCHED': {
      const arrival = `약 ${content.arrivalMinutes}분 뒤에 도착합니다.`;
      if (!content.person) return words('배차 완료', `배차되었습니다. ${arrival}`);
      const { plate, phone } = content.person;
      return words('배차 완료', `배차되었습니다. 차량 ${plate}, 기사님 연락처 ${phone}. ${arrival}`);
    }
    case 'RIDE_STARTED':
      return words('운행 시작', '운행을 시작했습니다. 안전띠를 매 주세요.');
    case 'RIDE_COMPLETED':
      return words('운행 종료', `도착했습니다. 요금 ${won(content.fare)}이 결제되었습니다.`);
    case 'RIDE_PAYMENT_REFUSED':
      return words('결제 실패', `택시 요금 ${won(content.amount)}을 결제하지 못했습니다: ${content.message}`);
    case 'TAXI_CANCEL_REQUESTED':
      return words('취소 요청 접수', '택시 호출 취소를 요청했습니다. 처리 결과를 곧 알려 드립니다.');
    case 'TAXI_CANCELLED_BY_CUSTOMER':
      return words('호출 취소', '택시 호출을 취소했습니다.');
    case 'TAXI_CANCELLED_BY_SYSTEM':
      return content.reason === 'NO_CAR'
        ? words('배차 실패', '근처에 빈 택시가 없어 호출이 취소되었습니다. 잠시 후 다시 시도해 주세요.')
        : words('배차 실패', '호출을 수락한 기사님이 없어 호출이 취소되었습니다. 잠시 후 다시 시도해 주세요.');
    case 'RIDE_OFFERED':
      return words(
        '새 호출',
        content.person
          ? `${content.person.pickup}에서 호출이 들어왔습니다. 수락하시겠습니까?`
          : '호출이 들어왔습니다. 수락하시겠습니까?',
      );
    case 'DRIVER_DISPATCHED':
      return words(
        '배차 확정',
        content.person
          ? `배차가 확정되었습니다. ${content.person.pickup}에서 손님이 기다립니다.`
          : '배차가 확정되었습니다.',
      );
    case 'DRIVER_RIDE_STARTED':
      return words('운행 시작', '손님이 탑승했습니다. 안전하게 운행해 주세요.');
    case 'DRIVER_RIDE_COMPLETED':
      return words('운행 종료', `운행이 끝났습니다. 요금 ${won(content.fare)}이 결제되었습니다.`);
    case 'DRIVER_CANCEL_REQUESTED':
      return words('취소 요청', '손님이 호출 취소를 요청했습니다. 처리 결과를 곧 알려 드립니다.');
    case 'DRIVER_RIDE_CANCELLED':
      return words('호출 취소', '손님이 호출을 취소했습니다. 가지 않으셔도 됩니다.');
    case 'MEMBER_FOLLOWED':
      return words('새 팔로워', `${other}님이 ${names.recipientName || member}님을 팔로우했습니다.`);
    case 'PLAN_SHARED':
      return words(
        '새 여행 계획',
        content.person
          ? `${other}님이 새로운 여행 계획을 생성했습니다: ${content.person.location}`
          : `${other}님이 새로운 여행 계획을 생성했습니다.`,
      );
    case 'PLAN_HEARTED':
      return words('좋아요', `${other}님이 내 여행 계획을 좋아합니다: ${content.location}`);
    case 'RECOMMENDATION_READY':
      return words('추천 완료', `추천 여행 계획이 준비되었습니다: ${content.location}`);
    case 'RECOMMENDATION_FAILED':
      return words('추천 실패', `${failures.get(content.reason) ?? failure} 토큰은 사용되지 않았습니다.`);
    case 'TOKENS_BOUGHT':
      return words('토큰 구매 완료', `토큰 ${figure(content.quantity)}개를 ${won(content.amount)}에 구매했습니다.`);
  }
}
