/** Digits 2 to 9 and capitals that are not taken for a digit or each other, and no vowels, so that no word is spelt. */
const NEUTRAL_ALPHABET = '23456789CDFGHJKMNPQRTVWXY';

/** The letters a pupil number's check letter is taken from: I, O and S are left out. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** An NHS number's ten digits from however it was typed, or null when there are not ten. */
function nhsDigits(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{10}$/.test(digits) ? digits : null;
}

/** Whether a text is an NHS number: ten digits whose last is the modulus 11 check digit. Spaces and hyphens between are allowed. */
export function isNhsNumber(text: string): boolean {
  const digits = nhsDigits(text);
  if (digits === null) return false;
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** An NHS number as it is shown, `943 476 5919`; a text that is not ten digits comes back as it was. */
export function formatNhsNumber(text: string): string {
  const digits = nhsDigits(text);
  return digits === null ? text : `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}

/** Whether a text has the shape of a unique pupil number: a letter and twelve digits, the last of which may be a letter (CL-15). */
export function hasUpnShape(text: string): boolean {
  return /^[A-Z]\d{11}[A-Z\d]$/.test(text.trim().toUpperCase());
}

/**
 * Whether a text is a unique pupil number: its shape, and its first letter the check on the twelve characters after it
 * (each times its place from 2 to 13, the sum modulo 23).
 */
export function isUpn(text: string): boolean {
  const upn = text.trim().toUpperCase();
  if (!hasUpnShape(upn)) return false;
  let sum = 0;
  for (let place = 1; place <= 12; place += 1) {
    const character = upn.charAt(place);
    const value = /\d/.test(character) ? Number(character) : UPN_LETTERS.indexOf(character);
    if (value === -1) return false;
    sum += value * (place + 1);
  }
  return UPN_LETTERS.charAt(sum % 23) === upn.charAt(0);
}

/**
 * A new neutral reference such as `K7Q4-29M`, for orders and invoices: it says nothing of the child (BR-43) and is
 * derived from nothing. The caller makes sure that it is not taken.
 * @param random gives numbers from 0 up to, not including, 1; from a secure source in a real office.
 */
export function newNeutralRef(random: () => number): string {
  const letters = Array.from({ length: 7 }, () =>
    NEUTRAL_ALPHABET.charAt(
      Math.min(Math.floor(random() * NEUTRAL_ALPHABET.length), NEUTRAL_ALPHABET.length - 1),
    ),
  );
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** Whether a text has the shape of a neutral reference. */
export function isNeutralRef(text: string): boolean {
  return /^[2-9CDFGHJKMNPQRTVWXY]{4}-[2-9CDFGHJKMNPQRTVWXY]{3}$/.test(text);
}

/** Whether a text is an order number: seven digits, as suppliers must quote it. */
export function isOrderNumber(text: string): boolean {
  return /^\d{7}$/.test(text);
}
