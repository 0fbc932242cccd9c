const place = 'moa.sign-in.state';

/** Where Google and Naver send the browser back to. */
export const callbackAddress = (): string => `${location.origin}${import.meta.env.BASE_URL}sign-in/finished`;

export const rememberState = (state: string): void => sessionStorage.setItem(place, state);

/** Whether this very tab began the sign-in that comes back; asked once. Anybody could send a member here with a state of theirs. */
export function isOwnState(state: string): boolean {
  const own = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  return own !== null && own === state;
}
