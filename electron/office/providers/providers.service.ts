export {
  findProviders,
  itemsForOrder,
  type ItemForOrder,
  type PriceOnDay,
  providerForOrder,
  type ProviderForOrder,
  providerNames,
} from './for-orders.ts';
