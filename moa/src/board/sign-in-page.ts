/** Asks for the token. `said`: one of our own sentences. */
export const signInPage = (said: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Moa · queues</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1rem; }
  textarea { width: 100%; box-sizing: border-box; font-family: monospace; }
  [role=alert] { color: #a40000; }
</style>
<h1>Moa · queues</h1>
<p role="alert">${said}</p>
<form method="post" action="/sign-in">
  <p><label for="token">The access token of an admin. It is good for some minutes;
  <code>npm run -s token daon@demo.moa</code> prints one of the demo's.</label></p>
  <p><textarea id="token" name="token" rows="5" required autocomplete="off" spellcheck="false"></textarea></p>
  <p><button>Look</button></p>
</form>
`;
