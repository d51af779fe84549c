import type { ContactSource } from './contactSources.ts';

/** Agencies and kinds of service (CL-07): who began a CAF, a lead professional's own, who does an action. `source` is the contact source a return counts it under (CL-08). */
export const agencies = [
  { code: 'EYS', label: 'Early years and childcare', source: '8' },
  { code: 'CCT', label: 'Children’s centre', source: '8' },
  { code: 'PRI', label: 'Primary school', source: '2A' },
  { code: 'SEC', label: 'Secondary school', source: '2A' },
  { code: 'SPC', label: 'Special school or pupil referral unit', source: '2A' },
  { code: 'FE', label: 'Further education college', source: '2B' },
  { code: 'EWS', label: 'Education welfare', source: '2B' },
  { code: 'EPS', label: 'Educational psychology', source: '2B' },
  { code: 'BST', label: 'Behaviour support', source: '2B' },
  { code: 'SEN', label: 'Inclusion and special educational needs', source: '2B' },
  { code: 'HVS', label: 'Health visiting', source: '3B' },
  { code: 'SNS', label: 'School nursing', source: '3C' },
  { code: 'MID', label: 'Midwifery', source: '3F' },
  { code: 'GPS', label: 'GP and primary care', source: '3A' },
  { code: 'CAM', label: 'Child and adolescent mental health', source: '3F' },
  { code: 'SLT', label: 'Speech and language therapy', source: '3F' },
  { code: 'ACU', label: 'Other health service', source: '3F' },
  { code: 'CSC', label: 'Children’s social care', source: '5A' },
  { code: 'FAM', label: 'Family or community team', source: '5D' },
  { code: 'YOT', label: 'Youth offending team', source: '5B' },
  { code: 'YTH', label: 'Youth service and Connexions', source: '5B' },
  { code: 'HOU', label: 'Housing', source: '4' },
  { code: 'POL', label: 'Police', source: '6' },
  { code: 'DRG', label: 'Drugs and alcohol service', source: '3F' },
  { code: 'ADM', label: 'Adult services', source: '5B' },
  { code: 'VOL', label: 'Voluntary or community organisation', source: '8' },
  { code: 'OTH', label: 'Other', source: '8' },
] as const satisfies readonly { code: string; label: string; source: ContactSource }[];

/** An agency's code. */
export type Agency = (typeof agencies)[number]['code'];
