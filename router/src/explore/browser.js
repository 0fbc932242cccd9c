// Runs in the page at `/`: loads Apollo Sandbox, and opens it anew with the header of whoever is signed in.
{
  const at = (id) => document.getElementById(id);
  const settings = JSON.parse(at('settings').textContent);
  const buttons = [...document.querySelectorAll('[data-sign-in]')];
  let headers = settings.sandbox.initialState.headers;
  let attempts = 0;
  let expiry;
  let sandbox;

  const openSandbox = () => {
    if (!window.EmbeddedSandbox) return;
    at('note').hidden = true;
    at('sandbox').hidden = false;
    sandbox?.dispose?.();
    at('sandbox').replaceChildren();
    const initialState = { ...settings.sandbox.initialState, headers };
    sandbox = new window.EmbeddedSandbox({ ...settings.sandbox, initialState });
  };

  const show = (text, pressed) => {
    at('who').textContent = text;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === pressed));
  };

  const be = (token) => {
    headers = { ...settings.sandbox.initialState.headers, ...(token && { authorization: `Bearer ${token}` }) };
    clearTimeout(expiry);
    at('sign-out').hidden = !token;
    at('header').hidden = !token;
    at('header-line').textContent = token ? JSON.stringify({ authorization: headers.authorization }) : '';
    openSandbox();
  };

  // Tokens need not be JWTs; of one that is, the end is known.
  const lifeOf = (token) => {
    try {
      const { exp } = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
      return exp * 1000 - Date.now();
    } catch {
      return undefined;
    }
  };

  const signIn = async ({ label, document: query, variables, tokenPath }, button) => {
    const attempt = ++attempts; // the last click counts, whichever answer comes first
    at('who').textContent = `Signing in as ${label} …`;
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await response.json();
      if (attempt !== attempts) return;
      const token = tokenPath.reduce((value, key) => value?.[key], data);
      if (typeof token !== 'string') throw new Error(errors?.[0]?.message ?? 'the answer holds no token');
      be(token);
      show(`Signed in as ${label}`, button);
      const life = lifeOf(token);
      if (life > 0 && life < 2 ** 31)
        expiry = setTimeout(() => show(`${label} is signed out by now; click again`), life);
    } catch (error) {
      if (attempt !== attempts) return;
      be(undefined);
      show(`Could not sign in as ${label}: ${error.message}`);
    }
  };

  for (const [index, button] of buttons.entries())
    button.addEventListener('click', () => signIn(settings.signIns[index], button));
  at('sign-out')?.addEventListener('click', () => {
    attempts += 1;
    be(undefined);
    show('Not signed in');
    buttons[0]?.focus(); // the button that had it is gone
  });

  // Not as an element of the page: where the internet is slow or away, all else works already.
  const script = document.createElement('script');
  script.src = settings.sandboxScript;
  script.addEventListener('load', openSandbox);
  document.head.append(script);
}
