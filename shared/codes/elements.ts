/** The three domains of the assessment, in the form's order. */
export const elementDomains = [
  { code: 'D', label: 'Development of the child' },
  { code: 'P', label: 'Parents and carers' },
  { code: 'F', label: 'Family and environment' },
] as const;

/** The nineteen elements of the assessment with what to look for (CL-05). Not every one needs a comment; evidence, not only opinion. */
export const elements = [
  {
    code: 'D1',
    domain: 'D',
    label: 'General health',
    prompts: [
      'Conditions',
      'Dentist, GP and optician',
      'Immunisations',
      'Appointments kept',
      'Injuries needing treatment',
    ],
  },
  {
    code: 'D2',
    domain: 'D',
    label: 'Physical development',
    prompts: ['Diet', 'Height and weight', 'Hearing and sight', 'Motor skills', 'Fitness'],
  },
  {
    code: 'D3',
    domain: 'D',
    label: 'Speech, language and communication',
    prompts: ['Understands', 'Responds', 'Reads and writes for age', 'Talks with others'],
  },
  {
    code: 'D4',
    domain: 'D',
    label: 'Emotional and social development',
    prompts: ['Attachment', 'Feels loved', 'Mood', 'Expresses feelings'],
  },
  {
    code: 'D5',
    domain: 'D',
    label: 'Behavioural development',
    prompts: ['Conduct at home and elsewhere', 'Attention', 'Taking risks', 'Substances'],
  },
  {
    code: 'D6',
    domain: 'D',
    label: 'Identity, self-esteem, self-image and social presentation',
    prompts: ['Knows the family', 'Self-image', 'Belonging'],
  },
  {
    code: 'D7',
    domain: 'D',
    label: 'Family and social relationships',
    prompts: ['Time with family', 'Friends', 'Trust'],
  },
  {
    code: 'D8',
    domain: 'D',
    label: 'Self-care skills and independence',
    prompts: ['Hygiene', 'Feeding', 'Dressing', 'Independence for age'],
  },
  {
    code: 'D9',
    domain: 'D',
    label: 'Understanding, reasoning and problem solving',
    prompts: ['Organising', 'Making connections', 'Play', 'Problem solving'],
  },
  {
    code: 'D10',
    domain: 'D',
    label: 'Participation in learning, education and employment',
    prompts: ['Attendance', 'Access', 'Engagement'],
  },
  {
    code: 'D11',
    domain: 'D',
    label: 'Progress and achievement in learning',
    prompts: ['Attainment', 'Basic skills', 'Special needs'],
  },
  {
    code: 'D12',
    domain: 'D',
    label: 'Aspirations',
    prompts: ['Ambition', 'Motivation', 'Confidence in progress'],
  },
  {
    code: 'P1',
    domain: 'P',
    label: 'Basic care, ensuring safety and protection',
    prompts: ['Food', 'Clothing', 'Hygiene', 'Safe home', 'Safe from harm'],
  },
  {
    code: 'P2',
    domain: 'P',
    label: 'Emotional warmth and stability',
    prompts: ['Affection', 'Praise', 'Stable household'],
  },
  {
    code: 'P3',
    domain: 'P',
    label: 'Guidance, boundaries and stimulation',
    prompts: ['Discipline', 'Play', 'Support for learning'],
  },
  {
    code: 'F1',
    domain: 'F',
    label: 'Family history, functioning and well-being',
    prompts: ['Illness', 'Bereavement', 'Violence', 'Substance use', 'Absent parents', 'Criminality'],
  },
  {
    code: 'F2',
    domain: 'F',
    label: 'Wider family',
    prompts: ['Grandparents', 'Relatives', 'Informal support'],
  },
  {
    code: 'F3',
    domain: 'F',
    label: 'Housing, employment and financial considerations',
    prompts: ['Conditions', 'Work', 'Income', 'Debt'],
  },
  {
    code: 'F4',
    domain: 'F',
    label: 'Social and community elements and resources, including education',
    prompts: ['Local services', 'Neighbourhood', 'Isolation', 'School'],
  },
] as const;
