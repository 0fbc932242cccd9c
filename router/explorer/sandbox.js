// Runs in the page at `/`: loads Apollo Sandbox, and opens it anew with the header of whoever is signed in.
{
  const at = (id) => document.getElementById(id);
  const settings = JSON.parse(at('settings').textContent);
  let headers = settings.sandbox.initialState.headers;
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

  document.addEventListener('sign-in', ({ detail: authorization }) => {
    headers = { ...settings.sandbox.initialState.headers, ...(authorization && { authorization }) };
    at('header').hidden = !authorization;
    at('header-line').textContent = authorization ? JSON.stringify({ authorization }) : '';
    openSandbox();
  });

  // Not as an element of the page: where the internet is slow or away, all else works already.
  const script = document.createElement('script');
  script.src = settings.sandboxScript;
  script.addEventListener('load', openSandbox);
  document.head.append(script);
}
