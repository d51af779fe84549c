/** One entry of a code list: what is stored and what people read. Lists are in the order they are shown. */
export type Code<C extends string = string> = { readonly code: C; readonly label: string };

/** The label of a code; the code itself when the list does not have it, so that an old record still shows something. */
export function labelIn(list: readonly Code[], code: string): string {
  return list.find((entry) => entry.code === code)?.label ?? code;
}

/** Whether a text is one of a list's codes: for what comes from a form, a file or the database as text. */
export function isCodeIn<C extends string>(list: readonly Code<C>[], text: string): text is C {
  return list.some((entry) => entry.code === text);
}
