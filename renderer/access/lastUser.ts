/** The user name last used in this window, so that unlocking asks for the passphrase alone. Kept in memory only. */
export const lastUser = { userName: '' };
