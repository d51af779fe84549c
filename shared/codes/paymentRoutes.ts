/** How a purchase is paid for (CL-12). Every route books to the same budget and category. */
export const paymentRoutes = [
  { code: 'PO', label: 'Official order' },
  { code: 'PCD', label: 'Purchase card' },
  { code: 'PTC', label: 'Petty cash' },
  { code: 'PRE', label: 'Pre-paid card' },
  { code: 'JNL', label: 'Internal recharge' },
  { code: 'VCH', label: 'Voucher' },
  { code: 'REI', label: 'Reimbursement to a worker' },
] as const;
