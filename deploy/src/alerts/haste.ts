/** So long an alert waits in a hurry, whatever its rule says. */
const forSeconds = 2;

/** Windows of rules that are longer than a minute, in a hurry. */
const windows: Readonly<Record<string, string>> = { '[1d]': '[3m]', '[15m]': '[40s]', '[5m]': '[20s]', '[1m]': '[8s]' };

/** The same rules, whose thresholds stay as they are and whose patience is shortened, so that nobody waits for minutes. */
export const inHaste = (rules: string): string =>
  rules
    .replaceAll(/for: \d+m/g, `for: ${forSeconds}s`)
    .replaceAll(/\[\d+[smhd]\]/g, (window) => windows[window] ?? window);
