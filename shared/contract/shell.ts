import { z } from 'zod';
import type { Result } from '../problems.ts';
import { day, id } from './common.ts';
import type { Progress } from './wire.ts';

/** How the window looks on this computer; kept beside the office, not in it. */
export const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Base size of text in px. */
  textSize: z.number().int().min(12).max(20),
  /** Shortcuts of a single letter; off for people who dictate (WCAG 2.1.4). */
  letterKeys: z.boolean(),
});
/** See {@link preferences}. */
export type Preferences = z.infer<typeof preferences>;

/** A file or folder that a person chose. The path stays outside the window; the token names it to the office. */
const chosen = z.object({ token: z.string(), name: z.string() });
/** See {@link chosen}. */
export type Chosen = z.infer<typeof chosen>;

const printer = z.object({ device: z.string(), name: z.string(), isDefault: z.boolean() });
/** A printer of this computer: `device` is what to print with, `name` what to show. */
export type Printer = z.infer<typeof printer>;

const savedFile = z.object({ name: z.string() });
const nothing = z.object({}).strict();

/**
 * Everything the window may ask of the shell. Inputs are checked on arrival. Where a person may leave a
 * dialog without choosing, the output is `null`: nothing was written and nothing is recorded.
 */
export const shellRequests = {
  pickFile: { input: z.object({ kind: z.enum(['csv', 'any']) }), output: chosen.nullable() },
  /** Asks where to save. An existing file is replaced only after the system's own question. */
  pickSave: {
    input: z.object({
      suggestedName: z.string().min(1).max(120),
      extension: z.string().regex(/^[a-z0-9]{1,8}$/),
    }),
    output: chosen.nullable(),
  },
  pickFolder: { input: nothing, output: chosen.nullable() },
  getPreferences: { input: nothing, output: preferences },
  setPreferences: { input: preferences.partial(), output: preferences },
  /** The order's PDF: of an issued order the stored one, byte for byte; of a draft made afresh and kept nowhere. */
  orderPdf: {
    input: z.object({ orderId: id }),
    output: z.object({ pdf: z.instanceof(Uint8Array), name: z.string() }),
  },
  saveOrderPdf: { input: z.object({ orderId: id }), output: savedFile.nullable() },
  printers: { input: nothing, output: z.object({ printers: z.array(printer) }) },
  /** Prints on the chosen printer and records it. `asCopy` marks the paper COPY; the stored file stays as it is. */
  printOrder: {
    input: z.object({
      orderId: id,
      device: z.string().min(1).max(300),
      copies: z.number().int().min(1).max(99),
      asCopy: z.boolean(),
    }),
    output: z.object({ copies: z.number().int() }),
  },
  saveReturnPdf: {
    input: z.object({ period: z.string().min(1).max(10), profile: z.enum(['internal', 'published']) }),
    output: savedFile.nullable(),
  },
  /** The head of a day's audit trail as a PDF, to be kept outside the office. */
  saveAuditHead: { input: z.object({ day }), output: savedFile.nullable() },
  /** Closes the window, which asks first if something typed is not saved. */
  quit: { input: nothing, output: nothing },
} as const;

/** The name of something the window may ask of the shell. */
export type ShellRequest = keyof typeof shellRequests;
/** What the window passes. */
export type ShellInput<N extends ShellRequest> = z.output<(typeof shellRequests)[N]['input']>;
/** What the window gets back, when it went well. */
export type ShellOutput<N extends ShellRequest> = z.output<(typeof shellRequests)[N]['output']>;

/** Whether this is the name of a request, and not of something every object has. */
export function isShellRequest(name: unknown): name is ShellRequest {
  return typeof name === 'string' && Object.hasOwn(shellRequests, name);
}

/** A call on its way. `cancel` stops a long job; its promise then answers with the problem `cancelled`. */
export type OfficeCall = { promise: Promise<Result<unknown>>; cancel: () => void };

/**
 * `window.office`: the one way to the office process. A call made before the office is ready waits for it. A
 * call whose office stops before it answers comes back as the problem `office_stopped` and is never repeated
 * by itself. `on…` return how to stop listening.
 */
export type OfficeBridge = {
  call(name: string, input: unknown, onProgress?: (progress: Progress) => void): OfficeCall;
  /** Somebody is at the keyboard or the mouse: the office, which locks by itself too, is told. */
  touch(): void;
  /** Something was written: these features' screens are out of date. */
  onChange(listener: (features: string[]) => void): () => void;
  /** The office process stopped and is started again; nobody is signed in any more. */
  onRestart(listener: () => void): () => void;
  /** Hide everything now: the machine sleeps, was locked, or Lock was chosen in the menu. */
  onLock(listener: () => void): () => void;
};

/** `window.shell`: files, printers and preferences of this computer. */
export type ShellBridge = {
  readonly version: string;
  /** Started with `--practice`: go straight to the practice office. */
  readonly practice: boolean;
  readonly preferences: {
    /** As they were when the window opened, so that the first paint is right. */
    readonly atStart: Preferences;
    get(): Promise<Result<Preferences>>;
    set(change: Partial<Preferences>): Promise<Result<Preferences>>;
  };
  pickFile(kind: 'csv' | 'any'): Promise<Result<Chosen | null>>;
  pickSave(suggestion: ShellInput<'pickSave'>): Promise<Result<Chosen | null>>;
  pickFolder(): Promise<Result<Chosen | null>>;
  orderPdf(orderId: number): Promise<Result<ShellOutput<'orderPdf'>>>;
  saveOrderPdf(orderId: number): Promise<Result<{ name: string } | null>>;
  printers(): Promise<Result<{ printers: Printer[] }>>;
  printOrder(
    orderId: number,
    how: Omit<ShellInput<'printOrder'>, 'orderId'>,
  ): Promise<Result<{ copies: number }>>;
  saveReturnPdf(period: string, profile: 'internal' | 'published'): Promise<Result<{ name: string } | null>>;
  saveAuditHead(day: string): Promise<Result<{ name: string } | null>>;
  quit(): Promise<Result<Record<string, never>>>;
};
