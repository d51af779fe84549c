/** Goods, a commissioned service, or cash by another name: the split that shows whether money only tops up (FM-02). */
export const commissioningTypes = [
  { code: 'GOODS', label: 'Goods' },
  { code: 'SERVICE', label: 'Service' },
  { code: 'CASH', label: 'Cash-type' },
] as const;

type CommissioningType = (typeof commissioningTypes)[number]['code'];

/** What a purchase is for (CL-11): every order line has one. */
export const purchaseCategories = [
  { code: 'HOM', label: 'Household goods, furniture, beds, white goods', type: 'GOODS' },
  { code: 'REN', label: 'Home repair, cleaning, decoration', type: 'SERVICE' },
  { code: 'SAF', label: 'Home safety equipment', type: 'GOODS' },
  { code: 'CLO', label: 'Clothing, footwear, uniform', type: 'GOODS' },
  { code: 'DBT', label: 'Rent arrears, utilities, debts', type: 'CASH' },
  { code: 'LEI', label: 'Leisure, clubs, youth activities, trips', type: 'SERVICE' },
  { code: 'TRA', label: 'Transport', type: 'SERVICE' },
  { code: 'CNS', label: 'Counselling, therapy', type: 'SERVICE' },
  { code: 'EDU', label: 'Teaching assistance, tuition, learning aids, ICT', type: 'SERVICE' },
  { code: 'CHI', label: 'Childcare, after-school, holiday play', type: 'SERVICE' },
  { code: 'RES', label: 'Respite, short breaks', type: 'SERVICE' },
  { code: 'PAR', label: 'Parenting programmes, family support hours', type: 'SERVICE' },
  { code: 'HLT', label: 'Health items not available on the NHS', type: 'GOODS' },
  { code: 'CRI', label: 'Crisis and emergency subsistence', type: 'CASH' },
  { code: 'OTH', label: 'Other', type: 'GOODS' },
] as const satisfies readonly { code: string; label: string; type: CommissioningType }[];
