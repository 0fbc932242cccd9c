/** Calls back when light and dark change, by the reader's system or by the switch; gives the way to stop. */
export function onLook(listener: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const watching = new MutationObserver(listener);
  dark.addEventListener('change', listener);
  watching.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', listener);
    watching.disconnect();
  };
}
