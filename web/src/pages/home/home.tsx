import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { destinations } from '../../app/destinations.ts';
import { shellWords } from '../../app/shell-words.ts';
import { defineWords, useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './home.module.css';

const words = defineWords(
  {
    title: '도시의 하루를 한곳에',
    welcome: (name: string) => `${name} 님, 반가워요`,
    lead: '저녁을 주문하고, 택시를 부르고, 지하철 길을 찾고, 친구와 여행을 계획하세요. 모든 변화가 바로 보여요.',
    begin: '체험용 회원으로 시작하기',
    food: '메뉴를 고르고, 결제부터 도착까지 지켜봐요.',
    taxi: '가까운 차를 부르고 지도에서 따라가요.',
    subway: '수도권 지하철에서 가장 좋은 길을 찾아요.',
    plans: '여행을 추천받고, 고치고, 친구와 나눠요.',
    people: '팔로우한 사람들의 새 계획을 먼저 봐요.',
    city: '지금 이 도시에서 움직이는 모든 것.',
    behind: '무대 뒤가 궁금하다면 위의 </> 단추를 누르세요. 어떤 GraphQL 작업이 실행되었는지 보여 줘요.',
  },
  {
    title: 'A day in the city, in one place',
    welcome: (name: string) => `Good to see you, ${name}`,
    lead: 'Order dinner, call a taxi, find your way by subway, plan a trip with friends, and watch everything move.',
    begin: 'Begin as a demo member',
    food: 'Choose a dish, and watch it from payment to your door.',
    taxi: 'Call the nearest car and follow it on the map.',
    subway: 'Find the best way through Seoul’s subway.',
    plans: 'Get a trip recommended, change it, share it.',
    people: 'See first what those you follow are planning.',
    city: 'Everything that moves in this city right now.',
    behind: 'Curious what happens behind the stage? The </> button above shows which GraphQL operations ran.',
  },
);

export function Component(): ReactNode {
  const text = useWords(words);
  const names = useWords(shellWords);
  const session = useSession();
  return (
    <Page
      title={session ? text.welcome(session.member.name) : text.title}
      lead={text.lead}
      aside={
        !session && (
          <ButtonLink to="/sign-in" tone="accent">
            {text.begin}
          </ButtonLink>
        )
      }
    >
      <ul className={`plain ${styles.tiles}`}>
        {destinations.map((name) => (
          <li key={name}>
            <Link to={`/${name}`} className={styles.tile}>
              <span className={styles.icon}>
                <Icon name={name} size={26} />
              </span>
              <h2>{names[name]}</h2>
              <p className="soft">{text[name]}</p>
            </Link>
          </li>
        ))}
      </ul>
      <p className={`soft small ${styles.behind}`}>{text.behind}</p>
    </Page>
  );
}
