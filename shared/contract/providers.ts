import { z } from 'zod';
import {
  day,
  fileToken,
  filled,
  id,
  line,
  listInput,
  nothing,
  operation,
  page,
  paragraph,
  saved,
  version,
} from './common.ts';

const kind = z.enum(['retailer', 'voluntary', 'private', 'public', 'individual', 'unknown']);
/** Provider states (domain 4.3). New orders go to approved ones only. */
export const providerStatus = z.enum(['prospective', 'checking', 'approved', 'suspended', 'ended']);

const editable = z.object({
  name: filled,
  kind,
  address: paragraph.default(''),
  phone: line.default(''),
  orderEmail: line
    .regex(/^$|^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an email address, such as orders@example.org.')
    .default(''),
  supplierNumber: line.default(''),
  vatRegistered: z.boolean().default(false),
  vatNumber: line.default(''),
  /** Its services bring it into contact with children, so its checks must be in date (BR-45). */
  contactWithChildren: z.boolean().default(false),
  safeguardingExpiresOn: day.nullable().default(null),
  insuranceExpiresOn: day.nullable().default(null),
  dataNoteOn: day.nullable().default(null),
});

const row = z.object({
  id,
  name: z.string(),
  kind,
  status: providerStatus,
  items: z.number(),
  payments: z.number(),
  lastPaidOn: z.string().nullable(),
  lastPaidPence: z.number().nullable(),
  safeguardingExpiresOn: z.string().nullable(),
  contactWithChildren: z.boolean(),
});

const price = z.object({
  id,
  unitPriceE4: z.number().int(),
  vatCode: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});

/** An item of a price list with the price that is in force on the office's date, if any. */
export const priceItem = z.object({
  id,
  providerId: id,
  provider: z.string(),
  code: z.string(),
  title: z.string(),
  category: z.string(),
  unit: z.string(),
  current: price.nullable(),
  history: z.array(price),
});

/** Which column of the file means what; `null` where the file has none. */
export const paymentMapping = z.object({
  headerRow: z.number().int().min(0),
  supplier: z.number().int().min(0),
  department: z.number().int().min(0).nullable(),
  paidOn: z.number().int().min(0).nullable(),
  amount: z.number().int().min(0).nullable(),
  description: z.number().int().min(0).nullable(),
});
/** See {@link paymentMapping}. */
export type PaymentMapping = z.infer<typeof paymentMapping>;

/** Several spellings that look like one supplier, those of providers on the list first: a person agrees or not. */
const fold = z.object({
  key: z.string(),
  name: z.string(),
  spellings: z.array(z.object({ text: z.string(), rows: z.number() })),
});

/** What an import did, or would do. `imported + folded + skipped + refused` is `rows`. */
export const importReport = z.object({
  fileName: z.string(),
  /** Rows of the file under its header. */
  rows: z.number(),
  /** Rows taken in under the supplier's first spelling. */
  imported: z.number(),
  /** Rows taken in under another spelling of a supplier, folded together. */
  folded: z.number(),
  /** Rows left out on purpose: other departments, blank rows, rows already here. */
  skipped: z.number(),
  skippedBecause: z.array(z.object({ reason: z.string(), rows: z.number() })),
  /** Rows that could not be read. */
  refused: z.number(),
  refusals: z.array(z.object({ row: z.number(), wrong: z.string(), text: z.string() })),
  providersAdded: z.number(),
  providersKnown: z.number(),
  folds: z.array(fold),
  dryRun: z.boolean(),
});
/** See {@link importReport}. */
export type ImportReport = z.infer<typeof importReport>;

const importInput = z.object({
  file: fileToken,
  mapping: paymentMapping,
  /** Keep only rows of these departments; empty keeps all. */
  departments: z.array(z.string()),
  /** Keys of the folds that a person agreed to; every other spelling becomes a provider of its own. */
  agreedFolds: z.array(z.string()).default([]),
});

/** Providers, their checks, their price lists, and the import of who Finance already pays. */
export const providers = {
  'providers.list': operation({
    input: listInput.extend({
      status: providerStatus.or(z.literal('all')).default('all'),
      withItems: z.boolean().optional(),
    }),
    output: page(row),
    permission: 'providers.read',
    writes: false,
  }),
  'providers.get': operation({
    input: z.object({ id }),
    output: z.object({
      id,
      ...editable.shape,
      status: providerStatus,
      approvedOn: z.string().nullable(),
      approvedBy: z.string().nullable(),
      version,
      spellings: z.array(z.string()),
      items: z.array(priceItem),
      payments: z.array(z.object({ paidOn: z.string(), netPence: z.number(), description: z.string() })),
      paymentsTotal: z.object({ count: z.number(), netPence: z.number() }),
    }),
    permission: 'providers.read',
    writes: false,
  }),
  'providers.add': operation({
    input: editable,
    output: saved,
    permission: 'providers.manage',
    writes: true,
    changes: ['providers'],
  }),
  'providers.save': operation({
    input: editable.extend({ id, version }),
    output: saved,
    permission: 'providers.manage',
    writes: true,
    changes: ['providers', 'orders'],
  }),
  'providers.setStatus': operation({
    input: z.object({ id, version, status: providerStatus }),
    output: saved,
    permission: 'providers.manage',
    writes: true,
    changes: ['providers', 'orders'],
  }),
  'providers.addItem': operation({
    input: z.object({
      providerId: id,
      code: filled,
      title: filled,
      category: z.string().length(3),
      unit: filled,
      unitPriceE4: z.number().int().min(0).max(100_000_000_000),
      vatCode: z.string().length(1),
      validFrom: day,
      validTo: day.nullable().default(null),
    }),
    output: z.object({ id }),
    permission: 'providers.manage',
    writes: true,
    changes: ['providers', 'orders'],
  }),
  /** A new price from a day on; the one before ends the day before, and stays in the history. */
  'providers.setPrice': operation({
    input: z.object({
      itemId: id,
      unitPriceE4: z.number().int().min(0).max(100_000_000_000),
      vatCode: z.string().length(1),
      validFrom: day,
      validTo: day.nullable().default(null),
    }),
    output: nothing,
    permission: 'providers.manage',
    writes: true,
    changes: ['providers', 'orders'],
  }),
  /** Items that can be bought today, for the order form. */
  'providers.findItems': operation({
    input: z.object({
      search: z.string().max(100),
      providerId: id.optional(),
      limit: z.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ items: z.array(priceItem) }),
    permission: 'providers.read',
    writes: false,
  }),
  /** Looks at a payments file: finds the header under any report heading and guesses the columns. */
  'providers.readFile': operation({
    /** With a mapping, its departments are counted; without one, the columns are guessed. */
    input: z.object({ file: fileToken, mapping: paymentMapping.optional() }),
    output: z.object({
      fileName: z.string(),
      rows: z.number(),
      header: z.array(z.string()),
      mapping: paymentMapping,
      sample: z.array(z.array(z.string())),
      departments: z.array(z.object({ name: z.string(), rows: z.number() })),
    }),
    permission: 'providers.manage',
    writes: false,
  }),
  /** Says what an import would do; nothing is written. */
  'providers.tryImport': operation({
    input: importInput,
    output: importReport,
    permission: 'providers.manage',
    writes: false,
    long: true,
  }),
  /** Imports in one go or not at all. Spellings are folded only where `agreedFolds` names their key. */
  'providers.import': operation({
    input: importInput,
    output: importReport,
    permission: 'providers.manage',
    writes: true,
    long: true,
    changes: ['providers'],
  }),
};
