// Runs in both pages: a click on a name signs in, and whoever explores is told the token by an event.
{
  const at = (id) => document.getElementById(id);
  const { signIns } = JSON.parse(at('settings').textContent);
  const buttons = [...document.querySelectorAll('[data-sign-in]')];
  let attempts = 0;
  let expiry;

  const show = (text, pressed) => {
    at('who').textContent = text;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === pressed));
  };

  /** From now on requests are those of the token's owner; without one, nobody's. */
  const be = (token) => {
    clearTimeout(expiry);
    at('sign-out').hidden = !token;
    document.dispatchEvent(new CustomEvent('sign-in', { detail: token && `Bearer ${token}` }));
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
    button.addEventListener('click', () => signIn(signIns[index], button));
  at('sign-out')?.addEventListener('click', () => {
    attempts += 1;
    be(undefined);
    show('Not signed in');
    buttons[0]?.focus(); // the button that had it is gone
  });
}
