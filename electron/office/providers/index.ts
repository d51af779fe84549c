import type { FeatureHandlers } from '../handler.ts';
import { readFile, runImport, tryImport } from './import.service.ts';
import { addItem, findItems, setPrice } from './prices.service.ts';
import { add, get, list, save, setStatus } from './providers.service.ts';

/** Providers, their checks, their price lists, and the import of who Finance already pays. */
export const handlers: FeatureHandlers<'providers'> = {
  'providers.list': list,
  'providers.get': get,
  'providers.add': add,
  'providers.save': save,
  'providers.setStatus': setStatus,
  'providers.addItem': addItem,
  'providers.setPrice': setPrice,
  'providers.findItems': findItems,
  'providers.readFile': readFile,
  'providers.tryImport': tryImport,
  'providers.import': runImport,
};
