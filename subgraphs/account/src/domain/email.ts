/** One spelling for each address: without surrounding space, in lower case, composed (NFC). */
export const normalizeEmail = (text: string): string => text.trim().toLowerCase().normalize('NFC');

const longest = 254; // RFC 5321, 4.5.3.1.3
const longestLocalPart = 64;
// Space, invisible characters, and what would need quotes around it (RFC 5322, 3.2.3). Letters of any script (RFC 6531).
const localAtoms = /^[^\s\p{C}"(),.:;<>@[\\\]]+(?:\.[^\s\p{C}"(),.:;<>@[\\\]]+)*$/u;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/** Whether mail could go there: `local@domain.tld`, unquoted. Takes a normalized address. */
export function isEmail(email: string): boolean {
  if (email.length > longest) return false;
  const [local = '', domain = '', ...rest] = email.split('@');
  const labels = domain.split('.');
  return (
    rest.length === 0 &&
    local.length <= longestLocalPart &&
    localAtoms.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => domainLabel.test(label))
  );
}
